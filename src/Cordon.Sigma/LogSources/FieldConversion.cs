namespace Cordon.Sigma;

/// <summary>How a target makes a field of the log source from fields of its events.</summary>
public enum FieldConversion
{
    /// <summary>The value of the first source field that has one, as it stands.</summary>
    Rename,

    /// <summary>The same fixed text for every event.</summary>
    Constant,

    /// <summary>A whole number, however written, in decimal: <c>0x4d2</c> becomes <c>1234</c>.</summary>
    Decimal,

    /// <summary>A whole number other than 0, however written, as <c>0x</c> and lower-case digits without leading zeros.</summary>
    Hexadecimal,

    /// <summary>
    /// <c>DOMAIN\name</c> of the first account that has a name. Source fields come in threes: SID, domain, name. The
    /// system's own accounts are known by SID and get the names that Sysmon writes (<c>NT AUTHORITY\SYSTEM</c>).
    /// </summary>
    Account,

    /// <summary>The word that Sysmon writes for a mandatory label's SID: <c>S-1-16-12288</c> becomes <c>High</c>.</summary>
    IntegrityLevel,

    /// <summary>
    /// The kernel's name of a registry key and the name of a value, as Sysmon writes them together:
    /// <c>\REGISTRY\MACHINE\SOFTWARE\x</c> and <c>y</c> become <c>HKLM\SOFTWARE\x\y</c>.
    /// </summary>
    RegistryPath,

    /// <summary>A registry value's type (Security 4657) and data as Sysmon writes them; only where they can be told for sure.</summary>
    RegistryDetails,

    /// <summary>The paths in Microsoft Defender's <c>Path</c>, one value each, without <c>file:_</c> and its like.</summary>
    DefenderPaths,
}
