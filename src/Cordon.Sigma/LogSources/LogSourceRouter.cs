using Cordon.Events;
using Cordon.Sigma.LogSources;

namespace Cordon.Sigma;

/// <summary>Says for an event which targets, and so which rules, it concerns: by channel and code first.</summary>
/// <remarks>Immutable, and so safe for concurrent use.</remarks>
public sealed class LogSourceRouter
{
    private readonly Dictionary<LogSourceTarget, int[]> _rules = [];
    private readonly LogSourceTarget[] _targets;
    private readonly Dictionary<string, ChannelRoutes> _channels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ChannelRoutes>.AlternateLookup<ReadOnlySpan<char>> _byChannel;
    private readonly ChannelRoutes _elsewhere;

    /// <summary>Makes the routes for a set of rules.</summary>
    /// <param name="fields">The table that events and rules share; the targets' names are added to it.</param>
    /// <param name="rules">What each rule's log source stands for; a rule is its index here.</param>
    public LogSourceRouter(FieldTable fields, IReadOnlyList<LogSourceResolution> rules)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(rules);
        _byChannel = _channels.GetAlternateLookup<ReadOnlySpan<char>>();
        Dictionary<LogSourceTarget, List<int>> rulesOf = [];
        List<LogSourceTarget> targets = [];
        for (int rule = 0; rule < rules.Count; rule++)
        {
            foreach (LogSourceTarget target in rules[rule].Targets)
            {
                if (!rulesOf.TryGetValue(target, out List<int>? list))
                {
                    rulesOf[target] = list = [];
                    targets.Add(target);
                    target.Intern(fields);
                }

                list.Add(rule);
            }
        }

        foreach ((LogSourceTarget target, List<int> list) in rulesOf)
        {
            _rules[target] = [.. list];
        }

        _targets = [.. targets];
        foreach (string channel in _targets.SelectMany(target => target.Channels))
        {
            if (!ChannelPattern.IsWildcard(channel))
            {
                _channels.TryAdd(channel, new ChannelRoutes(_targets.Where(target => target.AcceptsChannel(channel))));
            }
        }

        _elsewhere = new ChannelRoutes(
            _targets.Where(target => target.Channels.Count == 0 || target.Channels.Any(ChannelPattern.IsWildcard))
        );
    }

    /// <summary>Every target that some rule has, each once.</summary>
    public IReadOnlyList<LogSourceTarget> Targets => _targets;

    /// <summary>The rules that have a target, ascending; none for a target that is not in <see cref="Targets"/>.</summary>
    public ReadOnlySpan<int> RulesOf(LogSourceTarget target) => _rules.GetValueOrDefault(target);

    /// <summary>
    /// The targets that may accept an event, told by nothing but its channel and code: every one that does, and few that
    /// do not, for <see cref="LogSourceTarget.Accepts"/> has the last word. Empty where no rule wants the event.
    /// </summary>
    public ReadOnlySpan<LogSourceTarget> Candidates(ReadOnlySpan<char> channel, long? code) =>
        (_byChannel.TryGetValue(channel, out ChannelRoutes? routes) ? routes : _elsewhere).At(code);

    /// <summary>Finds the targets that accept the event that <paramref name="source"/> shows now.</summary>
    /// <param name="source">The event.</param>
    /// <param name="accepted">Emptied, then filled; nothing is allocated once it is large enough.</param>
    /// <remarks>
    /// A rule can have several of the targets. It is then tested as each of them shows the event, and holds for the event
    /// if one test is true: one finding, however many are.
    /// </remarks>
    public void Route(LogEvent source, List<LogSourceTarget> accepted)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(accepted);
        accepted.Clear();
        foreach (LogSourceTarget target in Candidates(source.Channel, source.Code))
        {
            if (target.Accepts(source))
            {
                accepted.Add(target);
            }
        }
    }
}
