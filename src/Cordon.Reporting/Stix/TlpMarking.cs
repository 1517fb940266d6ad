namespace Cordon.Reporting.Stix;

/// <summary>How far a report may be shared, in the words of the Traffic Light Protocol 2.0 (FIRST, August 2022).</summary>
public enum TlpMarking
{
    /// <summary>May be published.</summary>
    Clear = 0,

    /// <summary>Within the community.</summary>
    Green,

    /// <summary>Within the receiving organisation and its clients, as far as they need to know.</summary>
    Amber,

    /// <summary>Within the receiving organisation only.</summary>
    AmberStrict,

    /// <summary>For the eyes of those who receive it.</summary>
    Red,
}
