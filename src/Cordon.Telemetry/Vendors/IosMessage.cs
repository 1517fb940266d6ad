using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;

namespace Cordon.Telemetry.Vendors;

/// <summary>Knows messages of Cisco's routers and switches: <c>%SEC_LOGIN-4-LOGIN_FAILED: …</c>.</summary>
internal static class IosMessage
{
    private static readonly System.Buffers.SearchValues<char> FacilityChars = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    );

    /// <summary>Finds facility, severity, mnemonic and text; false where there is no such message.</summary>
    public static bool TryFind(
        ReadOnlySpan<char> content,
        out ReadOnlySpan<char> facility,
        out ReadOnlySpan<char> mnemonic,
        out ReadOnlySpan<char> message
    )
    {
        facility = default;
        mnemonic = default;
        message = default;
        int at = content.IndexOf('%');
        if (at is < 0 or > 80)
        {
            return false;
        }

        var reader = new SpanReader(content[(at + 1)..]);
        if (
            !reader.TakeUntil("-", out facility)
            || facility.Length is 0 or > 40
            || facility.ContainsAnyExcept(FacilityChars)
            || !reader.TakeNumber(1, out int severity)
            || severity > 7
            || !reader.Take("-")
            || !reader.TakeUntil(":", out mnemonic)
            || mnemonic.Length > 60
            || mnemonic.Contains(' ')
        )
        {
            return false;
        }

        message = reader.Rest.Trim();
        return true;
    }

    /// <summary>What a message says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(ReadOnlySpan<char> mnemonic, ReadOnlySpan<char> message)
    {
        string? result = mnemonic switch
        {
            "LOGIN_FAILED" => AuthResult.Failure,
            "LOGIN_SUCCESS" => AuthResult.Success,
            _ => null,
        };
        return result is null
            ? null
            : new AuthFacts(result)
            {
                User = Between(message, "[user:"),
                Address = Between(message, "[Source:"),
                Reason = Between(message, "[Reason:"),
            };
    }

    private static string Between(ReadOnlySpan<char> message, ReadOnlySpan<char> name)
    {
        int at = message.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return "";
        }

        ReadOnlySpan<char> rest = message[(at + name.Length)..];
        int end = rest.IndexOf(']');
        return (end < 0 ? rest : rest[..end]).Trim().ToString();
    }
}
