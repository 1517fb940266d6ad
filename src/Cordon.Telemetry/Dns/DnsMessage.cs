using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Dns;

/// <summary>A query or an answer of DNS, as servers log them. Immutable.</summary>
internal readonly record struct DnsMessage
{
    /// <summary>The name that is asked for, without a dot at its end.</summary>
    public string Query { get; private init; }

    /// <summary>The type of record, such as <c>A</c> or <c>TXT</c>; empty where unknown.</summary>
    public string RecordType { get; private init; }

    /// <summary>The client; empty where unknown.</summary>
    public string Client { get; private init; }

    /// <summary>The answer; empty for a query.</summary>
    public string Answer { get; private init; }

    /// <summary>The response code, such as <c>NXDOMAIN</c>; empty where unknown.</summary>
    public string ResponseCode { get; private init; }

    /// <summary>Whether a client asked, rather than this server or an answer came.</summary>
    public bool IsQuestion { get; private init; }

    /// <summary>Makes a question of a client.</summary>
    public static DnsMessage Question(ReadOnlySpan<char> name, ReadOnlySpan<char> type, ReadOnlySpan<char> client) =>
        new()
        {
            Query = Plain(name),
            RecordType = LineLimits.Cut(type),
            Client = Addresses.Clean(client).ToString(),
            Answer = "",
            ResponseCode = "",
            IsQuestion = true,
        };

    /// <summary>Makes an answer.</summary>
    public static DnsMessage Reply(
        ReadOnlySpan<char> name,
        ReadOnlySpan<char> type,
        ReadOnlySpan<char> client,
        ReadOnlySpan<char> answer,
        ReadOnlySpan<char> code
    ) =>
        Question(name, type, client) with
        {
            Answer = LineLimits.Cut(answer),
            ResponseCode = LineLimits.Cut(code),
            IsQuestion = false,
        };

    /// <summary>Reads what a program wrote to syslog: BIND's <c>named</c>, <c>dnsmasq</c> and <c>unbound</c>.</summary>
    public static bool TryRead(ReadOnlySpan<char> program, ReadOnlySpan<char> text, out DnsMessage message)
    {
        message = default;
        return program switch
        {
            "named" => TryBind(text, out message),
            "dnsmasq" => TryDnsmasq(text, out message),
            "unbound" => TryUnbound(text, out message),
            _ => false,
        };
    }

    /// <summary>Reads BIND's <c>[queries: info: ]client [@0x7f00 ]192.0.2.1#4242[ (name)]: [view x: ]query: name IN A +E(0) (192.0.2.53)</c>.</summary>
    public static bool TryBind(ReadOnlySpan<char> text, out DnsMessage message)
    {
        message = default;
        int at = text.IndexOf("client ", StringComparison.Ordinal);
        int query = text.IndexOf(": query: ", StringComparison.Ordinal);
        if (at < 0 || query < at)
        {
            return false;
        }

        var head = new SpanReader(text[(at + 7)..query]);
        ReadOnlySpan<char> client = head.TakeWord();
        client = client.StartsWith("@") ? head.TakeWord() : client;
        client = client.IndexOf('#') is > 0 and var port ? client[..port] : client;
        var reader = new SpanReader(text[(query + 9)..]);
        ReadOnlySpan<char> name = reader.TakeWord();
        ReadOnlySpan<char> type = reader.TakeWord();
        type = type is "IN" or "CH" or "HS" or "ANY" ? reader.TakeWord() : type;
        message = Question(name, type, client);
        return !name.IsEmpty;
    }

    /// <summary>Adds it under the names of Sigma's taxonomy; a question's client also as one.</summary>
    public void AddTo(LineSink sink)
    {
        sink.Add("query", Query);
        sink.Add("record_type", RecordType);
        sink.Add("src_ip", Client);
        sink.Add("answer", Answer);
        sink.Add("rcode", ResponseCode);
        sink.Add("kind", IsQuestion ? "query" : "response");
    }

    // query[A] www.example.test from 192.0.2.1; reply www.example.test is 192.0.2.5; with --log-queries=extra a number and the client before
    private static bool TryDnsmasq(ReadOnlySpan<char> text, out DnsMessage message)
    {
        message = default;
        var reader = new SpanReader(text);
        ReadOnlySpan<char> client = default;
        SpanReader extra = reader;
        if (extra.TakeNumber(9, out _) && extra.Take(" "))
        {
            client = extra.TakeWord();
            client = client.LastIndexOf('/') is > 0 and var slash ? client[..slash] : client;
            reader = extra;
        }

        ReadOnlySpan<char> what = reader.TakeWord();
        if (what.StartsWith("query[") && what.EndsWith("]"))
        {
            ReadOnlySpan<char> name = reader.TakeWord();
            message = Question(name, what[6..^1], reader.Take("from ") ? reader.TakeWord() : client);
            return true;
        }

        if (what is "reply" or "cached" or "config")
        {
            ReadOnlySpan<char> name = reader.TakeWord();
            if (reader.Take("is "))
            {
                bool isCode = reader.Rest.StartsWith("NXDOMAIN") || reader.Rest.StartsWith("NODATA");
                message = Reply(
                    name,
                    default,
                    client,
                    isCode ? default : reader.Rest.Trim(),
                    isCode ? reader.TakeWord() : default
                );
                return true;
            }
        }

        return false;
    }

    // [1234:0] info: 192.0.2.1 www.example.test. A IN
    private static bool TryUnbound(ReadOnlySpan<char> text, out DnsMessage message)
    {
        message = default;
        int info = text.IndexOf("info: ", StringComparison.Ordinal);
        if (info < 0)
        {
            return false;
        }

        var reader = new SpanReader(text[(info + 6)..]);
        ReadOnlySpan<char> client = reader.TakeWord();
        ReadOnlySpan<char> name = reader.TakeWord();
        ReadOnlySpan<char> type = reader.TakeWord();
        if (!Addresses.IsAddress(client) || name.IsEmpty || reader.TakeWord() is not "IN")
        {
            return false;
        }

        message = Question(name, type, client);
        return true;
    }

    private static string Plain(ReadOnlySpan<char> name) =>
        LineLimits.Cut(name.Length > 1 ? name.TrimEnd('.') : name).ToLowerInvariant();
}
