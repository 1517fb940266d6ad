namespace Cordon.Intelligence.Indicators;

/// <summary>What an indicator's value is, and with it how it is looked up.</summary>
public enum IndicatorKind
{
    /// <summary>MD5, SHA-1, SHA-256 or SHA-512 of a file: kept as bytes.</summary>
    Hash,

    /// <summary>A domain: the name itself and every name below it.</summary>
    Domain,

    /// <summary>An address or a network of IPv4 or IPv6.</summary>
    Address,

    /// <summary>A URL: as a whole.</summary>
    Url,

    /// <summary>An e-mail address: as a whole.</summary>
    Email,

    /// <summary>The name of a file without its folder.</summary>
    FileName,
}
