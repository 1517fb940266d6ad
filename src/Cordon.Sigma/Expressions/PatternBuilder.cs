using System.Text;

namespace Cordon.Sigma.Expressions;

/// <summary>Puts a <see cref="StringPattern"/> together so that its segments are in normal form.</summary>
internal sealed class PatternBuilder
{
    private readonly List<PatternSegment> _segments = [];
    private readonly StringBuilder _literal = new();

    public void AppendLiteral(ReadOnlySpan<char> text) => _literal.Append(text);

    public void AppendLiteral(char c) => _literal.Append(c);

    public void AppendAnySequence()
    {
        Flush();
        if (_segments.Count == 0 || _segments[^1].Kind != PatternSegmentKind.AnySequence)
        {
            _segments.Add(PatternSegment.AnySequence);
        }
    }

    public void Append(PatternSegment segment)
    {
        switch (segment.Kind)
        {
            case PatternSegmentKind.Literal:
                _literal.Append(segment.Text);
                break;
            case PatternSegmentKind.AnySequence:
                AppendAnySequence();
                break;
            default:
                Flush();
                _segments.Add(segment);
                break;
        }
    }

    public void Append(StringPattern pattern)
    {
        foreach (PatternSegment segment in pattern.Segments)
        {
            Append(segment);
        }
    }

    /// <summary>Appends text in a rule's writing, with wildcards and escapes.</summary>
    public void AppendParsed(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('*', '?', '\\') < 0)
        {
            AppendLiteral(text);
            return;
        }

        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '*':
                    AppendAnySequence();
                    break;
                case '?':
                    Append(PatternSegment.AnyCharacter);
                    break;
                case '\\' when i + 1 < text.Length && text[i + 1] is ('*' or '?' or '\\'):
                    i++;
                    AppendLiteral(text[i]);
                    break;
                default:
                    AppendLiteral(text[i]);
                    break;
            }
        }
    }

    public StringPattern ToPattern()
    {
        Flush();
        return StringPattern.Of([.. _segments]);
    }

    private void Flush()
    {
        if (_literal.Length > 0)
        {
            _segments.Add(new PatternSegment(PatternSegmentKind.Literal, _literal.ToString()));
            _literal.Clear();
        }
    }
}
