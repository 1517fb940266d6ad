using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Syslog;

/// <summary>Knows what lines of sudo say: <c>alice : TTY=pts/0 ; PWD=/home/alice ; USER=root ; COMMAND=/usr/bin/id</c>.</summary>
internal static class SudoMessage
{
    /// <summary>What a message says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(ReadOnlySpan<char> message)
    {
        if (!TrySplit(message, out ReadOnlySpan<char> user, out ReadOnlySpan<char> rest))
        {
            return PamMessage.Read(message);
        }

        string target = ValueOf(rest, "USER=").ToString();
        var facts = new AuthFacts(AuthResult.Success) { User = user.ToString(), Target = target };
        var reader = new SpanReader(rest);
        if (reader.TakeNumber(3, out int tries) && reader.Take(" incorrect password attempt"))
        {
            return facts with
            {
                Result = AuthResult.Failure,
                Count = Math.Max(1, tries),
                Reason = "incorrect password",
            };
        }

        ReadOnlySpan<char> first = rest.IndexOf(" ; ") is >= 0 and var end ? rest[..end] : rest;
        if (first.Contains('='))
        {
            return ValueOf(rest, "COMMAND=").IsEmpty ? null : facts;
        }

        // sudo asks for the password before it looks whether somebody may.
        string reason = first.ToString();
        return first switch
        {
            "user NOT in sudoers" or "command not allowed" or "user NOT authorized on host" => facts with
            {
                Result = AuthResult.Stopped,
                Reason = reason,
            },
            "a password is required" or "no tty present and no askpass program specified" => null,
            _ => null,
        };
    }

    /// <summary>Adds the values that a message names: <c>TTY</c>, <c>PWD</c>, <c>USER</c>, <c>COMMAND</c>, …</summary>
    public static void AddTo(LineSink sink, ReadOnlySpan<char> message)
    {
        if (!TrySplit(message, out _, out ReadOnlySpan<char> rest))
        {
            return;
        }

        while (!rest.IsEmpty)
        {
            // A command may hold anything, and comes last.
            bool isCommand = rest.StartsWith("COMMAND=");
            int end = isCommand ? -1 : rest.IndexOf(" ; ");
            ReadOnlySpan<char> part = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 3)..];
            if (part.IndexOf('=') is > 0 and < 32 and var equals)
            {
                sink.AddOwn(part[..equals].Trim(), part[(equals + 1)..]);
            }
        }
    }

    private static bool TrySplit(ReadOnlySpan<char> message, out ReadOnlySpan<char> user, out ReadOnlySpan<char> rest)
    {
        message = message.Trim();
        int colon = message.IndexOf(" : ");
        user = colon > 0 ? message[..colon] : default;
        rest = colon > 0 ? message[(colon + 3)..] : default;
        return colon > 0 && !user.Contains(' ');
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        while (!rest.IsEmpty)
        {
            if (rest.StartsWith(name))
            {
                ReadOnlySpan<char> value = rest[name.Length..];
                return name is not "COMMAND=" && value.IndexOf(" ; ") is >= 0 and var end ? value[..end] : value;
            }

            if (rest.StartsWith("COMMAND="))
            {
                return default;
            }

            int next = rest.IndexOf(" ; ");
            rest = next < 0 ? default : rest[(next + 3)..];
        }

        return default;
    }
}
