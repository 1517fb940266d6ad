namespace Cordon.Telemetry.Csv;

/// <summary>The names of a table's columns, trimmed, and where each is.</summary>
internal sealed class CsvHeader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a row as header.</summary>
    public CsvHeader(IReadOnlyList<string> fields)
    {
        Names = [.. fields.Select(Clean)];
        for (int i = 0; i < Names.Count; i++)
        {
            _places.TryAdd(Names[i], i);
        }
    }

    /// <summary>The names, in order: trimmed, runs of blanks as one.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The delimiter of a table that begins so, by its first line outside quotes; a comma where none is there.</summary>
    public static char DelimiterOf(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
        {
            return text[4];
        }

        Span<int> counts = stackalloc int[Delimiters.Length];
        bool isQuoted = false;
        foreach (char one in text.TrimStart("\r\n "))
        {
            if (one is '\n' && !isQuoted)
            {
                break;
            }

            isQuoted ^= one == '"';
            int which = isQuoted ? -1 : Array.IndexOf(Delimiters, one);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return Delimiters[best];
    }

    /// <summary>The header of a table that begins so; null where its first line is cut or has one column only.</summary>
    public static CsvHeader? Of(string text, bool isWhole)
    {
        int end = text.AsSpan().TrimStart("\r\n ").IndexOf('\n');
        if ((end < 0 && !isWhole) || text.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        using var reader = new CsvReader(new StringReader(text), DelimiterOf(text));
        return Read(reader) is { Names.Count: > 1 } header ? header : null;
    }

    /// <summary>Reads the header; null where there is none. A line that only names the delimiter is passed over.</summary>
    public static CsvHeader? Read(CsvReader reader)
    {
        while (true)
        {
            switch (reader.Read())
            {
                case CsvRowKind.End:
                    return null;
                case CsvRowKind.Row when !reader.Fields[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase):
                    return new CsvHeader(reader.Fields);
            }
        }
    }

    /// <summary>Whether there is a column of that name, ignoring case.</summary>
    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>Where the first column of that name is; -1 where there is none.</summary>
    public int PlaceOf(string name) => _places.TryGetValue(name, out int place) ? place : -1;

    private static string Clean(string name)
    {
        name = name.Trim().TrimStart('\uFEFF');
        while (name.Contains("  ", StringComparison.Ordinal))
        {
            name = name.Replace("  ", " ", StringComparison.Ordinal);
        }

        return name;
    }
}
