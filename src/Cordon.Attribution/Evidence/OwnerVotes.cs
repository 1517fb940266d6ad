using Cordon.Intelligence.Indicators;

namespace Cordon.Attribution.Evidence;

/// <summary>
/// Of whom sources say that one value is. A source that is much weaker than the best is heard, and does not make a value shared: else anybody could take the worth of
/// good reports by naming others. Immutable.
/// </summary>
internal sealed class OwnerVotes
{
    private readonly Dictionary<string, double> _best = new(StringComparer.Ordinal);
    private readonly double _least;

    private OwnerVotes(IReadOnlyList<(Indicator Indicator, double Worth)> live, AttributionOptions options)
    {
        foreach ((Indicator one, double worth) in live)
        {
            foreach (string owner in OwnersOf(one).Select(KeyOf))
            {
                double odds = SourceWeight.OddsOf(one) * worth;
                _best[owner] = Math.Max(odds, _best.GetValueOrDefault(owner));
            }
        }

        _least = _best.Count == 0 ? 0 : _best.Values.Max() * options.EqualVoice;
    }

    /// <summary>Owners that sources name which are about as good as the best.</summary>
    public int Owners => _best.Values.Count(v => v >= _least);

    /// <summary>Whether weaker sources name others.</summary>
    public bool HasDissent => _best.Values.Any(v => v < _least);

    /// <summary>Counts them.</summary>
    public static OwnerVotes Of(IReadOnlyList<(Indicator Indicator, double Worth)> live, AttributionOptions options) =>
        new(live, options);

    /// <summary>Whether only sources name it that are much weaker than those that name another.</summary>
    public bool IsRefuted(string owner) => _best[KeyOf(owner)] < _least;

    /// <summary>Whose a source says that a value is: an actor's where it names one, else whoever's that uses the software.</summary>
    public static IReadOnlyList<string> OwnersOf(Indicator one) =>
        one.Refs.Any(static r => !IsSoftware(r)) ? [.. one.Refs.Where(static r => !IsSoftware(r))] : one.Refs;

    /// <summary>Whether an identifier is that of malware or a tool.</summary>
    public static bool IsSoftware(string reference) =>
        reference.StartsWith("malware--", StringComparison.Ordinal)
        || reference.StartsWith("tool--", StringComparison.Ordinal);

    // Malware is whoever's it is: of two families on one server one owner may be meant.
    private static string KeyOf(string reference) => IsSoftware(reference) ? "software" : reference;
}
