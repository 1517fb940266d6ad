using System.Globalization;
using System.Text;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Storing;

/// <summary>Keeps indicators one a line, with tabs between kind, value, source, days, confidence, label and what it is a sign of: it is read back at the speed of the disk.</summary>
internal static class IndicatorFile
{
    private const int Columns = 8;

    private const string SelfGraded = "self";

    // Written before identifiers of actors were kept.
    private const int FewerColumns = 7;

    public static void Write(IReadOnlyList<Indicator> indicators, IReadOnlyList<KnowledgeSource> sources, Stream target)
    {
        Dictionary<KnowledgeSource, int> numbers = new(ReferenceEqualityComparer.Instance);
        using var writer = new StreamWriter(target, new UTF8Encoding(false), 1 << 16, leaveOpen: true)
        {
            NewLine = "\n",
        };
        foreach (KnowledgeSource source in sources)
        {
            if (numbers.TryAdd(source, numbers.Count))
            {
                writer.WriteLine(
                    string.Join(
                        '\t',
                        "S",
                        Plain(source.Publisher),
                        Plain(source.Title),
                        Day(source.Date),
                        source.Grade,
                        source.IsSelfGraded ? SelfGraded : ""
                    )
                );
            }
        }

        foreach (Indicator one in indicators)
        {
            writer.Write((char)('0' + (int)one.Kind));
            writer.Write('\t');
            writer.Write(one.Value);
            writer.Write('\t');
            writer.Write(numbers[one.From].ToString(CultureInfo.InvariantCulture));
            writer.Write('\t');
            writer.Write(Day(one.ValidFrom));
            writer.Write('\t');
            writer.Write(Day(one.ValidUntil));
            writer.Write('\t');
            writer.Write(one.Confidence?.ToString(CultureInfo.InvariantCulture));
            writer.Write('\t');
            writer.Write(one.Label is null ? "" : Plain(one.Label));
            writer.Write('\t');
            writer.WriteLine(string.Join(' ', one.Refs));
        }
    }

    /// <summary>Reads them one after the other; a line that is not whole is a problem and costs itself.</summary>
    public static IEnumerable<Indicator> Read(
        Stream stream,
        string import,
        string place,
        ProblemList problems,
        string? grade = null
    )
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), false, 1 << 16);
        List<KnowledgeSource> sources = [];
        Dictionary<string, string> labels = new(StringComparer.Ordinal);
        Dictionary<string, string[]> refs = new(StringComparer.Ordinal);
        long number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] cells = line.Split('\t');
            if (cells[0] == "S" && cells.Length >= 5)
            {
                sources.Add(
                    new KnowledgeSource($"s{sources.Count}", cells[1], cells[2], DayOf(cells[3]))
                    {
                        Import = import,
                        Grade = cells[4].Length == 0 ? null : cells[4],
                        IsSelfGraded = cells.Length > 5 && cells[5] == SelfGraded,
                    }.GradedBy(grade)
                );
            }
            else if (
                cells.Length is Columns or FewerColumns
                && cells[0].Length == 1
                && cells[0][0] - '0' is >= 0 and <= (int)IndicatorKind.FileName
                && int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out int source)
                && source < sources.Count
            )
            {
                string? label = cells[6].Length == 0 ? null : cells[6];
                if (label is not null && !labels.TryGetValue(label, out label))
                {
                    label = cells[6];
                    labels.Add(label, label);
                }

                yield return new Indicator((IndicatorKind)(cells[0][0] - '0'), cells[1], sources[source])
                {
                    ValidFrom = DayOf(cells[3]),
                    ValidUntil = DayOf(cells[4]),
                    Confidence = int.TryParse(cells[5], CultureInfo.InvariantCulture, out int c) ? c : null,
                    Label = label,
                    Refs = cells.Length == Columns ? RefsOf(cells[7], refs) : [],
                };
            }
            else
            {
                problems.Add($"{place}: line {number}", "the line is not whole");
            }
        }
    }

    private static string[] RefsOf(string cell, Dictionary<string, string[]> known)
    {
        if (cell.Length == 0)
        {
            return [];
        }

        if (!known.TryGetValue(cell, out string[]? refs))
        {
            refs = cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            known.Add(cell, refs);
        }

        return refs;
    }

    private static string Plain(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? DayOf(string text) => Json.JsonFields.DateOf(text);
}
