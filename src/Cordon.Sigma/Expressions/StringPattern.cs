using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Cordon.Sigma.Expressions;

/// <summary>
/// A text with Sigma's wildcards, laid out as segments. It fits a value as a whole (Sigma 2.1, "String Wildcard" and
/// "Escape Character").
/// </summary>
/// <remarks>
/// Wildcards are told from literal characters once, when the rule's text is parsed; anchors (<c>contains</c>,
/// <c>startswith</c>, <c>endswith</c>) are added afterwards, so that a backslash at the end of a value never escapes them.
/// </remarks>
public sealed class StringPattern : IEquatable<StringPattern>
{
    private readonly int _runCount = 1;
    private readonly int _hash;

    // Of most patterns of a rule collection no value is ever asked. Two threads may both make what follows, to the same end.
    private Run[]? _runs;

    // For each run how its first literal is looked for ignoring case; made when it is first looked for.
    private SearchValues<string>?[]? _leads;

    private StringPattern(ImmutableArray<PatternSegment> segments)
    {
        Segments = segments;
        HashCode hash = default;
        foreach (PatternSegment segment in segments)
        {
            hash.Add(segment);
            MinLength += LengthOf(segment);
            _runCount += segment.Kind == PatternSegmentKind.AnySequence ? 1 : 0;
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The pattern's pieces; no two literals and no two <see cref="PatternSegmentKind.AnySequence"/> stand side by side.</summary>
    public ImmutableArray<PatternSegment> Segments { get; }

    /// <summary>The shortest value that can fit, in UTF-16 units.</summary>
    public int MinLength { get; }

    /// <summary>Whether the pattern is one fixed text, perhaps the empty one.</summary>
    public bool IsLiteral =>
        Segments.Length == 0 || (Segments.Length == 1 && Segments[0].Kind == PatternSegmentKind.Literal);

    /// <summary>Whether a value of any length can fit.</summary>
    public bool HasAnySequence => _runCount > 1;

    /// <summary>Reads a pattern as a rule writes it: <c>*</c> and <c>?</c> are wildcards, a backslash before them or before a backslash escapes.</summary>
    public static StringPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new PatternBuilder();
        builder.AppendParsed(text);
        return builder.ToPattern();
    }

    /// <summary>A pattern that only the text itself fits.</summary>
    public static StringPattern Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new PatternBuilder();
        builder.AppendLiteral(text);
        return builder.ToPattern();
    }

    /// <summary>Whether a value fits.</summary>
    /// <param name="value">The value, whole.</param>
    /// <param name="comparison">How literal text is compared; only ordinal comparisons keep lengths and are meant.</param>
    public bool IsMatch(ReadOnlySpan<char> value, StringComparison comparison)
    {
        if (value.Length < MinLength)
        {
            return false;
        }

        Run[] runs = RunsOf();
        Run first = runs[0];
        if (runs.Length == 1)
        {
            return value.Length == first.Length && FitsAt(first, value, 0, comparison);
        }

        Run last = runs[^1];
        if (!FitsAt(first, value, 0, comparison) || !FitsAt(last, value, value.Length - last.Length, comparison))
        {
            return false;
        }

        // Between the anchored ends the leftmost place of each run is always good enough: it leaves the most to the rest.
        int from = first.Length;
        int end = value.Length - last.Length;
        for (int i = 1; i < runs.Length - 1; i++)
        {
            int found = Find(i, value[..end], from, comparison);
            if (found < 0)
            {
                return false;
            }

            from = found + runs[i].Length;
        }

        return from <= end;
    }

    /// <summary>The pattern in a rule's writing; <see cref="Parse"/> gives it back, except that a dash class is written as <c>-</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (PatternSegment segment in Segments)
        {
            switch (segment.Kind)
            {
                case PatternSegmentKind.AnySequence:
                    text.Append('*');
                    break;
                case PatternSegmentKind.AnyCharacter:
                    text.Append('?');
                    break;
                case PatternSegmentKind.Dash:
                    text.Append('-');
                    break;
                default:
                    foreach (char c in segment.Text)
                    {
                        text.Append(c is '*' or '?' or '\\' ? "\\" : "").Append(c);
                    }

                    break;
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(StringPattern? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Segments.AsSpan().SequenceEqual(other.Segments.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StringPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    internal static StringPattern Of(ImmutableArray<PatternSegment> segments) => new(segments);

    private static int LengthOf(PatternSegment segment) =>
        segment.Kind switch
        {
            PatternSegmentKind.AnySequence => 0,
            PatternSegmentKind.Literal => segment.Text.Length,
            _ => 1,
        };

    private Run[] RunsOf() => _runs ??= SplitRuns(Segments, _runCount);

    private static Run[] SplitRuns(ImmutableArray<PatternSegment> segments, int count)
    {
        var runs = new Run[count];
        int next = 0;
        int start = 0;
        int length = 0;
        for (int i = 0; i <= segments.Length; i++)
        {
            if (i == segments.Length || segments[i].Kind == PatternSegmentKind.AnySequence)
            {
                runs[next++] = new Run(start, i, length);
                start = i + 1;
                length = 0;
            }
            else
            {
                length += LengthOf(segments[i]);
            }
        }

        return runs;
    }

    private int Find(int index, ReadOnlySpan<char> value, int from, StringComparison comparison)
    {
        Run run = RunsOf()[index];
        PatternSegment lead = Segments[run.Start];
        SearchValues<string>? sought =
            lead.Kind == PatternSegmentKind.Literal ? LeadOf(index, lead.Text, comparison) : null;
        for (int at = from; at <= value.Length - run.Length; at++)
        {
            if (lead.Kind == PatternSegmentKind.Literal)
            {
                int next = sought is null ? value[at..].IndexOf(lead.Text, comparison) : value[at..].IndexOfAny(sought);
                if (next < 0)
                {
                    return -1;
                }

                at += next;
                if (at > value.Length - run.Length)
                {
                    return -1;
                }
            }

            if (FitsAt(run, value, at, comparison))
            {
                return at;
            }
        }

        return -1;
    }

    // Without the data of languages, looking for a text ignoring case goes character by character; for ASCII this does not.
    private SearchValues<string>? LeadOf(int index, string text, StringComparison comparison) =>
        comparison == StringComparison.OrdinalIgnoreCase && Ascii.IsValid(text)
            ? (_leads ??= new SearchValues<string>?[_runCount])[index] ??= SearchValues.Create(
                [text],
                StringComparison.OrdinalIgnoreCase
            )
            : null;

    private bool FitsAt(Run run, ReadOnlySpan<char> value, int at, StringComparison comparison)
    {
        for (int i = run.Start; i < run.End; i++)
        {
            PatternSegment segment = Segments[i];
            switch (segment.Kind)
            {
                case PatternSegmentKind.Literal:
                    if (!value.Slice(at, segment.Text.Length).Equals(segment.Text, comparison))
                    {
                        return false;
                    }

                    at += segment.Text.Length;
                    break;
                case PatternSegmentKind.Dash when !PatternSegment.Dashes.Contains(value[at], StringComparison.Ordinal):
                    return false;
                default:
                    at++;
                    break;
            }
        }

        return true;
    }

    /// <summary>Segments between two <c>*</c>: they stand side by side in a value and take a fixed length.</summary>
    private readonly record struct Run(int Start, int End, int Length);
}
