using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Sector.Warnings;
using Spectre.Console;

namespace Cordon.Reporting.Terminal;

/// <summary>
/// The answer in words at the end of a scan: did they try, did they get in, who is behind it, who must be warned, whom it touched, what could not be seen, what to do first;
/// then the incidents, worst first, and what the logs cover. Reads without colours and in 80 columns.
/// </summary>
public static class AnswerText
{
    private const int OrganisationsShown = 5;
    private const int IncidentsShown = 20;
    private const int LineLimit = 400;
    private const int Room = 18;

    /// <summary>Writes all of it.</summary>
    /// <param name="console">The console; its settings decide on colours and width.</param>
    /// <param name="reports">One report for each organisation.</param>
    /// <param name="all">Whether everything is written; without, what is on a terminal stays a few screens long.</param>
    /// <param name="attributions">Who may be behind the incidents; null where nobody looked.</param>
    /// <param name="warnings">Who is to be warned of them; null for nobody.</param>
    public static void Write(
        IAnsiConsole console,
        IReadOnlyList<OrganisationReport> reports,
        bool all = true,
        AttributionReport? attributions = null,
        IReadOnlyList<Warning>? warnings = null
    )
    {
        attributions ??= AttributionReport.None;
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(reports);
        var lines = new IncidentLines(console);
        WriteAnswers(
            lines,
            AnswerMaker.Of(reports, attributions, warnings ?? []),
            all ? int.MaxValue : OrganisationsShown
        );
        IReadOnlyList<Incident> incidents = AnswerMaker.WorstFirst(reports);
        if (incidents.Count > 0)
        {
            lines.Blank();
            lines.Heading($"INCIDENTS, worst first ({Wording.Count(incidents.Count)})");
            int shown = all ? incidents.Count : Math.Min(incidents.Count, IncidentsShown);
            for (int i = 0; i < shown; i++)
            {
                lines.Blank();
                IncidentText.Write(lines, i + 1, incidents[i], attributions.Of(incidents[i]), reports.Count > 1);
            }

            More(lines, incidents.Count - shown, "incident", "--out DIR keeps them all, report.html shows them");
        }

        lines.Blank();
        CoverageText.Write(lines, reports, all);
    }

    /// <summary>The style of an outcome's word.</summary>
    internal static string StyleOf(Outcome? outcome) =>
        outcome switch
        {
            Outcome.FollowOn or Outcome.AccessGained => "bold red",
            Outcome.CredentialExposed => "bold yellow",
            Outcome.Unknown => "yellow",
            Outcome.Blocked or Outcome.Failed => "green",
            _ => "bold",
        };

    /// <summary>Says how many were left out, and where they are.</summary>
    internal static void More(IncidentLines lines, long count, string one, string where)
    {
        if (count > 0)
        {
            lines.Labelled(3, "", 0, $"… and {Wording.Counted(count, $"more {one}")}; {where}");
        }
    }

    private static void WriteAnswers(IncidentLines lines, IReadOnlyList<Answer> answers, int shown)
    {
        lines.Heading("ANSWER");
        if (answers.Count == 0)
        {
            lines.Labelled(3, "", 0, "No log was read, so nothing can be said.");
            return;
        }

        if (answers.Count > 1)
        {
            lines.Labelled(3, "", 0, $"{Wording.Counted(answers.Count, "organisation")}: {Verdicts(answers)}.");
        }

        foreach (Answer answer in answers.Take(shown))
        {
            lines.Blank();
            WriteAnswer(lines, answer);
        }

        if (answers.Count > shown)
        {
            lines.Blank();
            lines.Labelled(
                3,
                "",
                0,
                $"… and {Wording.Counted(answers.Count - shown, "more organisation")}, none of them worse: {Verdicts([.. answers.Skip(shown)])}; report.html shows them"
            );
        }
    }

    private static string Verdicts(IReadOnlyList<Answer> answers) =>
        string.Join(
            ", ",
            answers
                .GroupBy(static a => a.Verdict, StringComparer.Ordinal)
                .Select(static g => $"{g.Key} at {Wording.Count(g.Count())}")
        );

    private static void WriteAnswer(IncidentLines lines, Answer answer)
    {
        lines.Labelled(
            0,
            "",
            0,
            $"{Phrase.Cut(answer.Organisation)}: {answer.Verdict.ToUpperInvariant()}",
            StyleOf(answer.Worst)
        );
        lines.Labelled(3, "Did they try?", Room, Cut(answer.Tried));
        lines.Labelled(3, "Did they get in?", Room, Cut(answer.GotIn));
        Several(lines, "Who is behind it?", answer.Who, numbered: false);
        Several(lines, "Who to warn", answer.Warn, numbered: false);
        Several(lines, "Whom it touched", answer.Touched, numbered: false);
        Several(lines, "Not seen", answer.Unseen, numbered: false);
        Several(lines, "Do first", answer.First, numbered: true);
    }

    private static void Several(IncidentLines lines, string label, IReadOnlyList<string> texts, bool numbered)
    {
        for (int i = 0; i < texts.Count; i++)
        {
            string number = numbered && texts.Count > 1 ? $"{i + 1}. " : "";
            lines.Labelled(3, i == 0 ? label : "", Room, number + Cut(texts[i]));
        }
    }

    private static string Cut(string text) => SafeText.OneLine(text, LineLimit);
}
