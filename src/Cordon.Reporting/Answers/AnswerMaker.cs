using Cordon.Attribution;
using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Incidents;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Answers;

/// <summary>
/// Puts a report's facts into words. What was not seen is never told as what did not happen: a "no" names what it rests on, and
/// <c>failed</c> is said only where the model says so.
/// </summary>
internal static class AnswerMaker
{
    private const int NamesShown = 4;
    private const int AdviceShown = 5;

    /// <summary>The answers, worst first, then by name.</summary>
    public static IReadOnlyList<Answer> Of(
        IReadOnlyList<OrganisationReport> reports,
        AttributionReport attributions,
        IReadOnlyList<Warning> warnings
    )
    {
        ILookup<string, Warning> own = warnings.ToLookup(static w => w.Organisation, StringComparer.Ordinal);
        return
        [
            .. reports
                .Select(r => Of(r, attributions, [.. own[r.Organisation.Name]]))
                .OrderByDescending(static a => a.Worst ?? Outcome.NotAnAttack)
                .ThenBy(static a => a.Organisation, StringComparer.Ordinal),
        ];
    }

    /// <summary>The answer for one organisation.</summary>
    public static Answer Of(OrganisationReport report, AttributionReport attributions, IReadOnlyList<Warning> warnings)
    {
        Incident[] attempts = [.. report.Incidents.Where(static i => i.Outcome != Outcome.NotAnAttack)];
        IReadOnlyList<TargetLine> targets = TargetLine.Of(attempts);
        Outcome? worst = attempts.Length == 0 ? null : attempts.Max(static i => i.Outcome);
        return new Answer
        {
            Organisation = NameOf(report.Organisation.Name),
            Worst = worst,
            Verdict =
                worst is { } outcome ? OutcomeWords.Label(outcome)
                : report.Coverage.Count == 0 ? "nothing was read"
                : "no attempt seen",
            Tried = Tried(report, attempts),
            GotIn = GotIn(report, worst, targets),
            Who = AttributionWords.Who(attempts, attributions),
            Warn = WarnWords.Whom(report, attempts, warnings),
            WarningCount = warnings.Count,
            Touched = Touched(attempts, targets),
            Unseen = UnseenWords.Of(report),
            First = First(report, attempts),
        };
    }

    /// <summary>An organisation's name, or words that stand for none.</summary>
    public static string NameOf(string organisation) =>
        organisation.Length == 0 ? "the organisation of these logs" : organisation;

    /// <summary>The incidents of all organisations: worst outcome first, then likeliest, then earliest.</summary>
    public static IReadOnlyList<Incident> WorstFirst(IEnumerable<OrganisationReport> reports) =>
        [
            .. reports
                .SelectMany(static r => r.Incidents)
                .OrderByDescending(static i => i.Outcome)
                .ThenByDescending(static i => i.Probability)
                .ThenBy(static i => i.First)
                .ThenBy(static i => i.Id, StringComparer.Ordinal),
        ];

    private static string Tried(OrganisationReport report, Incident[] attempts)
    {
        int others = report.Incidents.Count - attempts.Length;
        string noise =
            others == 0 ? ""
            : others == 1 ? " One more looked like an attempt and was none."
            : $" {Wording.Count(others)} more looked like attempts and were none.";
        if (attempts.Length > 0)
        {
            return $"Yes: {Wording.Counted(attempts.Length, "incident")}, {Span(attempts.Min(static i => i.First), attempts.Max(static i => i.Last))}.{noise}";
        }

        if (report.Coverage.All(static s => s.Records == 0))
        {
            return "That can't be said: no record of this organisation was read.";
        }

        string weak =
            report.LooseFindings > 0
                ? $" {Wording.Counted(report.LooseFindings, "finding")} of rules stood alone and made no incident."
                : "";
        return $"No attempt was seen in these logs{CoveredTime(report)}. That is not proof that there was none.{noise.Replace(" more", "", StringComparison.Ordinal)}{weak}";
    }

    private static string CoveredTime(OrganisationReport report)
    {
        DateTime? first = report.Coverage.Min(static s => s.First);
        DateTime? last = report.Coverage.Max(static s => s.Last);
        return first is { } from && last is { } until ? $", {Span(from, until)}" : "";
    }

    private static string GotIn(OrganisationReport report, Outcome? worst, IReadOnlyList<TargetLine> targets)
    {
        string unknown = Say(Outcome.Unknown, " For {0} it can't be said.");
        string exposed = Say(Outcome.CredentialExposed, " The password of {0} more was right, and access was stopped.");
        switch (worst)
        {
            case Outcome.FollowOn:
                return $"Yes, and they used it: {Names(Outcome.FollowOn)}.{Say(Outcome.AccessGained, " Access was gained to {0} more.")}{exposed}{unknown}";
            case Outcome.AccessGained:
                return $"Yes: {Names(Outcome.AccessGained)}. What was done with it was not seen.{exposed}{unknown}";
            case Outcome.CredentialExposed:
                return $"No access was seen, but they have a password that is right: {Names(Outcome.CredentialExposed)}.{unknown}";
            case Outcome.Unknown:
                return $"That can't be said for {Names(Outcome.Unknown)}: the logs that would show a success are missing or incomplete.{(targets.Any(static t => t.Outcome != Outcome.Unknown) ? " No success was seen in the others." : "")}";
            case Outcome.Blocked:
                return $"No success was seen. A control stopped the tries against {Names(Outcome.Blocked)}.{Say(Outcome.Failed, " Those against {0} more were all rejected.")}";
            case Outcome.Failed:
                return $"No: every try against {Names(Outcome.Failed)} was rejected, and the logs that would show a success cover the whole time and after.";
            default:
                return report.Coverage.All(static s => s.Records == 0)
                    ? "That can't be said either."
                    : "No attempt was seen, so no success of one.";
        }

        string Names(Outcome outcome) => ListOf([.. targets.Where(t => t.Outcome == outcome)]);

        string Say(Outcome outcome, string words)
        {
            int count = targets.Count(t => t.Outcome == outcome);
            return count == 0 ? "" : words.Replace("{0}", Wording.Counted(count, "target"), StringComparison.Ordinal);
        }
    }

    private static string ListOf(TargetLine[] lines)
    {
        if (lines.Length == 0)
        {
            return "a target that is not named";
        }

        string names = string.Join(", ", lines.Take(NamesShown).Select(static l => Phrase.Cut(l.Observable.Value)));
        return lines.Length > NamesShown ? $"{names} and {Wording.Count(lines.Length - NamesShown)} more" : names;
    }

    private static string[] Touched(Incident[] attempts, IReadOnlyList<TargetLine> targets)
    {
        if (attempts.Length == 0)
        {
            return ["Nobody, as far as these logs show."];
        }

        return
        [
            .. OutcomeWords
                .WorstFirst.Select(outcome =>
                    (Outcome: outcome, Lines: targets.Where(t => t.Outcome == outcome).ToArray())
                )
                .Where(static group => group.Lines.Length > 0)
                .Select(static group =>
                    $"{OutcomeWords.Label(group.Outcome)}: {Kinds(group.Lines)} ({ListOf(group.Lines)})"
                ),
        ];
    }

    private static string Kinds(TargetLine[] lines) =>
        string.Join(
            ", ",
            lines
                .GroupBy(static l => l.Observable.Kind)
                .OrderBy(static g => g.Key)
                .Select(static g => KindWords.Counted(g.Count(), g.Key))
        );

    private static string[] First(OrganisationReport report, Incident[] attempts)
    {
        string[] advice =
        [
            .. WorstFirst([report])
                .Where(static i => i.Outcome != Outcome.NotAnAttack)
                .SelectMany(static i => i.Advice)
                .Distinct(StringComparer.Ordinal)
                .Take(AdviceShown),
        ];
        if (advice.Length > 0)
        {
            return advice;
        }

        string[] remedies =
        [
            .. attempts
                .SelectMany(static i => i.Targets)
                .SelectMany(static t => t.MissingLogs)
                .Select(static m => m.Remedy)
                .Distinct(StringComparer.Ordinal)
                .Take(AdviceShown),
        ];
        return remedies.Length > 0 ? remedies
            : report.Coverage.All(static s => s.Records == 0) ? ["Give the folder that holds this organisation's logs."]
            : ["Nothing that these logs ask for. Keep collecting them."];
    }

    private static string Span(DateTime from, DateTime until) => $"{Phrase.Minute(from)} to {Phrase.Minute(until)} UTC";
}
