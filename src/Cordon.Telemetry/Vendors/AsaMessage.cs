using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Syslog;

namespace Cordon.Telemetry.Vendors;

/// <summary>Knows what messages of Cisco's firewalls (<c>%ASA-6-113005: …</c>, also FTD and PIX) say.</summary>
internal static class AsaMessage
{
    private static readonly string[] Marks = ["%ASA-", "%FTD-", "%PIX-"];

    /// <summary>Finds the message in what follows a line's time.</summary>
    public static bool TryFind(
        ReadOnlySpan<char> content,
        out int severity,
        out int code,
        out ReadOnlySpan<char> message
    )
    {
        severity = 0;
        code = 0;
        message = default;
        foreach (string mark in Marks)
        {
            int at = content.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var reader = new SpanReader(content[(at + mark.Length)..]);
            // %ASA-vpn-6-113005 is how classes of messages are written.
            if (reader.Rest.Length > 0 && char.IsAsciiLetter(reader.Rest[0]))
            {
                reader.TakeUntil("-", out _);
            }

            if (
                reader.TakeNumber(1, out severity)
                && reader.Take("-")
                && reader.TakeNumber(6, out code)
                && reader.Take(":")
            )
            {
                message = reader.Rest.Trim();
                return true;
            }
        }

        return false;
    }

    /// <summary>What a message says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(int code, ReadOnlySpan<char> message)
    {
        switch (code)
        {
            case 113004 or 113012:
                return message.Contains("authentication Successful", StringComparison.OrdinalIgnoreCase)
                    ? Named(AuthResult.Verified, message)
                    : null;
            case 113008:
                return Named(AuthResult.Verified, message);
            case 113005 or 113015 or 113016 or 113017:
                return Named(AuthResult.Failure, message);
            case 113006:
                return Words(message, "User ") is { Length: > 0 } locked
                    ? new AuthFacts(AuthResult.Blocked) { User = Visible(locked), Reason = "locked out" }
                    : null;
            case 109005 or 109006:
                return Through(code == 109005, message);
            case 605004 or 605005:
                return Login(code == 605005, message);
            case 611101 or 611102:
                return new AuthFacts(code == 611101 ? AuthResult.Success : AuthResult.Failure)
                {
                    Address = After(message, "IP address:", ','),
                    User = Visible(After(message, "Uname:", ',')),
                };
            case 716038 or 716001 or 722022 or 722051 or 113039:
                return Group(AuthResult.Success, message);
            case 716039:
                return Group(AuthResult.Failure, message);
            case 113019 or 716002 or 722023:
                return Group(AuthResult.SessionClosed, message)
                    ?? new AuthFacts(AuthResult.SessionClosed)
                    {
                        User = Visible(After(message, "Username =", ',')),
                        Address = After(message, "IP =", ','),
                    };
            default:
                return null;
        }
    }

    // AAA user authentication Rejected : reason = Invalid password : server = 192.0.2.1 : user = alice : user IP = 198.51.100.7
    private static AuthFacts Named(string result, ReadOnlySpan<char> message)
    {
        string user = "";
        string address = "";
        string reason = "";
        foreach (Range range in message.Split(':'))
        {
            ReadOnlySpan<char> part = message[range].Trim();
            int equals = part.IndexOf('=');
            if (equals < 0)
            {
                continue;
            }

            ReadOnlySpan<char> name = part[..equals].Trim();
            string value = part[(equals + 1)..].Trim().ToString();
            if (name.EndsWith("user IP", StringComparison.OrdinalIgnoreCase))
            {
                // An IPv6 address holds colons itself.
                int at = message.LastIndexOf('=');
                address = message[(at + 1)..].Trim().ToString();
                break;
            }

            if (name.Equals("user", StringComparison.OrdinalIgnoreCase))
            {
                user = value;
            }
            else if (name.Equals("reason", StringComparison.OrdinalIgnoreCase))
            {
                reason = value;
            }
        }

        bool isLocked = reason.Contains("locked", StringComparison.OrdinalIgnoreCase);
        return new AuthFacts(result is AuthResult.Failure && isLocked ? AuthResult.Blocked : result)
        {
            User = Visible(user),
            Address = address,
            Reason = reason,
        };
    }

    // Login denied from 198.51.100.7/4242 to outside:192.0.2.1/ssh for user "alice"
    private static AuthFacts? Login(bool isSuccess, ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message);
        if (!reader.TakeUntil(" from ", out _) || !reader.TakeUntil(" to ", out ReadOnlySpan<char> from))
        {
            return null;
        }

        int slash = from.LastIndexOf('/');
        int user = reader.Rest.IndexOf(" for user ", StringComparison.Ordinal);
        ReadOnlySpan<char> service = user < 0 ? reader.Rest : reader.Rest[..user];
        return new AuthFacts(isSuccess ? AuthResult.Success : AuthResult.Failure)
        {
            Address = Zoned(slash < 0 ? from : from[..slash]),
            Port = slash < 0 ? "" : from[(slash + 1)..].ToString(),
            User = user < 0 ? "" : Visible(reader.Rest[(user + 10)..].Trim().Trim('"').ToString()),
            Method = service[(service.LastIndexOf('/') + 1)..].Trim().ToString(),
        };
    }

    // Authentication failed for user alice from 198.51.100.7/4242 to 192.0.2.1/80 on interface outside
    private static AuthFacts? Through(bool isSuccess, ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message);
        if (!reader.TakeUntil(" for user ", out _))
        {
            return null;
        }

        int to = reader.Rest.LastIndexOf(" to ");
        int from = to < 0 ? -1 : reader.Rest[..to].LastIndexOf(" from ");
        if (from < 0)
        {
            return null;
        }

        ReadOnlySpan<char> origin = reader.Rest[(from + 6)..to];
        int slash = origin.LastIndexOf('/');
        return new AuthFacts(isSuccess ? AuthResult.Success : AuthResult.Failure)
        {
            User = Visible(reader.Rest[..from].Trim().Trim('\'').ToString()),
            Address = Zoned(slash < 0 ? origin : origin[..slash]),
        };
    }

    // Group <staff> User <alice> IP <198.51.100.7> …, with or without the pointed brackets
    private static AuthFacts? Group(string result, ReadOnlySpan<char> message)
    {
        string user = Bracketed(message, "User ");
        string address = Bracketed(message, "IP ");
        return user.Length == 0 && address.Length == 0
            ? null
            : new AuthFacts(result) { User = Visible(user), Address = address };
    }

    private static string Bracketed(ReadOnlySpan<char> message, ReadOnlySpan<char> name)
    {
        int at = message.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        ReadOnlySpan<char> rest = message[(at + name.Length)..];
        int close = rest.IndexOf('>');
        return rest.StartsWith("<") && close > 0
            ? rest[1..close].ToString()
            : new SpanReader(rest).TakeWord().Trim("<>,").ToString();
    }

    private static string Words(ReadOnlySpan<char> message, ReadOnlySpan<char> name) =>
        message.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at
            ? new SpanReader(message[(at + name.Length)..]).TakeWord().Trim("'\"").ToString()
            : "";

    private static string After(ReadOnlySpan<char> message, ReadOnlySpan<char> name, char end)
    {
        int at = message.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return "";
        }

        ReadOnlySpan<char> rest = message[(at + name.Length)..];
        int stop = rest.IndexOf(end);
        return (stop < 0 ? rest : rest[..stop]).Trim().ToString();
    }

    // outside:198.51.100.7 names the interface as well.
    private static string Zoned(ReadOnlySpan<char> address)
    {
        int colon = address.IndexOf(':');
        return (colon > 0 && address.Count(':') == 1 ? address[(colon + 1)..] : address).Trim().ToString();
    }

    // The firewall writes asterisks for a name that does not exist, as it may be a password.
    private static string Visible(string user) => user.AsSpan().Trim('*').IsEmpty ? "" : user;

    /// <summary>How a message's number is written.</summary>
    public static string Written(int code) => code.ToString("D6", CultureInfo.InvariantCulture);
}
