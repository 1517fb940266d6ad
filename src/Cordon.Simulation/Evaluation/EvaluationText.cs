using System.Globalization;
using System.Text;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Evaluation;

/// <summary>Writes the figures as tables for people. Whatever stood in the files is made harmless for a terminal.</summary>
internal static class EvaluationText
{
    private const int MaxShown = 20;
    private const int MaxName = 60;

    private static readonly TruthOutcome?[] Said =
    [
        TruthOutcome.NotAnAttack,
        TruthOutcome.Failed,
        TruthOutcome.Blocked,
        TruthOutcome.Unknown,
        TruthOutcome.CredentialExposed,
        TruthOutcome.AccessGained,
        TruthOutcome.FollowOn,
        null,
    ];

    public static void Write(TextWriter output, EvaluationReport report)
    {
        TruthDocument truth = report.Truth;
        KindFigures all = report.All;
        void Line(FormattableString text) => output.Write(text.ToString(CultureInfo.InvariantCulture) + "\n");
        Line(
            $"profile {Safe(truth.Profile)}, seed {truth.Seed}: {truth.Members.Count} members, {truth.Days} days, {truth.Attempts.Count} attempts"
        );
        Line($"");
        Line($"Incidents");
        Line(
            $"  recall                    {Share(all.Found, all.Visible)}   {all.Found} of {all.Visible} attempts that some log tells of ({all.Attempts - all.Visible} more that none does)"
        );
        Line(
            $"  precision                 {Share(report.Alerts - report.False, report.Alerts)}   {report.Alerts - report.False} of {report.Alerts} incidents; {report.SetAside} more say 'not an attack'"
        );
        Line($"  false a member and day    {Rate(report.False, report.MemberDays)}   {report.False} incidents");
        Line($"  alerts a member and day   {Rate(report.Alerts, report.MemberDays)}");
        Line($"  fragments                 {all.Fragments}   incidents beyond one for each attempt");
        Line($"");
        Line($"Successes                   found    told as such");
        Line(
            $"  credential exposed, worse {Share(all.Exposed.Found, all.Exposed.Attempts)}   {Share(all.Exposed.Told, all.Exposed.Attempts)}   of {all.Exposed.Attempts}"
        );
        Line(
            $"  access gained, worse      {Share(all.Access.Found, all.Access.Attempts)}   {Share(all.Access.Told, all.Access.Attempts)}   of {all.Access.Attempts}"
        );
        Line($"");
        Line($"Outcomes of targets");
        Line(
            $"  right                     {Share(all.Right, all.Named)} of {all.Named} that incidents name, {Share(all.Right, all.Targets)} of all {all.Targets}"
        );
        Line($"  'failed' without coverage {report.WronglyFailed}   (has to be 0)");
        Line($"");
        Attribution(output, report.Who);
        Confusion(output, report);
        Kinds(output, report);
        Table(output, "Probability of incidents", report.Incidents);
        Table(output, "Probability of outcomes", report.Outcomes);
        Table(output, "Probability of named actors, all that are listed", report.Who.Listed);
        Table(output, "Probability of the likeliest named actor", report.Who.Leading);
        List(output, "Attempts that were not found", report.Missed);
        List(output, "Outcomes told otherwise than known", report.Differing);
        List(output, "'Failed' without coverage", report.WronglyFailedTargets);
        List(output, "False incidents", report.FalseAlerts);
    }

    private static void Attribution(TextWriter output, AttributionFigures who)
    {
        if (who.Incidents == 0)
        {
            return;
        }

        void Line(FormattableString text) => output.Write(text.ToString(CultureInfo.InvariantCulture) + "\n");
        Line($"Who was behind it");
        Line(
            $"  attributed                {Share(who.Attributed, who.Incidents)}   {who.Attributed} of {who.Incidents} incidents; {who.Right} of them to whom they belong"
        );
        Line(
            $"  wrong above 'possible'    {Share(who.WrongAbove, who.Incidents)}   {who.WrongAbove} incidents (at most 1 in 100 is wanted)"
        );
        Line(
            $"  found of what could be    {Share(who.Found, who.Reported)}   {who.Found} of {who.Reported} whose fresh infrastructure a good source names; {who.Known} are a known actor's"
        );
        Line($"  false flags               {who.Fooled} of {who.FalseFlags} held for another's");
        Line(
            $"  calibration error         {who.Listed.Error ?? 0:0.000} of {who.Listed.Count} named actors, {who.Leading.Error ?? 0:0.000} of {who.Leading.Count} likeliest ones (at most 0.05 is wanted)"
        );
        Line($"");
    }

    private static void Confusion(TextWriter output, EvaluationReport report)
    {
        output.Write("Knowable (rows) against said (columns)\n");
        output.Write("  " + "".PadRight(20) + string.Concat(Said.Select(static s => Short(s).PadLeft(12))) + "\n");
        foreach (TruthOutcome knowable in report.Confusion.Keys.Select(static k => k.Knowable).Distinct().Order())
        {
            output.Write("  " + TruthWords.Of(knowable).PadRight(20));
            foreach (TruthOutcome? said in Said)
            {
                output.Write(
                    report
                        .Confusion.GetValueOrDefault((knowable, said))
                        .ToString(CultureInfo.InvariantCulture)
                        .PadLeft(12)
                );
            }

            output.Write("\n");
        }

        output.Write("\n");
    }

    private static void Kinds(TextWriter output, EvaluationReport report)
    {
        output.Write(
            "Kinds of attempts         attempts  visible    found   recall   access+   told   right of named\n"
        );
        foreach ((string name, KindFigures kind) in report.Kinds)
        {
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {Safe(name), -24}{kind.Attempts, 8}{kind.Visible, 9}{kind.Found, 9}   {Share(kind.Found, kind.Visible)}{kind.Access.Attempts, 9}{kind.Access.Told, 7}   {Share(kind.Right, kind.Named)} of {kind.Named}\n"
                )
            );
        }

        output.Write("\n");
    }

    private static void Table(TextWriter output, string title, Calibration calibration)
    {
        if (calibration.Count == 0)
        {
            return;
        }

        output.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{title}: Brier score {calibration.Brier:0.0000}, calibration error {calibration.Error:0.0000}\n"
            )
        );
        output.Write("  said           count   mean said   was so\n");
        foreach ((double from, long count, double mean, double share) in calibration.Rows())
        {
            output.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {from:0.0} to {from + 0.1:0.0}{count, 11}{mean, 12:0.000}{share, 9:0.000}\n"
                )
            );
        }

        output.Write("\n");
    }

    private static void List(TextWriter output, string title, IReadOnlyList<(string, string)> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        output.Write($"{title}\n");
        foreach ((string first, string second) in items.Take(MaxShown))
        {
            output.Write($"  {Safe(first)}  {Safe(second)}\n");
        }

        output.Write(items.Count > MaxShown ? "  … (the JSON format lists more)\n\n" : "\n");
    }

    private static string Short(TruthOutcome? outcome) =>
        outcome switch
        {
            null => "not named",
            TruthOutcome.NotAnAttack => "no attack",
            TruthOutcome.CredentialExposed => "exposed",
            TruthOutcome.AccessGained => "access",
            { } o => TruthWords.Of(o),
        };

    private static string Share(int part, int whole) =>
        whole == 0 ? "    –  " : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole, 5:0.0} %");

    private static string Rate(int count, double days) =>
        days <= 0 ? "    –  " : string.Create(CultureInfo.InvariantCulture, $"{count / days, 6:0.0000}");

    // Control characters, direction marks and the like come out as a question mark.
    private static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (safe.Length >= MaxName)
            {
                return safe.Append('…').ToString();
            }

            bool isPlain =
                Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                );
            safe.Append(isPlain ? rune.ToString() : "?");
        }

        return safe.ToString();
    }
}
