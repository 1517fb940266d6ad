using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Syslog;

/// <summary>Knows what modules of PAM write in the name of the program that asks them.</summary>
internal static class PamMessage
{
    /// <summary>What a message says of a sign-in; null where it says nothing of one.</summary>
    /// <param name="message">With or without the module's name: <c>pam_unix(sshd:auth): authentication failure; …</c></param>
    public static AuthFacts? Read(ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message);
        if (reader.Rest.StartsWith("pam_") && reader.TakeUntil(": ", out ReadOnlySpan<char> module))
        {
            return module.Contains('(') || !module.Contains(' ') ? Inner(reader.Rest) : null;
        }

        // PAM 4 more authentication failures; logname= uid=0 … rhost=192.0.2.1  user=root
        if (reader.Take("PAM ") && reader.TakeNumber(4, out int more) && more > 0)
        {
            reader.TakeBlanks();
            return reader.Take("more authentication failure") && Values(reader.Rest) is { } facts
                ? facts with
                {
                    Count = more,
                }
                : null;
        }

        return null;
    }

    /// <summary>The same behind the module's name.</summary>
    public static AuthFacts? Inner(ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message);
        if (reader.Take("authentication failure;"))
        {
            return Values(reader.Rest);
        }

        if (reader.Take("authentication success;"))
        {
            return Values(reader.Rest) is { } facts ? facts with { Result = AuthResult.Verified } : null;
        }

        if (reader.Take("session opened for user "))
        {
            return Session(AuthResult.SessionOpened, reader.Rest);
        }

        return reader.Take("session closed for user ") ? Session(AuthResult.SessionClosed, reader.Rest) : null;
    }

    // root(uid=0) by alice(uid=1000)
    private static AuthFacts Session(string result, ReadOnlySpan<char> rest)
    {
        int by = rest.LastIndexOf(" by ");
        ReadOnlySpan<char> user = by < 0 ? rest : rest[..by];
        ReadOnlySpan<char> who = by < 0 ? default : rest[(by + 4)..];
        return new AuthFacts(result)
        {
            Target = Bare(user).ToString(),
            User = Bare(who).ToString(),
            Reason = who.Contains("(uid=0)", StringComparison.Ordinal) && Bare(who).IsEmpty ? "by uid 0" : "",
        };
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> user)
    {
        user = user.Trim();
        int bracket = user.LastIndexOf('(');
        return bracket < 0 ? user : user[..bracket];
    }

    // logname=alice uid=1000 euid=0 tty=ssh ruser=alice rhost=192.0.2.1  user=root
    private static AuthFacts Values(ReadOnlySpan<char> rest)
    {
        string user = "";
        string who = "";
        string address = "";
        string tty = "";
        var reader = new SpanReader(rest);
        // The name comes last and may hold blanks.
        int last = rest.LastIndexOf(" user=");
        if (last >= 0)
        {
            user = rest[(last + 6)..].Trim().ToString();
            reader = new SpanReader(rest[..last]);
        }

        while (reader.TakeWord() is { IsEmpty: false } word)
        {
            int equals = word.IndexOf('=');
            string value = equals < 0 ? "" : word[(equals + 1)..].ToString();
            switch (equals < 0 ? default : word[..equals])
            {
                case "rhost":
                    address = value;
                    break;
                case "ruser" when value.Length > 0:
                case "logname" when value.Length > 0 && who.Length == 0:
                    who = value;
                    break;
                case "tty":
                    tty = value;
                    break;
            }
        }

        return new AuthFacts(AuthResult.PamFailure)
        {
            Target = user,
            User = who,
            Address = address,
            Method = tty,
        };
    }
}
