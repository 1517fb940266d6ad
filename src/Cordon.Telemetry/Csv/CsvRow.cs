using System.Globalization;

namespace Cordon.Telemetry.Csv;

/// <summary>A row and the names of its columns. Immutable.</summary>
internal sealed class CsvRow(CsvHeader header, IReadOnlyList<string> fields, long line, long number)
{
    /// <summary>The names of its columns.</summary>
    public CsvHeader Header => header;

    /// <summary>Its fields.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The line it begins on, from 1.</summary>
    public long Line => line;

    /// <summary>Its number, from 1, the header not counted.</summary>
    public long Number => number;

    /// <summary>Where it is, in words.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"row {number}, line {line}");

    /// <summary>The field of the first of these columns that is there and not empty, trimmed; empty where there is none.</summary>
    public string this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (string name in names)
            {
                int place = header.PlaceOf(name);
                if (place >= 0 && place < fields.Count && fields[place].AsSpan().Trim() is { Length: > 0 } text)
                {
                    return text.ToString();
                }
            }

            return "";
        }
    }

    /// <summary>The name of a column; one without gets its number.</summary>
    public string NameOf(int column) =>
        column < header.Names.Count && header.Names[column].Length > 0
            ? header.Names[column]
            : string.Create(CultureInfo.InvariantCulture, $"column{column + 1}");
}
