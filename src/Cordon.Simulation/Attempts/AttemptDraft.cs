using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>
/// An attempt while it is told: its events, its targets, and for each target what every event shows of it. What is knowable is worked out from
/// that and from the logs that are there, never set by hand.
/// </summary>
internal sealed class AttemptDraft(Member member, Campaign campaign, string id)
{
    /// <summary>How long after the last try a log has to go on to prove that nothing came of it: a lure is read later than a password is tried.</summary>
    private static TimeSpan GraceOf(Target target) => TimeSpan.FromHours(target.Kind == "recipient" ? 24 : 2);

    private readonly List<Target> _targets = [];

    /// <summary>Everything that happened, the answer of defenders included.</summary>
    public List<SimEvent> Events { get; } = [];

    /// <summary>Events that are the attempt itself; tests look for their marks.</summary>
    public List<SimEvent> Own { get; } = [];

    /// <summary>ATT&amp;CK techniques.</summary>
    public SortedSet<string> Techniques { get; } = new(StringComparer.Ordinal);

    /// <summary>A target by kind and name; made when it is first asked for.</summary>
    public Target For(string kind, string name)
    {
        Target? target = _targets.Find(t => t.Kind == kind && t.Name == name);
        if (target is null)
        {
            target = new Target(kind, name);
            _targets.Add(target);
        }

        return target;
    }

    /// <summary>Tells an event that shows something of a target.</summary>
    public void Tell(SimEvent item, Target target, TruthOutcome shows)
    {
        Add(item);
        target.Shown.Add((item, shows));
    }

    /// <summary>Tells an event that belongs to the attempt and shows nothing of an outcome.</summary>
    public void Add(SimEvent item)
    {
        if (Own.Count == 0 || !ReferenceEquals(Own[^1], item))
        {
            Events.Add(item);
            Own.Add(item);
        }
    }

    /// <summary>Tells what defenders or others did.</summary>
    public void Answer(SimEvent item) => Events.Add(item);

    /// <summary>Ends it.</summary>
    public TruthAttempt Finish()
    {
        DateTime first = Own.Min(static e => e.Time);
        DateTime last = Own.Max(static e => e.Time);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        List<TruthTarget> targets = [.. _targets.Where(static t => t.Shown.Count > 0).Select(t => Judge(t, missing))];
        return new TruthAttempt
        {
            Id = id,
            Organisation = member.Name,
            Kind = campaign.Kind,
            Campaign = campaign.Id,
            Actor = campaign.Actor,
            First = first,
            Last = last,
            Techniques = [.. Techniques],
            Outcome = targets.Max(static t => t.Outcome),
            Knowable = targets.Max(static t => t.Knowable),
            Targets = targets,
            MissingLogs = [.. missing],
        };
    }

    private TruthTarget Judge(Target target, SortedSet<string> missing)
    {
        TruthOutcome happened = target.Shown.Max(static s => s.Shows);
        List<TruthOutcome> seen =
        [
            .. target.Shown.Where(s => MemberLogs.Tells(s.Item, member)).Select(s => Seen(s.Item, s.Shows)),
        ];
        if (seen.Count == 0)
        {
            return new TruthTarget(target.Kind, target.Name, happened, TruthOutcome.Unseen);
        }

        TruthOutcome best = seen.Max();
        bool isAllBlocked = seen.Count == target.Shown.Count && seen.TrueForAll(static s => s == TruthOutcome.Blocked);
        DateTime from = target.Shown.Min(static s => s.Item.Time);
        DateTime until = target.Shown.Max(static s => s.Item.Time) + GraceOf(target);
        bool isCovered = true;
        foreach (IReadOnlyList<SimLog> choices in target.Needs)
        {
            if (!choices.Any(log => member.Logs.Covers(log, from, until) && IsWatched(log, target)))
            {
                isCovered = false;
                if (best < TruthOutcome.CredentialExposed && !isAllBlocked)
                {
                    missing.Add(LogWords.Of(choices[0], member.Logs));
                }
            }
        }

        TruthOutcome knowable =
            best >= TruthOutcome.CredentialExposed || isAllBlocked || isCovered ? best : TruthOutcome.Unknown;
        return new TruthTarget(target.Kind, target.Name, happened, knowable);
    }

    private bool IsWatched(SimLog log, Target target) =>
        log != SimLog.Hosts
        || target.Host.Length == 0
        || member.WatchedHosts.Contains(target.Host, StringComparer.Ordinal);

    // Google tells neither a locked account nor an unknown one from a wrong password.
    private TruthOutcome Seen(SimEvent item, TruthOutcome shows) =>
        item is SignInEvent { Code: 50053 or 53003 } && member.Logs.Identity == IdentityShape.Google
            ? TruthOutcome.Failed
            : shows;
}

/// <summary>A target while the attempt is told.</summary>
internal sealed class Target(string kind, string name)
{
    public string Kind { get; } = kind;
    public string Name { get; } = name;

    /// <summary>The computer on which something would run; empty where nothing can.</summary>
    public string Host { get; set; } = "";

    /// <summary>What each event shows.</summary>
    public List<(SimEvent Item, TruthOutcome Shows)> Shown { get; } = [];

    /// <summary>Logs without which a negative proves nothing: of each group one has to be there.</summary>
    public List<IReadOnlyList<SimLog>> Needs { get; } = [];
}
