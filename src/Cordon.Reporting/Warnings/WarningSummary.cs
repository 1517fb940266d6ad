using Cordon.Reporting.Terminal;
using Cordon.Sector.Warnings;
using Spectre.Console;

namespace Cordon.Reporting.Warnings;

/// <summary>The end of a scan: who should be warned, and why.</summary>
public static class WarningSummary
{
    private const int Shown = 10;
    private const int Room = 12;
    private const int LineLimit = 500;

    /// <summary>Writes it; nothing where nobody is to be warned.</summary>
    /// <param name="console">The console.</param>
    /// <param name="warnings">The warnings, most urgent first.</param>
    /// <param name="folder">Where their files are; null where none were written.</param>
    /// <param name="all">Whether all are told.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<Warning> warnings, string? folder, bool all = true)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(warnings);
        if (warnings.Count == 0)
        {
            return;
        }

        var lines = new IncidentLines(console);
        lines.Blank();
        lines.Heading($"WARN ({Wording.Counted(warnings.Count, "warning")}; nothing was sent)");
        bool isOne = warnings.Select(static w => w.Organisation).Distinct(StringComparer.Ordinal).Count() < 2;
        foreach (Warning warning in warnings.Take(all ? int.MaxValue : Shown))
        {
            string from = isOne ? "" : $" [{warning.Organisation}]";
            lines.Blank();
            lines.Labelled(
                0,
                "",
                0,
                SafeText.OneLine(
                    $"{warning.Recipient.Name}{from}: {WarningWords.Likely(warning.Likelihood)}",
                    LineLimit
                ),
                "bold"
            );
            for (int i = 0; i < warning.Reasons.Count; i++)
            {
                Put(lines, i == 0 ? "why" : "", warning.Reasons[i].Statement);
            }

            Put(lines, "incident", warning.IncidentId);
            Put(
                lines,
                "reach them",
                warning.Recipient.Contact.Length > 0
                    ? warning.Recipient.Contact
                    : "no contact in cordon.yaml; call somebody you know there, by a number that no mail gave you"
            );
            if (folder is not null)
            {
                Put(
                    lines,
                    "files",
                    $"{Path.Combine(folder, WarningWords.FileNameOf(warning))}.txt, .eml, .stix.json ({WarningWords.LabelOf(warning)})"
                );
            }
        }

        AnswerText.More(lines, all ? 0 : warnings.Count - Shown, "warning", "--out DIR writes them all");
    }

    private static void Put(IncidentLines lines, string label, string text) =>
        lines.Labelled(3, label, Room, SafeText.OneLine(text, LineLimit));
}
