using System.Text;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Loading;

/// <summary>Lays out <c>%name%</c> in values with the <c>expand</c> modifier; <c>\%</c> is a plain percent sign.</summary>
internal static class Placeholders
{
    /// <summary>The pieces of a value: plain text (in a rule's writing) and names of placeholders.</summary>
    internal readonly record struct Piece(string Text, bool IsPlaceholder);

    public static List<Piece> Split(string value)
    {
        List<Piece> pieces = [];
        var plain = new StringBuilder();
        int i = 0;
        while (i < value.Length)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is '%' or '\\')
            {
                // An escaped backslash is left to the pattern; only the percent sign is this modifier's own escape.
                plain.Append(value[i + 1] == '%' ? "%" : @"\\");
                i += 2;
                continue;
            }

            int end = value[i] == '%' ? value.IndexOf('%', i + 1) : -1;
            if (end <= i + 1 || !IsName(value.AsSpan(i + 1, end - i - 1)))
            {
                plain.Append(value[i++]);
                continue;
            }

            if (plain.Length > 0)
            {
                pieces.Add(new Piece(plain.ToString(), IsPlaceholder: false));
                plain.Clear();
            }

            pieces.Add(new Piece(value[(i + 1)..end], IsPlaceholder: true));
            i = end + 1;
        }

        if (plain.Length > 0)
        {
            pieces.Add(new Piece(plain.ToString(), IsPlaceholder: false));
        }

        return pieces;
    }

    /// <summary>Every way to fill the pieces in, each as text in a rule's writing; null where it would be more than a limit.</summary>
    public static List<string>? Fill(
        List<Piece> pieces,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        int limit
    )
    {
        List<string> filled = [""];
        foreach (Piece piece in pieces)
        {
            IReadOnlyList<string> choices = piece.IsPlaceholder ? values[piece.Text] : [piece.Text];
            if ((long)filled.Count * choices.Count > limit)
            {
                return null;
            }

            List<string> longer = [];
            foreach (string start in filled)
            {
                foreach (string choice in choices)
                {
                    longer.Add(start + choice);
                }
            }

            filled = longer;
        }

        return filled;
    }

    /// <summary>As <see cref="Fill"/>, but as patterns: an escape never reaches from one piece into the next.</summary>
    public static List<StringPattern>? FillPatterns(
        List<Piece> pieces,
        IReadOnlyDictionary<string, IReadOnlyList<string>> values,
        int limit
    )
    {
        List<StringPattern> filled = [StringPattern.Literal("")];
        foreach (Piece piece in pieces)
        {
            IReadOnlyList<string> choices = piece.IsPlaceholder ? values[piece.Text] : [piece.Text];
            if ((long)filled.Count * choices.Count > limit)
            {
                return null;
            }

            List<StringPattern> longer = [];
            foreach (StringPattern start in filled)
            {
                foreach (string choice in choices)
                {
                    var builder = new PatternBuilder();
                    builder.Append(start);
                    builder.AppendParsed(choice);
                    longer.Add(builder.ToPattern());
                }
            }

            filled = longer;
        }

        return filled;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' '))
            {
                return false;
            }
        }

        return true;
    }
}
