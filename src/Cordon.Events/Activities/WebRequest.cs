namespace Cordon.Events.Activities;

/// <summary>A name that was looked up, or something that was asked of a web server, as a DNS server, proxy, sensor or mail gateway saw it.</summary>
public sealed record WebRequest : Activity
{
    /// <summary>What wrote of it: <c>dns</c>, <c>proxy</c>, <c>sensor</c> (Zeek, Suricata), <c>click</c> (a rewritten link in a mail).</summary>
    public required string System { get; init; }

    /// <summary>The domain in lower case, or the address where there is no name.</summary>
    public required string Domain { get; init; }

    /// <summary>The URL, where it is known; else empty.</summary>
    public string Url { get; init; } = "";

    /// <summary>The method (<c>GET</c>, <c>POST</c>, <c>CONNECT</c>); empty for names looked up.</summary>
    public string Method { get; init; } = "";

    /// <summary>The account, where it is known, written as <see cref="SignIn.Account"/>; else empty.</summary>
    public string Account { get; init; } = "";

    /// <summary>The client's address or name; empty where unknown.</summary>
    public string Client { get; init; } = "";

    /// <summary>The User-Agent; empty where unknown.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The server's status code; null where unknown.</summary>
    public int? Status { get; init; }

    /// <summary>Bytes that the client sent; null where unknown.</summary>
    public long? BytesOut { get; init; }

    /// <summary>Whether it was stopped on its way; null where the log does not say.</summary>
    public bool? IsBlocked { get; init; }
}
