using System.Text.RegularExpressions;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.FollowOns;

/// <summary>Says of an action whether it is suspicious in itself, and why.</summary>
internal sealed partial class ActionJudge(Organisation organisation)
{
    // Words that published rules of intruders looked for: what they work on, and what would warn their victim.
    private static readonly string[] Words =
    [
        "covid",
        "vaccin",
        "invoice",
        "payment",
        "payroll",
        "wire",
        "bank",
        "phish",
        "hack",
        "malware",
        "suspicious",
        "password",
        "helpdesk",
        "security",
        "virus",
        "spam",
        "do not open",
        "compromis",
        "mfa",
        "shipment",
        "quotation",
    ];

    // Folders that nobody looks into. The archive is not one of them: half of all ordinary rules file mail there.
    private static readonly string[] Corners = ["RSS", "Conversation History", "Junk", "Deleted Items", "Notes"];

    /// <summary>The reason; null where it is ordinary.</summary>
    /// <param name="action">The action.</param>
    /// <param name="isHabitual">Whether it came from a place that the account is known to work from: its owner may hide what he likes.</param>
    public string? Reason(AccountAction action, bool isHabitual)
    {
        string detail = action.Detail;
        switch (action.Kind)
        {
            case AccountActionKind.InboxRule:
            case AccountActionKind.TransportRule:
                if (Stranger(action) is { } stranger)
                {
                    return $"it sends mail on to {SignIns.Words.Cut(stranger)}, outside the organisation";
                }

                if (isHabitual)
                {
                    return null;
                }

                string? word = Array.Find(Words, w => Values(detail).Contains(w, StringComparison.OrdinalIgnoreCase));
                bool isHiding =
                    detail.Contains("DeleteMessage=True", StringComparison.OrdinalIgnoreCase)
                    || (
                        detail.Contains("MoveToFolder=", StringComparison.OrdinalIgnoreCase)
                        && Array.Exists(Corners, c => detail.Contains(c, StringComparison.OrdinalIgnoreCase))
                    );
                return isHiding && word is not null ? $"it hides mail with the word '{word}'"
                    : isHiding && HasEmptyName(detail) ? "it hides mail and its name is no name"
                    : null;
            case AccountActionKind.Forwarding:
                return Stranger(action) is { } to
                    ? $"it sends mail on to {SignIns.Words.Cut(to)}, outside the organisation"
                    : null;
            case AccountActionKind.LoggingStopped:
                return "it takes away the log that would tell of it";
            default:
                return null;
        }
    }

    // Addresses of mail in the parameters whose domain is neither the organisation's nor a supplier's nor the account's own.
    private string? Stranger(AccountAction action)
    {
        if (
            !action.Detail.Contains("Forward", StringComparison.OrdinalIgnoreCase)
            && !action.Detail.Contains("Redirect", StringComparison.OrdinalIgnoreCase)
            && !action.Detail.Contains("BlindCopyTo", StringComparison.OrdinalIgnoreCase)
            && action.Kind != AccountActionKind.Forwarding
        )
        {
            return null;
        }

        string own = DomainOf(action.Account);
        string target = DomainOf(action.Target);
        foreach (ValueMatch match in Addresses().EnumerateMatches(action.Detail))
        {
            string address = action.Detail.Substring(match.Index, match.Length);
            string domain = DomainOf(address);
            if (domain != own && domain != target && !IsKnown(domain))
            {
                return address;
            }
        }

        return null;
    }

    private bool IsKnown(string domain) =>
        organisation.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase)
        || organisation.Suppliers.Any(s => s.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase));

    private static string DomainOf(string address) =>
        address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    // The words of a rule are values of its conditions; names of parameters are not.
    private static string Values(string detail) =>
        string.Join(
            ' ',
            detail
                .Split(';')
                .Where(p =>
                    p.Contains("Words", StringComparison.OrdinalIgnoreCase)
                    || p.Contains("Subject", StringComparison.OrdinalIgnoreCase)
                    || p.Contains("Body", StringComparison.OrdinalIgnoreCase)
                )
                .Select(p => p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..])
        );

    private static bool HasEmptyName(string detail)
    {
        foreach (string part in detail.Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("Name=", StringComparison.OrdinalIgnoreCase))
            {
                return !part.AsSpan(5).ContainsAnyInRange('A', 'z') && part.Length <= 9;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,190}", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
