using Cordon.Events.Coverage;
using Cordon.Incidents;
using Cordon.Reporting.Answers;

namespace Cordon.Reporting.Terminal;

/// <summary>What the logs cover, with their gaps, and the logs that are missing.</summary>
internal static class CoverageText
{
    private const int OrganisationsShown = 5;
    private const int StreamsShown = 15;
    private const int GapsShown = 3;
    private const int MissingShown = 6;

    /// <summary>Writes it for each organisation; where not all are shown, those whose outcomes hang most on missing logs.</summary>
    public static void Write(IncidentLines lines, IReadOnlyList<OrganisationReport> reports, bool all)
    {
        lines.Heading("COVERAGE: what the answer rests on (times are UTC)");
        int organisations = all ? reports.Count : Math.Min(reports.Count, OrganisationsShown);
        IEnumerable<OrganisationReport> shownReports = reports
            .OrderByDescending(r => all ? 0 : MissingLine.Of(r.Incidents).Sum(static line => line.Targets))
            .ThenBy(static r => r.Organisation.Name, StringComparer.Ordinal)
            .Take(organisations);
        foreach (OrganisationReport report in shownReports)
        {
            if (reports.Count > 1)
            {
                lines.Blank();
                lines.Labelled(0, "", 0, Phrase.Cut(AnswerMaker.NameOf(report.Organisation.Name)), "bold");
            }

            if (report.Coverage.Count == 0)
            {
                lines.Labelled(3, "", 0, "No log was read.");
            }

            int shown = all ? report.Coverage.Count : Math.Min(report.Coverage.Count, StreamsShown);
            foreach (LogStream stream in report.Coverage.Take(shown))
            {
                WriteStream(lines, stream, all);
            }

            AnswerText.More(lines, report.Coverage.Count - shown, "log", "incidents.json and report.html have them");
            WriteMissing(lines, report, all);
        }

        AnswerText.More(
            lines,
            reports.Count - organisations,
            "organisation",
            "incidents.json and report.html have them"
        );
    }

    private static void WriteStream(IncidentLines lines, LogStream stream, bool all)
    {
        string writer = stream.Writer.Length == 0 ? "" : $" of {Phrase.Cut(stream.Writer)}";
        lines.Labelled(3, "", 0, $"{KindWords.Plain(stream.Kind)}: {Phrase.Cut(stream.Name)}{writer}");
        string time =
            stream is { First: { } first, Last: { } last } ? $", {Phrase.Minute(first)} to {Phrase.Minute(last)}"
            : stream.Records > 0 ? ", without times"
            : "";
        lines.Labelled(5, "", 0, $"{Wording.Counted(stream.Records, "record")}{time}{Losses(stream)}");
        int shown = all ? stream.Gaps.Count : Math.Min(stream.Gaps.Count, GapsShown);
        foreach (TimeGap gap in stream.Gaps.Take(shown))
        {
            lines.Labelled(
                5,
                "",
                0,
                $"gap: {Phrase.Minute(gap.From)} to {Phrase.Minute(gap.Until)} ({Phrase.Length(gap.Until - gap.From)}), {SafeText.OneLine(gap.Reason, 100)}",
                "yellow"
            );
        }

        AnswerText.More(lines, stream.Gaps.Count - shown, "gap", "incidents.json has them");
    }

    private static string Losses(LogStream stream)
    {
        var parts = new List<string>();
        Add(stream.MissingRecords, "record number", "missing");
        Add(stream.Rejected, "row", "rejected");
        Add(stream.Throttled, "record", "throttled");
        Add(stream.Duplicates, "duplicate", "left out");
        return parts.Count == 0 ? "" : "; " + string.Join(", ", parts);

        void Add(long count, string one, string what)
        {
            if (count > 0)
            {
                parts.Add($"{Wording.Counted(count, one)} {what}");
            }
        }
    }

    private static void WriteMissing(IncidentLines lines, OrganisationReport report, bool all)
    {
        IReadOnlyList<MissingLine> missing = MissingLine.Of(report.Incidents);
        foreach (MissingLine line in all ? missing : missing.Take(MissingShown))
        {
            lines.Labelled(
                3,
                "",
                0,
                $"missing: {KindWords.Plain(line.Kind)}, {Phrase.Minute(line.From)} to {Phrase.Minute(line.Until)} ({SafeText.OneLine(line.Reason, 100)}), for {Wording.Counted(line.Targets, "target")}. {SafeText.OneLine(line.Remedy, 300)}",
                "yellow"
            );
        }
    }
}
