using System.Diagnostics.CodeAnalysis;
using Cordon.Stix.Patterns;

namespace Cordon.Stix;

/// <summary>A STIX pattern (STIX 2.1, section 9), ready to be held against observations. Immutable.</summary>
public sealed class StixPattern
{
    /// <summary>How long a pattern may be, in UTF-16 units.</summary>
    public const int MaxLength = 1_000_000;

    private StixPattern(string text, Observation root, IReadOnlyList<StixPatternException> problems) =>
        (Text, Root, Problems) = (text, root, problems);

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>
    /// What STIX forbids though the pattern can be understood and held against observations: a qualifier that stands twice, a digest of the wrong length. A valid pattern
    /// has none.
    /// </summary>
    public IReadOnlyList<StixPatternException> Problems { get; }

    internal Observation Root { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="StixPatternException">It can't be understood; the message says why and where.</exception>
    public static StixPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            throw new StixPatternException(MaxLength, $"the pattern is longer than {MaxLength} characters");
        }

        Observation root = PatternParser.Read(text, out IReadOnlyList<StixPatternException> problems);
        return new StixPattern(text, root, problems);
    }

    /// <summary>Reads a pattern; false, with the reason, where it can't be understood.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out StixPattern? pattern,
        [NotNullWhen(false)] out StixPatternException? fault
    )
    {
        try
        {
            (pattern, fault) = (Parse(text), null);
            return true;
        }
        catch (StixPatternException e)
        {
            (pattern, fault) = (null, e);
            return false;
        }
    }

    /// <summary>Whether observations fulfil the pattern, each used once at the most for one of its parts (STIX 2.1, section 9.1).</summary>
    /// <param name="observations">What was observed, in any order.</param>
    /// <exception cref="StixPatternException">
    /// A value that is to be a timestamp is none, or there are too many combinations of observations to try.
    /// </exception>
    public bool Matches(IReadOnlyList<ObservedData> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return new PatternMatcher(observations).Matches(Root);
    }

    /// <summary>
    /// The sets of values of which any one set, all of it seen in one observation, fulfils the pattern: what an index needs. Null where the pattern asks for anything else,
    /// such as an order in time, a negation or an expression; then only <see cref="Matches"/> tells.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<StixTest>>? Alternatives() => PatternAlternatives.Of(Root);
}
