namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>How a domain comes to be taken for another.</summary>
internal enum LookalikeKind
{
    /// <summary>It looks the same: <c>wh0.int</c>, letters of another script, a hyphen more or less.</summary>
    Confusable = 0,

    /// <summary>The other domain stands before a foreign one: <c>who.int.example</c>.</summary>
    Subdomain,

    /// <summary>One slip of a typist: <c>unicff.org</c>.</summary>
    OneSlip,

    /// <summary>Two slips.</summary>
    TwoSlips,

    /// <summary>It holds the name with something beside it: <c>who-int.example</c>.</summary>
    Contains,

    /// <summary>The same name under another ending.</summary>
    OtherEnding,
}
