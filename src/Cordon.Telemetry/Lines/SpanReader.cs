using System.Globalization;

namespace Cordon.Telemetry.Lines;

/// <summary>Takes a line apart from left to right, without copies.</summary>
internal ref struct SpanReader(ReadOnlySpan<char> text)
{
    /// <summary>What is left.</summary>
    public ReadOnlySpan<char> Rest { get; private set; } = text;

    /// <summary>Passes over a text; false, and nothing passed, where something else stands there.</summary>
    public bool Take(ReadOnlySpan<char> expected)
    {
        if (!Rest.StartsWith(expected, StringComparison.Ordinal))
        {
            return false;
        }

        Rest = Rest[expected.Length..];
        return true;
    }

    /// <summary>Passes over blanks.</summary>
    public void TakeBlanks() => Rest = Rest.TrimStart(" \t");

    /// <summary>What stands before a mark, which is passed; false, and nothing passed, where the mark does not come.</summary>
    public bool TakeUntil(ReadOnlySpan<char> mark, out ReadOnlySpan<char> before)
    {
        int at = Rest.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            before = default;
            return false;
        }

        before = Rest[..at];
        Rest = Rest[(at + mark.Length)..];
        return true;
    }

    /// <summary>The next word, up to a blank or the end, with the blanks before and behind it passed; empty at the end.</summary>
    public ReadOnlySpan<char> TakeWord()
    {
        TakeBlanks();
        int end = Rest.IndexOfAny(' ', '\t');
        end = end < 0 ? Rest.Length : end;
        ReadOnlySpan<char> word = Rest[..end];
        Rest = Rest[end..];
        TakeBlanks();
        return word;
    }

    /// <summary>A whole number of at most <paramref name="most"/> digits.</summary>
    public bool TakeNumber(int most, out int number)
    {
        int length = 0;
        while (length < Rest.Length && length < most && char.IsAsciiDigit(Rest[length]))
        {
            length++;
        }

        if (!int.TryParse(Rest[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        Rest = Rest[length..];
        return true;
    }
}
