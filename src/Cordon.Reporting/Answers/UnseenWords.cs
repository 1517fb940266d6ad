using Cordon.Events.Coverage;
using Cordon.Incidents;

namespace Cordon.Reporting.Answers;

/// <summary>What could not be seen, in sentences: logs that are missing, times without records, rows that were not read.</summary>
internal static class UnseenWords
{
    private static readonly LogKind[] Telling =
    [
        LogKind.CloudSignIn,
        LogKind.CloudSignInNonInteractive,
        LogKind.CloudAudit,
        LogKind.CloudActivity,
        LogKind.WindowsSecurity,
        LogKind.WindowsProcess,
        LogKind.LinuxAuthentication,
        LogKind.Vpn,
        LogKind.Mail,
        LogKind.Proxy,
        LogKind.Dns,
        LogKind.WebServer,
    ];

    /// <summary>The sentences, those that an outcome hangs on first; never empty.</summary>
    public static IReadOnlyList<string> Of(OrganisationReport report)
    {
        List<string> sentences = [];
        foreach (MissingLine line in MissingLine.Of(report.Incidents))
        {
            sentences.Add(
                $"{Capital(KindWords.Plain(line.Kind))}, {Phrase.Minute(line.From)} to {Phrase.Minute(line.Until)} UTC ({line.Reason}): {Wording.Counted(line.Targets, "outcome")} {(line.Targets == 1 ? "hangs" : "hang")} on it."
            );
        }

        int gaps = report.Coverage.Sum(static s => s.Gaps.Count);
        if (gaps > 0)
        {
            sentences.Add(
                $"{Wording.Counted(gaps, "time")} without records in {Wording.Counted(report.Coverage.Count(static s => s.Gaps.Count > 0), "log")} that should have some."
            );
        }

        Add(report.Coverage.Sum(static s => s.MissingRecords), "record number", "missing within logs");
        Add(report.Coverage.Sum(static s => s.Rejected), "row", "there and could not be read");
        Add(
            report.Coverage.Sum(static s => s.Throttled),
            "record",
            "there that say themselves that others were left out"
        );
        sentences.AddRange(report.Losses);
        LogKind[] absent = [.. Telling.Where(kind => report.Coverage.All(s => s.Kind != kind || s.Records == 0))];
        if (absent.Length > 0)
        {
            sentences.Add(
                absent.Length == Telling.Length
                    ? "No log that would show an attempt was read."
                    : $"No log of these was read: {string.Join(", ", absent.Select(KindWords.Plain))}."
            );
        }

        if (sentences.Count == 0)
        {
            sentences.Add("No gap was noticed in the logs that were read.");
        }

        return sentences;

        void Add(long count, string one, string what)
        {
            if (count > 0)
            {
                sentences.Add($"{Wording.Counted(count, one)} {(count == 1 ? "is" : "are")} {what}.");
            }
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
