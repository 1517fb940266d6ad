using System.Globalization;
using Cordon.Events;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Stix;
using Cordon.Reporting.Terminal;
using Cordon.Sector.Warnings;
using ProbabilityWords = Cordon.Attribution.ProbabilityWords;

namespace Cordon.Reporting.Warnings;

/// <summary>How parts of warnings are spelt in every output.</summary>
public static class WarningWords
{
    /// <summary>A reason's kind in files.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Of(WarningReasonKind kind) =>
        kind switch
        {
            WarningReasonKind.AccountUsed => "account-used",
            WarningReasonKind.MailSent => "mail-sent",
            WarningReasonKind.LureFromDomain => "lure-from-domain",
            WarningReasonKind.PasswordKnown => "password-known",
            WarningReasonKind.Correspondence => "correspondence",
            WarningReasonKind.Addressed => "addressed",
            WarningReasonKind.NameBorrowed => "name-borrowed",
            WarningReasonKind.AccountTried => "account-tried",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The warning's marking.</summary>
    public static TlpMarking MarkingOf(Warning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return warning.IsForRecipientOnly ? TlpMarking.AmberStrict : TlpMarking.Amber;
    }

    /// <summary>The label of the warning's marking as TLP 2.0 has it.</summary>
    public static string LabelOf(Warning warning) =>
        MarkingOf(warning) == TlpMarking.AmberStrict ? "TLP:AMBER+STRICT" : "TLP:AMBER";

    /// <summary>The name of a warning's files, without ending: the recipient's name in small letters and the first eight digits of its id.</summary>
    public static string FileNameOf(Warning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        string slug = string.Join(
            '-',
            string.Concat(
                    warning
                        .Recipient.Name.ToLowerInvariant()
                        .Take(60)
                        .Select(static c => char.IsAsciiLetterOrDigit(c) ? c : ' ')
                )
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        return (slug.Length == 0 ? "recipient" : slug) + "-" + warning.Id[..8];
    }

    /// <summary>The likelihood's word with its number: <c>highly likely (85 %)</c>.</summary>
    internal static string Likely(double probability)
    {
        string words = ProbabilityWords.Of(probability);
        string article = words is "remote chance" or "realistic possibility" ? "a " : "";
        return $"{article}{words} ({Phrase.Percent(probability)})";
    }

    internal static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Sender(Warning warning) => SafeText.OneLine(AnswerMaker.NameOf(warning.Organisation), 200);

    internal static string KindOf(ObservableKind kind) =>
        kind switch
        {
            ObservableKind.EmailAddress => "sender",
            ObservableKind.Hash => "digest",
            ObservableKind.UserAgent => "program",
            ObservableKind.Url => "link",
            _ => KindWords.Of(kind),
        };
}
