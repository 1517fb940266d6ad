using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Records;

/// <summary>Something that happened at a member and that logs may tell of.</summary>
/// <param name="Time">When, UTC.</param>
internal abstract record SimEvent(DateTime Time)
{
    /// <summary>Text by which it is found again in the log that tells of it.</summary>
    public string Mark { get; init; } = "";
}

/// <summary>An attempt to sign in at the identity provider.</summary>
internal sealed record SignInEvent(DateTime Time) : SimEvent(Time)
{
    public required string Account { get; init; }
    public required string Name { get; init; }
    public required string UserId { get; init; }
    public required Endpoint From { get; init; }
    public required string Agent { get; init; }
    public string Browser { get; init; } = "";
    public string System { get; init; } = "";
    public string DeviceId { get; init; } = "";
    public required CloudApp App { get; init; }

    /// <summary>Result code of Entra ID, 0 for success; the other providers' words are made of it.</summary>
    public int Code { get; init; }
    public bool IsInteractive { get; init; } = true;

    /// <summary>What the second factor did: empty, <c>claim</c>, <c>push</c>, <c>denied</c>, <c>silent</c>, <c>required</c>.</summary>
    public string Factor { get; init; } = "";

    /// <summary>Empty, <c>deviceCode</c> or <c>ropc</c>.</summary>
    public string Protocol { get; init; } = "";
    public string ClientApp { get; init; } = "Browser";
    public string Session { get; init; } = "";
    public string Risk { get; init; } = "none";
}

/// <summary>An application of the cloud.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Resource">What it gives access to.</param>
internal sealed record CloudApp(string Id, string Name, string Resource)
{
    public static CloudApp Portal { get; } =
        new("4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome", "Microsoft Graph");
    public static CloudApp Mail { get; } =
        new("00000002-0000-0ff1-ce00-000000000000", "Office 365 Exchange Online", "Office 365 Exchange Online");
    public static CloudApp Teams { get; } =
        new("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "Microsoft Teams", "Microsoft Graph");
    public static CloudApp Shell { get; } =
        new("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "Microsoft Azure CLI", "Windows Azure Service Management API");
    public static CloudApp Broker { get; } =
        new("29d9ed98-a469-4536-ade2-f981bc1d605e", "Microsoft Authentication Broker", "Device Registration Service");
    public static CloudApp Office { get; } =
        new("d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office", "Microsoft Graph");
}

/// <summary>A change in the directory of the identity provider.</summary>
internal sealed record DirectoryEvent(DateTime Time) : SimEvent(Time)
{
    /// <summary>What was done: <c>consent</c>, <c>method</c>, <c>reset</c>, <c>change</c>, <c>revoke</c>, <c>disable</c>, <c>add-user</c>, <c>role</c>, <c>app-removed</c>.</summary>
    public required string What { get; init; }
    public required string Actor { get; init; }
    public required string ActorId { get; init; }
    public required string Target { get; init; }
    public required string TargetId { get; init; }
    public string Detail { get; init; } = "";
    public required Endpoint From { get; init; }
    public string Agent { get; init; } = "";
}

/// <summary>Something that was done in a mailbox or with files in the cloud.</summary>
internal sealed record ActivityEvent(DateTime Time) : SimEvent(Time)
{
    /// <summary>The operation, as the unified audit log names it.</summary>
    public required string Operation { get; init; }
    public required string Account { get; init; }
    public required Endpoint From { get; init; }
    public string Agent { get; init; } = "";
    public string Session { get; init; } = "";
    public string Object { get; init; } = "";

    /// <summary>The cmdlet's parameters, or what else belongs to the operation.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];
    public int Items { get; init; } = 1;
    public bool IsThrottled { get; init; }
}

/// <summary>A mail that reached the member's server, or was sent within.</summary>
internal sealed record MailEvent(DateTime Time) : SimEvent(Time)
{
    public required string From { get; init; }
    public required string FromName { get; init; }
    public string ReturnPath { get; init; } = "";
    public string ReplyTo { get; init; } = "";
    public required IReadOnlyList<string> To { get; init; }
    public required string Subject { get; init; }
    public string Text { get; init; } = "";

    /// <summary>A link with the text that is shown for it; empty for none.</summary>
    public string LinkText { get; init; } = "";
    public string Link { get; init; } = "";

    /// <summary>Name and content of an attachment; harmless text, whatever the name says.</summary>
    public string AttachmentName { get; init; } = "";
    public string Attachment { get; init; } = "";
    public string Status { get; init; } = "Delivered";
    public string Spf { get; init; } = "pass";
    public string Dkim { get; init; } = "pass";
    public string Dmarc { get; init; } = "pass";
    public required Endpoint Sender { get; init; }
    public bool IsInternal { get; init; }

    /// <summary>Whether a user or a filter saved the mail itself.</summary>
    public bool IsKept { get; init; }
    public int Size { get; init; } = 24_000;
}

/// <summary>An event of a Windows host.</summary>
internal sealed record WindowsEvent(DateTime Time) : SimEvent(Time)
{
    /// <summary>The host's short name; <c>DC01</c> for the domain controller.</summary>
    public required string Host { get; init; }

    /// <summary>Whether it stands in Sysmon's log, as opposed to Security.</summary>
    public bool IsSysmon { get; init; }
    public required ushort Code { get; init; }
    public required IReadOnlyList<(string Name, string Value)> Data { get; init; }
}

/// <summary>A line of the Linux server's authentication log.</summary>
internal sealed record LinuxEvent(DateTime Time, string Program, int Process, string Text) : SimEvent(Time);

/// <summary>A line of the VPN's firewall.</summary>
internal sealed record VpnEvent(DateTime Time, int Severity, int Code, string Text) : SimEvent(Time);

/// <summary>A request that went through the proxy.</summary>
internal sealed record ProxyEvent(DateTime Time) : SimEvent(Time)
{
    public required string Client { get; init; }
    public required string User { get; init; }
    public required string Method { get; init; }
    public required string Url { get; init; }
    public required string Host { get; init; }
    public int Status { get; init; } = 200;
    public int Sent { get; init; } = 600;
    public int Received { get; init; } = 8_000;
    public string Agent { get; init; } = "";
    public string Action { get; init; } = "allowed";
}

/// <summary>A name that was looked up.</summary>
internal sealed record DnsEvent(DateTime Time, string Client, string Query) : SimEvent(Time);
