using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Syslog;

/// <summary>Knows what lines of su and login say, of all their makers.</summary>
internal static class SuMessage
{
    /// <summary>What a message of su says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? ReadSu(ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message.Trim());
        bool isFailure = reader.Take("FAILED SU ") || reader.Take("FAILED su ");
        if (reader.Take("(to "))
        {
            // (to root) alice on pts/0
            return reader.TakeUntil(") ", out ReadOnlySpan<char> target)
                ? Facts(isFailure, target, reader.TakeWord())
                : null;
        }

        if (isFailure ? reader.Take("for ") : reader.Take("Successful su for "))
        {
            return reader.TakeUntil(" by ", out ReadOnlySpan<char> target)
                ? Facts(isFailure, target, reader.TakeWord())
                : null;
        }

        return PamMessage.Read(message);
    }

    /// <summary>What a message of login says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? ReadLogin(ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message.Trim());
        if (reader.Take("FAILED LOGIN "))
        {
            // FAILED LOGIN (1) on '/dev/tty1' FOR 'alice', Authentication failure; or: FAILED LOGIN 1 FROM host FOR alice, Authentication failure
            int on = reader.Rest.IndexOf(" FROM ");
            ReadOnlySpan<char> from = on < 0 ? default : new SpanReader(reader.Rest[(on + 6)..]).TakeWord();
            int name = reader.Rest.IndexOf(" FOR ");
            if (name < 0)
            {
                return null;
            }

            ReadOnlySpan<char> user = reader.Rest[(name + 5)..];
            int comma = user.LastIndexOf(',');
            ReadOnlySpan<char> reason = comma < 0 ? default : user[(comma + 1)..].Trim();
            user = (comma < 0 ? user : user[..comma]).Trim('\'');
            return new AuthFacts(user is "UNKNOWN" ? AuthResult.NoSuchAccount : AuthResult.Failure)
            {
                User = user is "UNKNOWN" ? "" : user.ToString(),
                Address = from.ToString(),
                Reason = reason.ToString(),
                Method = "password",
            };
        }

        if (reader.Take("ROOT LOGIN"))
        {
            return new AuthFacts(AuthResult.Success) { User = "root", Address = FromOf(reader.Rest) };
        }

        if (reader.Take("LOGIN ON "))
        {
            return reader.TakeUntil(" BY ", out _)
                ? new AuthFacts(AuthResult.Success)
                {
                    User = reader.TakeWord().ToString(),
                    Address = FromOf(reader.Rest),
                }
                : null;
        }

        return PamMessage.Read(message);
    }

    private static string FromOf(ReadOnlySpan<char> rest) =>
        rest.IndexOf("FROM ") is >= 0 and var from ? new SpanReader(rest[(from + 5)..]).TakeWord().ToString() : "";

    private static AuthFacts Facts(bool isFailure, ReadOnlySpan<char> target, ReadOnlySpan<char> user) =>
        new(isFailure ? AuthResult.Failure : AuthResult.Success)
        {
            User = user.ToString(),
            Target = target.ToString(),
            Method = "password",
        };
}
