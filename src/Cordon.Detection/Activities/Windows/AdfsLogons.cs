using System.Text.RegularExpressions;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>Sign-ins that AD FS on one's own servers writes of: audits 1200 to 1203 and 1210, and the older 411 and 412.</summary>
internal sealed partial class AdfsLogons : IActivitySource
{
    // Audits are XML of a few kilobytes in one text.
    private const int MaxText = 16 * 1024;

    public IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [("windows", "Security"), ("windows", "AD FS/Admin"), ("windows", "AD FS Auditing")];

    public void Read(LogEvent source, List<Activity> activities)
    {
        if (
            source.Code is not (1200 or 1201 or 1202 or 1203 or 1210 or 411 or 412)
            || !source.Provider.StartsWith("AD FS", StringComparison.OrdinalIgnoreCase)
            || source.Time is not { } time
        )
        {
            return;
        }

        string text = Payload(source);
        string account = Element(text, "UserId");
        if (account.Length == 0)
        {
            account = Accounts().Match(text).Value;
        }

        string forwarded = Element(text, "ForwardedIpAddress");
        string address = forwarded.Length > 0 ? forwarded : Element(text, "IpAddress");
        if (address.Length == 0)
        {
            address = Addresses().Match(text).Value;
        }

        int comma = address.IndexOf(',', StringComparison.Ordinal);
        string error = Element(text, "ErrorCode");
        string reason = Element(text, "FailureType");
        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System = "adfs",
                Account = WindowsText.Account(account),
                Verdict = source.Code switch
                {
                    1200 or 1202 or 412 => SignInVerdict.Succeeded,
                    1210 => SignInVerdict.Blocked,
                    // A token that can't be validated is a wrong password only where the audit says so.
                    1201 or 1203 or 411 => VerdictOf(reason, error, text),
                    _ => SignInVerdict.Unknown,
                },
                IsPasswordRight = source.Code is 1200 or 1202 ? true : null,
                Code = error.Length > 0 && error != "N/A" ? error : $"{source.Code}",
                Reason = reason,
                Address = WindowsText.Address(comma > 0 ? address.AsSpan(0, comma) : address).ToString(),
                UserAgent = Element(text, "UserAgentString"),
                Application = Element(text, "RelyingParty"),
                Protocol = Element(text, "AuthProtocol"),
                Host = WindowsText.Bounded(source.Computer),
            }
        );
    }

    private static SignInVerdict VerdictOf(string reason, string error, string text) =>
        reason.Contains("Lockout", StringComparison.OrdinalIgnoreCase) ? SignInVerdict.Blocked
        : reason.Contains("Credential", StringComparison.OrdinalIgnoreCase)
        || error.Contains("UnauthenticatedException", StringComparison.OrdinalIgnoreCase)
        || text.Contains("user name or password is incorrect", StringComparison.OrdinalIgnoreCase)
        || text.Contains("UserNamePassword", StringComparison.OrdinalIgnoreCase)
            ? SignInVerdict.Rejected
        : SignInVerdict.Unknown;

    private static string Payload(LogEvent source)
    {
        var all = new System.Text.StringBuilder();
        source.VisitPayload(
            (_, value) =>
            {
                int room = MaxText - all.Length;
                all.Append(value.Text[..Math.Min(room, value.Text.Length)]).Append('\n');
                return all.Length < MaxText;
            }
        );
        return all.ToString();
    }

    private static string Element(string text, string name)
    {
        int start = text.IndexOf($"<{name}>", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        start += name.Length + 2;
        int end = text.IndexOf('<', start);
        string value = end < 0 ? "" : WindowsText.Bounded(text.AsSpan(start, end - start));
        return value is "N/A" ? "" : value;
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,190}", RegexOptions.NonBacktracking)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"\b[0-9]{1,3}(\.[0-9]{1,3}){3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
