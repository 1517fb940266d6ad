using System.Globalization;
using System.Text;

namespace Cordon.Stix.Unicode;

/// <summary>
/// Canonical composition, Unicode's normal form C (UAX 15), from a table of our own: where a program is built without the system's Unicode library, as
/// Cordon's command is, the runtime leaves texts as they are.
/// </summary>
internal static class CanonicalForm
{
    private const string Resource = "Cordon.Stix.canonical.txt";
    private const int HangulSyllables = 0xAC00;
    private const int HangulLeads = 0x1100;
    private const int HangulVowels = 0x1161;
    private const int HangulTails = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int LeadCount = 19;
    private const int SyllableCount = LeadCount * VowelCount * TailCount;

    private static readonly Lazy<Table> _table = new(Load);

    private sealed record Table(
        Dictionary<int, int[]> Decompositions,
        Dictionary<(int First, int Second), int> Compositions,
        Dictionary<int, byte> Classes
    );

    /// <summary>The text in normal form C; the same object where it is so already and plain. Halves of surrogate pairs stay as they are.</summary>
    public static string Compose(string text)
    {
        // Below U+0300 every character is its own normal form.
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        Table table = _table.Value;
        List<int> points = Decompose(text, table);
        Reorder(points, table);
        Join(points, table);
        var result = new StringBuilder(text.Length);
        foreach (int point in points)
        {
            if (point is >= 0xD800 and <= 0xDFFF)
            {
                result.Append((char)point);
            }
            else
            {
                result.Append(char.ConvertFromUtf32(point));
            }
        }

        return result.ToString();
    }

    private static List<int> Decompose(string text, Table table)
    {
        List<int> points = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int point = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                point = char.ConvertToUtf32(text[i], text[++i]);
            }

            Decompose(point, points, table);
        }

        return points;
    }

    private static void Decompose(int point, List<int> points, Table table)
    {
        int syllable = point - HangulSyllables;
        if (syllable is >= 0 and < SyllableCount)
        {
            points.Add(HangulLeads + (syllable / (VowelCount * TailCount)));
            points.Add(HangulVowels + (syllable % (VowelCount * TailCount) / TailCount));
            if (syllable % TailCount is var tail and > 0)
            {
                points.Add(HangulTails + tail);
            }
        }
        else if (table.Decompositions.TryGetValue(point, out int[]? parts))
        {
            foreach (int part in parts)
            {
                Decompose(part, points, table);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    // Marks are put in the order of their classes, equal ones left as they stand.
    private static void Reorder(List<int> points, Table table)
    {
        int i = 0;
        while (i < points.Count)
        {
            if (table.Classes.GetValueOrDefault(points[i]) == 0)
            {
                i++;
                continue;
            }

            int end = i;
            while (end < points.Count && table.Classes.GetValueOrDefault(points[end]) != 0)
            {
                end++;
            }

            int[] marks = [.. points.GetRange(i, end - i).OrderBy(p => table.Classes[p])];
            for (int k = 0; k < marks.Length; k++)
            {
                points[i + k] = marks[k];
            }

            i = end;
        }
    }

    private static void Join(List<int> points, Table table)
    {
        int starter = -1;
        int lastClass = 0;
        int kept = 0;
        for (int i = 0; i < points.Count; i++)
        {
            int point = points[i];
            int kind = table.Classes.GetValueOrDefault(point);
            bool isBlocked = starter < 0 || (lastClass != 0 ? lastClass >= kind : kept - starter > 1);
            if (!isBlocked && Joined(points[starter], point, table) is { } joined)
            {
                points[starter] = joined;
                continue;
            }

            if (kind == 0)
            {
                starter = kept;
            }

            lastClass = kind;
            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int? Joined(int first, int second, Table table)
    {
        int lead = first - HangulLeads;
        int vowel = second - HangulVowels;
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
        {
            return HangulSyllables + (((lead * VowelCount) + vowel) * TailCount);
        }

        int syllable = first - HangulSyllables;
        int tail = second - HangulTails;
        if (syllable is >= 0 and < SyllableCount && syllable % TailCount == 0 && tail is > 0 and < TailCount)
        {
            return first + tail;
        }

        return table.Compositions.TryGetValue((first, second), out int joined) ? joined : null;
    }

    private static Table Load()
    {
        var table = new Table([], [], []);
        using Stream stream =
            typeof(CanonicalForm).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            switch (words[0])
            {
                case "D" or "X":
                    int point = Number(words[1]);
                    int[] parts = [.. words[2..].Select(Number)];
                    table.Decompositions.Add(point, parts);
                    if (words[0] == "D")
                    {
                        table.Compositions.Add((parts[0], parts[1]), point);
                    }

                    break;
                case "C":
                    byte kind = byte.Parse(words[1], CultureInfo.InvariantCulture);
                    int[] range = [.. words[2].Split('-').Select(Number)];
                    for (int i = range[0]; i <= range[1]; i++)
                    {
                        table.Classes.Add(i, kind);
                    }

                    break;
            }
        }

        return table;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
