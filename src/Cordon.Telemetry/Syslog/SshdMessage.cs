using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Syslog;

/// <summary>Knows what lines of OpenSSH's server say.</summary>
/// <remarks>
/// Names of accounts are what a stranger typed, and may look like the rest of a line: addresses are taken from a line's end, where the server writes them.
/// </remarks>
internal static class SshdMessage
{
    private const int MaxRepeats = 100_000;

    /// <summary>What a message says of a sign-in; null where it says nothing of one.</summary>
    public static AuthFacts? Read(ReadOnlySpan<char> message)
    {
        message = message.Trim();
        var reader = new SpanReader(message);
        if (reader.Take("message repeated "))
        {
            return Repeated(reader);
        }

        reader.Take("error: ");
        reader.Take("fatal: ");
        message = Without(reader.Rest, " [preauth]");
        reader = new SpanReader(message);
        if (reader.Take("Failed "))
        {
            return reader.TakeUntil(" for ", out ReadOnlySpan<char> method) ? Failed(reader.Rest, method) : null;
        }

        if (reader.Take("Accepted "))
        {
            return
                reader.TakeUntil(" for ", out ReadOnlySpan<char> method)
                && TryOrigin(
                    reader.Rest,
                    out ReadOnlySpan<char> user,
                    out ReadOnlySpan<char> from,
                    out ReadOnlySpan<char> port
                )
                ? Facts(AuthResult.Success, user, from, port) with
                {
                    Method = method.ToString(),
                }
                : null;
        }

        if (reader.Take("Invalid user "))
        {
            return TryOrigin(
                reader.Rest,
                out ReadOnlySpan<char> user,
                out ReadOnlySpan<char> from,
                out ReadOnlySpan<char> port
            )
                ? Facts(AuthResult.Announced, user, from, port) with
                {
                    Reason = "invalid user",
                }
                : null;
        }

        if (reader.Take("maximum authentication attempts exceeded for "))
        {
            reader.Take("invalid user ");
            return TryOrigin(
                reader.Rest,
                out ReadOnlySpan<char> user,
                out ReadOnlySpan<char> from,
                out ReadOnlySpan<char> port
            )
                ? Facts(AuthResult.Announced, user, from, port) with
                {
                    Reason = "maximum authentication attempts exceeded",
                }
                : null;
        }

        if (reader.Take("User ") && reader.Rest.IndexOf(" not allowed because ") is > 0 and var reason)
        {
            return TryOrigin(reader.Rest[..reason], out ReadOnlySpan<char> user, out ReadOnlySpan<char> from, out _)
                ? Facts(AuthResult.Announced, user, from, default) with
                {
                    Reason = reader.Rest[(reason + 1)..].ToString(),
                }
                : null;
        }

        return Abandoned(message) ?? PamMessage.Read(message);
    }

    // message repeated 5 times: [ Failed password for …]
    private static AuthFacts? Repeated(SpanReader reader)
    {
        if (!reader.TakeNumber(6, out int times) || !reader.Take(" times: ["))
        {
            return null;
        }

        ReadOnlySpan<char> inner = reader.Rest.Trim();
        inner = inner.EndsWith("]") ? inner[..^1] : inner;
        return inner.StartsWith("message repeated ") ? null
            : Read(inner) is { } facts ? facts with { Count = Math.Clamp(times, 1, MaxRepeats) * facts.Count }
            : null;
    }

    private static AuthFacts? Failed(ReadOnlySpan<char> rest, ReadOnlySpan<char> method)
    {
        var reader = new SpanReader(rest);
        bool isUnknown = reader.Take("invalid user ") || reader.Take("illegal user ");
        return TryOrigin(
            reader.Rest,
            out ReadOnlySpan<char> user,
            out ReadOnlySpan<char> from,
            out ReadOnlySpan<char> port
        )
            ? Facts(isUnknown ? AuthResult.NoSuchAccount : AuthResult.Failure, user, from, port) with
            {
                Method = method.ToString(),
            }
            : null;
    }

    // Connection closed by authenticating user root 192.0.2.1 port 4242
    private static AuthFacts? Abandoned(ReadOnlySpan<char> message)
    {
        var reader = new SpanReader(message);
        if (
            !reader.Take("Connection closed by ")
            && !reader.Take("Connection reset by ")
            && !reader.Take("Disconnected from ")
        )
        {
            return null;
        }

        bool isUnknown = reader.Take("invalid user ");
        if (!isUnknown && !reader.Take("authenticating user "))
        {
            return null;
        }

        ReadOnlySpan<char> rest = reader.Rest;
        int port = rest.LastIndexOf(" port ");
        int address = port > 0 ? rest[..port].LastIndexOf(' ') : -1;
        return address < 0
            ? null
            : Facts(AuthResult.Abandoned, rest[..address], rest[(address + 1)..port], rest[(port + 6)..]) with
            {
                Reason = isUnknown ? "invalid user" : "",
            };
    }

    // … from 192.0.2.1[ port 4242[ ssh2][: key]]
    private static bool TryOrigin(
        ReadOnlySpan<char> rest,
        out ReadOnlySpan<char> user,
        out ReadOnlySpan<char> address,
        out ReadOnlySpan<char> port
    )
    {
        user = default;
        address = default;
        port = default;
        int from = rest.LastIndexOf(" from ");
        if (from < 0)
        {
            // An empty name leaves one blank only.
            if (!rest.StartsWith("from "))
            {
                return false;
            }

            from = -1;
        }

        user = from < 0 ? default : rest[..from].Trim();
        var reader = new SpanReader(rest[(from < 0 ? 5 : from + 6)..]);
        address = reader.TakeWord();
        if (reader.Take("port "))
        {
            port = reader.TakeWord().TrimEnd(':');
        }

        return !address.IsEmpty;
    }

    private static AuthFacts Facts(
        string result,
        ReadOnlySpan<char> user,
        ReadOnlySpan<char> address,
        ReadOnlySpan<char> port
    ) =>
        new(result)
        {
            User = user.ToString(),
            Address = address.ToString(),
            Port = port.ToString(),
        };

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> text, ReadOnlySpan<char> end) =>
        text.EndsWith(end) ? text[..^end.Length] : text;
}
