namespace Cordon.Sector.Warnings;

/// <summary>Why an incident could reach a supplier or partner; the earlier ones are more urgent.</summary>
public enum WarningReasonKind
{
    /// <summary>An account of the recipient's signed in from where the attacker is, or its target was reached; written <c>account-used</c>.</summary>
    AccountUsed = 0,

    /// <summary>An account that was broken into sent mail to the recipient; written <c>mail-sent</c>.</summary>
    MailSent,

    /// <summary>A lure came from the recipient's own domain and passed the checks; written <c>lure-from-domain</c>.</summary>
    LureFromDomain,

    /// <summary>The attacker had the right password of an account of the recipient's and was stopped; written <c>password-known</c>.</summary>
    PasswordKnown,

    /// <summary>A mailbox that was broken into holds mail from or to the recipient; written <c>correspondence</c>.</summary>
    Correspondence,

    /// <summary>The same lure was addressed to the recipient's domain; written <c>addressed</c>.</summary>
    Addressed,

    /// <summary>A lure borrows the recipient's name or a domain that looks like his; written <c>name-borrowed</c>.</summary>
    NameBorrowed,

    /// <summary>Passwords of the recipient's accounts were guessed at; written <c>account-tried</c>.</summary>
    AccountTried,
}
