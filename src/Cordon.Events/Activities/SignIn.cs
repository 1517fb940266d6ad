namespace Cordon.Events.Activities;

/// <summary>One attempt to sign in, or several equal ones that the log told as one.</summary>
public sealed record SignIn : Activity
{
    /// <summary>
    /// The system that was signed in to: <c>entra</c>, <c>m365</c> (the audit log's view of Entra), <c>okta</c>, <c>google</c>, <c>duo</c>, <c>onelogin</c>,
    /// <c>aws</c>, <c>windows</c>, <c>kerberos</c>, <c>ntlm</c>, <c>adfs</c>, <c>sshd</c>, <c>vpn</c>, <c>sudo</c>, <c>web</c>.
    /// </summary>
    public required string System { get; init; }

    /// <summary>
    /// The account in lower case: <c>name@domain</c> where the log has it, else the bare name without domain prefix. Empty where the log hides it
    /// (Cisco ASA's asterisks) or has none.
    /// </summary>
    public required string Account { get; init; }

    /// <summary>What became of it.</summary>
    public required SignInVerdict Verdict { get; init; }

    /// <summary>Whether the password was right: true, false, or null where the log can't tell.</summary>
    public bool? IsPasswordRight { get; init; }

    /// <summary>The result as the log gives it: a code, or a short text.</summary>
    public string Code { get; init; } = "";

    /// <summary>The result in the log's words; empty where it gives none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The address it came from, without port, IPv4 where it was mapped into IPv6; empty where unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>The network that the address belongs to, as the log says; null where it does not.</summary>
    public long? AutonomousSystem { get; init; }

    /// <summary>ISO 3166 code of the country, as the log says; empty where it does not.</summary>
    public string Country { get; init; } = "";

    /// <summary>City, as the log says; empty where it does not.</summary>
    public string City { get; init; } = "";

    /// <summary>Degrees north, as the log says.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, as the log says.</summary>
    public double? Longitude { get; init; }

    /// <summary>The User-Agent, or what stands for it (Windows: the workstation's name); empty where unknown.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The application or service signed in to, by its name or else its identifier; empty where unknown.</summary>
    public string Application { get; init; } = "";

    /// <summary>The way of signing in: client application, protocol, logon type, request type (<c>ropc</c>, <c>deviceCode</c>, <c>IMAP4</c>, <c>3</c>); empty where unknown.</summary>
    public string Protocol { get; init; } = "";

    /// <summary>The device by its identifier, where the log knows it; empty otherwise.</summary>
    public string Device { get; init; } = "";

    /// <summary>The session's identifier; empty where unknown.</summary>
    public string Session { get; init; } = "";

    /// <summary>The host that wrote of it or was signed in to (Windows, sshd, VPN); empty for cloud services.</summary>
    public string Host { get; init; } = "";

    /// <summary>Whether a person was at it: true, false, or null where the log does not say.</summary>
    public bool? IsInteractive { get; init; }

    /// <summary>What is said of a second factor.</summary>
    public SecondFactor SecondFactor { get; init; }

    /// <summary>What the identity provider itself held of it: <c>none</c>, <c>low</c>, <c>medium</c>, <c>high</c>; empty where it does not say.</summary>
    public string Risk { get; init; } = "";

    /// <summary>How many attempts it stands for, at least 1 (<c>message repeated 5 times</c>).</summary>
    public int Count { get; init; } = 1;

    /// <summary>
    /// Whether it is the first of all equal ones of an hour (UTC) and stands for them: of account, source, system, protocol, result and host. Logs that write
    /// successes by the thousand, such as a domain controller's, are told so.
    /// </summary>
    public bool IsHourly { get; init; }
}
