using System.Globalization;
using System.Text;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Terminal;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Warnings;

/// <summary>
/// A warning as plain text, of lines that end with a line feed. It names no account, mailbox, computer or inner address of the organisation that warns; observables are defanged.
/// </summary>
public static class WarningText
{
    private const int Columns = 92;

    /// <summary>The subject of the warning, one line, with its marking as TLP 2.0 asks for.</summary>
    public static string SubjectOf(Warning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return $"[{WarningWords.LabelOf(warning)}] Warning from {WarningWords.Sender(warning)}: an attack that may concern you";
    }

    /// <summary>The whole text.</summary>
    public static string Of(Warning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        string label = WarningWords.LabelOf(warning);
        var text = new StringBuilder();
        Line(text, label);
        Line(text, "");
        Wrap(
            text,
            "",
            $"Warning to {SafeText.OneLine(warning.Recipient.Name, 200)} from {WarningWords.Sender(warning)}"
        );
        Wrap(text, "", $"Id {warning.Id}, valid until {WarningWords.Day(warning.Until)}");
        Line(text, "");
        Line(text, "WHAT HAPPENED");
        Wrap(
            text,
            "  ",
            $"{warning.What} It went from {Phrase.Minute(warning.First)} to {Phrase.Minute(warning.Last)} UTC."
        );
        Line(text, "");
        Line(text, "WHY YOU");
        foreach (WarningReason reason in warning.Reasons)
        {
            Wrap(
                text,
                "  - ",
                $"{SafeText.OneLine(reason.Told, 600)} That this is so is {WarningWords.Likely(reason.Probability)}."
            );
        }

        Line(text, "");
        Line(text, "WHAT TO DO");
        for (int i = 0; i < warning.Actions.Count; i++)
        {
            Wrap(text, string.Create(CultureInfo.InvariantCulture, $"  {i + 1}. "), warning.Actions[i]);
        }

        WriteLookFor(text, warning);
        Line(text, "");
        Line(text, "HOW SURE WE ARE");
        Wrap(text, "  ", $"It is {WarningWords.Likely(warning.Likelihood)} that this concerns you.");
        Wrap(
            text,
            "  ",
            $"Our confidence is {SafeText.OneLine(warning.Confidence, 20)}: so good are the logs that this rests on."
        );
        Wrap(
            text,
            "  ",
            $"Grade {warning.Grade} (Admiralty code), as we grade ourselves; all of it is from our own logs."
        );
        Line(text, "");
        Wrap(text, "", Sharing(warning));
        Line(text, label);
        return text.ToString();
    }

    private static string Sharing(Warning warning) =>
        warning.IsForRecipientOnly
            ? "TLP:AMBER+STRICT: share it within your organisation only, with those who need to know."
            : "TLP:AMBER: share it within your organisation and with your clients, as far as they need to know to protect themselves.";

    private static void WriteLookFor(StringBuilder text, Warning warning)
    {
        Line(text, "");
        Line(text, "WHAT TO LOOK FOR");
        if (warning.LookFor.Count + warning.Subjects.Count == 0)
        {
            Wrap(text, "  ", "Nothing that we may name.");
            return;
        }

        Wrap(text, "  ", "Dots and signs are put in brackets so that nothing is opened by mistake.");
        foreach (Sought sought in warning.LookFor)
        {
            Line(
                text,
                $"  {WarningWords.KindOf(sought.Observable.Kind).PadRight(8)} {Defanged.Of(sought.Observable)}  until {WarningWords.Day(sought.Until)}"
            );
        }

        foreach (string subject in warning.Subjects)
        {
            Line(text, $"  subject  \"{Defanged.Text(subject)}\"");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static void Wrap(StringBuilder text, string lead, string words)
    {
        string indent = new(' ', lead.Length);
        var line = new StringBuilder(lead);
        bool isEmpty = true;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Columns)
            {
                Line(text, line.ToString());
                line.Clear().Append(indent);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        Line(text, line.ToString());
    }
}
