using Cordon.Events;
using Cordon.Events.Coverage;

namespace Cordon.Reporting.Answers;

/// <summary>How kinds of observables, parts and logs are spelt: in files for programs, and for people.</summary>
public static class KindWords
{
    /// <summary>An observable's kind in files; an e-mail address is a <c>mailbox</c>, whether it was read or written to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Of(ObservableKind kind) =>
        kind switch
        {
            ObservableKind.Account => "account",
            ObservableKind.Host => "host",
            ObservableKind.EmailAddress => "mailbox",
            ObservableKind.Address => "address",
            ObservableKind.Domain => "domain",
            ObservableKind.Url => "url",
            ObservableKind.Hash => "hash",
            ObservableKind.File => "file",
            ObservableKind.UserAgent => "user-agent",
            ObservableKind.Application => "application",
            ObservableKind.Session => "session",
            ObservableKind.Message => "message",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>An observable's part in files.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public static string Of(EntityRole role) =>
        role switch
        {
            EntityRole.Target => "target",
            EntityRole.Source => "source",
            EntityRole.Related => "related",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };

    /// <summary>A log's kind in files.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Of(LogKind kind) =>
        kind switch
        {
            LogKind.Other => "other",
            LogKind.CloudSignIn => "cloud-sign-in",
            LogKind.CloudSignInNonInteractive => "cloud-sign-in-non-interactive",
            LogKind.CloudAudit => "cloud-audit",
            LogKind.CloudActivity => "cloud-activity",
            LogKind.WindowsSecurity => "windows-security",
            LogKind.WindowsProcess => "windows-process",
            LogKind.WindowsOther => "windows-other",
            LogKind.LinuxAuthentication => "linux-authentication",
            LogKind.Vpn => "vpn",
            LogKind.Mail => "mail",
            LogKind.Proxy => "proxy",
            LogKind.Dns => "dns",
            LogKind.WebServer => "web-server",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>A log's kind for people, after "the log of".</summary>
    internal static string Plain(LogKind kind) =>
        kind switch
        {
            LogKind.Other => "other logs",
            LogKind.CloudSignIn => "cloud sign-ins",
            LogKind.CloudSignInNonInteractive => "non-interactive cloud sign-ins",
            LogKind.CloudAudit => "cloud directory changes",
            LogKind.CloudActivity => "cloud mailbox and file activity",
            LogKind.WindowsSecurity => "Windows sign-ins",
            LogKind.WindowsProcess => "Windows processes",
            LogKind.WindowsOther => "other Windows logs",
            LogKind.LinuxAuthentication => "Linux sign-ins",
            LogKind.Vpn => "VPN sign-ins",
            LogKind.Mail => "mail",
            LogKind.Proxy => "web requests",
            LogKind.Dns => "DNS look-ups",
            LogKind.WebServer => "own web servers",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>A number of things of one kind, for people: <c>1 account</c>, <c>3 mailboxes</c>.</summary>
    internal static string Counted(long count, ObservableKind kind)
    {
        string one = kind == ObservableKind.Url ? "URL" : Of(kind).Replace('-', ' ');
        string many = one[^1] is 's' or 'x' or 'h' ? one + "es" : one + "s";
        return $"{Wording.Count(count)} {(count == 1 ? one : many)}";
    }
}
