using System.Text;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>
/// Reads lists of values, one a line, as block lists and free-text feeds are: <c>#</c> begins a comment; of a line with columns the first column that is a value counts.
/// </summary>
internal static class PlainListImport
{
    public const string Format = "plain list";
    private const int MaxLine = 64 * 1024;
    private static readonly char[] Separators = ['\t', ',', ';', ' ', '|'];

    public static void Read(Stream stream, string name, string place, ImportContent content)
    {
        KnowledgeSource source = content.AddSource(name, name, null);
        var like = new Indicator(IndicatorKind.Hash, "", source);
        using var reader = new StreamReader(stream, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        var line = new StringBuilder();
        long number = 0;
        while (Next(reader, line, out bool isLong))
        {
            number++;
            string here = $"{place}: line {number}";
            if (isLong)
            {
                content.Problems.Add(here, $"the line is longer than {MaxLine} characters");
                continue;
            }

            string text = line.ToString().Trim();
            if (text.Length == 0 || text[0] is '#' or ';' || text.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            if (Value(text) is { } found)
            {
                content.AddIndicator(found.Kind, found.Value, like with { Label = Comment(text) }, here);
            }
            else
            {
                content.Problems.Add(here, "there is no address, domain, URL, e-mail address or digest in it");
            }
        }
    }

    // Host files put an address that leads nowhere before the name.
    private static (IndicatorKind Kind, string Value)? Value(string line)
    {
        int comment = line.IndexOf(" #", StringComparison.Ordinal);
        string text = comment < 0 ? line : line[..comment];
        if (!text.Any(char.IsWhiteSpace) && IndicatorValue.Guess(text.Trim('"')) is { } whole)
        {
            return whole;
        }

        (IndicatorKind Kind, string Value)? first = null;
        foreach (
            string part in text.Split(
                Separators,
                20,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            if (IndicatorValue.Guess(part.Trim('"', '\'')) is { } found)
            {
                if (found.Value is "0.0.0.0" or "127.0.0.1" or "::" or "::1")
                {
                    continue;
                }

                first ??= found;
                break;
            }
        }

        return first;
    }

    private static string? Comment(string line)
    {
        int at = line.IndexOf(" #", StringComparison.Ordinal);
        return at < 0 ? null : JsonFields.Clean(line[(at + 2)..]);
    }

    private static bool Next(StreamReader reader, StringBuilder line, out bool isLong)
    {
        line.Clear();
        isLong = false;
        int read = reader.Read();
        if (read < 0)
        {
            return false;
        }

        for (; read >= 0 && read != '\n'; read = reader.Read())
        {
            if (line.Length < MaxLine)
            {
                line.Append((char)read);
            }
            else
            {
                isLong = true;
            }
        }

        return true;
    }
}
