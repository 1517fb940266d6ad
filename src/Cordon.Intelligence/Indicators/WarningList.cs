namespace Cordon.Intelligence.Indicators;

/// <summary>How the values of a warning list are compared.</summary>
internal enum WarningListType
{
    /// <summary>The whole value.</summary>
    Exact,

    /// <summary>A host name and every name below it.</summary>
    HostName,

    /// <summary>Addresses and networks.</summary>
    Network,

    /// <summary>A part of the value.</summary>
    Part,
}

/// <summary>A list of what must not be an indicator, or only with care: public resolvers, popular sites, the digests of empty files. The form is MISP's.</summary>
internal sealed record WarningList(
    string Name,
    WarningListType Type,
    IReadOnlySet<string> Kinds,
    IReadOnlyList<string> Values
);
