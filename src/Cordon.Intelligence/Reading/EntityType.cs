namespace Cordon.Intelligence.Reading;

/// <summary>The types of entities, in STIX's words where there is one.</summary>
public static class EntityType
{
    /// <summary>An actor or a group of them, by name.</summary>
    public const string ThreatActor = "threat-actor";

    /// <summary>Malware by name.</summary>
    public const string Malware = "malware";

    /// <summary>A tool by name, which need not be harmful in itself.</summary>
    public const string Tool = "tool";

    /// <summary>A technique: its ATT&amp;CK number, or a sentence that tells of it.</summary>
    public const string AttackPattern = "attack-pattern";

    /// <summary>A vulnerability by its number.</summary>
    public const string Vulnerability = "vulnerability";

    /// <summary>An organisation or a person.</summary>
    public const string Identity = "identity";

    /// <summary>A branch of trade or public life.</summary>
    public const string Sector = "sector";

    /// <summary>A country, place or people.</summary>
    public const string Location = "location";

    /// <summary>A day, month, year or span of time.</summary>
    public const string Date = "date";

    /// <summary>An IPv4 address or network.</summary>
    public const string Ipv4 = "ipv4-addr";

    /// <summary>An IPv6 address or network.</summary>
    public const string Ipv6 = "ipv6-addr";

    /// <summary>A domain name.</summary>
    public const string Domain = "domain-name";

    /// <summary>An address of the web or another service.</summary>
    public const string Url = "url";

    /// <summary>A mail address.</summary>
    public const string Email = "email-addr";

    /// <summary>A file: its hash, name or path.</summary>
    public const string File = "file";

    /// <summary>A key of the Windows registry.</summary>
    public const string RegistryKey = "windows-registry-key";

    /// <summary>A hardware address.</summary>
    public const string Mac = "mac-addr";

    /// <summary>The number of an autonomous system.</summary>
    public const string AutonomousSystem = "autonomous-system";
}
