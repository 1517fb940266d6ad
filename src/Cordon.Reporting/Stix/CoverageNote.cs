using System.Text;
using Cordon.Events.Coverage;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Stix;

/// <summary>What the logs cover and what could not be seen, as a note on the organisation and its incidents.</summary>
internal static class CoverageNote
{
    private const int StreamsInWords = 200;

    /// <summary>Writes the note.</summary>
    public static void Write(StixWriter stix, string identity, OrganisationReport report)
    {
        string id = StixId.OfOwn("note", "coverage", report.Organisation.Name);
        if (!stix.IsNew(id))
        {
            return;
        }

        stix.Start("note", id, identity, StixWriter.Timeless);
        stix.Json.WriteString("abstract", "What the logs cover, and what could not be seen");
        stix.Json.WriteString("content", Content(report));
        stix.List(
            "object_refs",
            [
                identity,
                .. AnswerMaker
                    .WorstFirst([report])
                    .Select(static i => StixId.OfOwn("incident", i.Organisation, i.Id))
                    .Distinct(StringComparer.Ordinal),
            ]
        );
        stix.End();
    }

    private static string Content(OrganisationReport report)
    {
        var text = new StringBuilder();
        foreach (string sentence in UnseenWords.Of(report))
        {
            text.Append(SafeText.OneLine(sentence, 500)).Append('\n');
        }

        foreach (LogStream stream in report.Coverage.Take(StreamsInWords))
        {
            text.Append(
                $"{KindWords.Plain(stream.Kind)}, {SafeText.OneLine(stream.Name, 200)} of {SafeText.OneLine(stream.Writer, 100)}: {Wording.Counted(stream.Records, "record")}, {Wording.Short(stream.First)} to {Wording.Short(stream.Last)} UTC, {Wording.Counted(stream.Gaps.Count, "gap")}, {Wording.Count(stream.MissingRecords)} missing, {Wording.Count(stream.Rejected)} rejected, {Wording.Count(stream.Throttled)} throttled, {Wording.Counted(stream.Duplicates, "duplicate")}\n"
            );
        }

        if (report.Coverage.Count > StreamsInWords)
        {
            text.Append(
                $"… and {Wording.Counted(report.Coverage.Count - StreamsInWords, "more log")} in incidents.json\n"
            );
        }

        return text.ToString().TrimEnd();
    }
}
