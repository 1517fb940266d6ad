namespace Cordon.Attribution;

/// <summary>What a reason rests on.</summary>
public enum ReasonKind
{
    /// <summary>Techniques that findings name; written <c>technique</c>.</summary>
    Technique = 0,

    /// <summary>Addresses, domains, links, mailboxes and files that a source names as somebody's; written <c>infrastructure</c>.</summary>
    Infrastructure,

    /// <summary>Malware that a source names as somebody's; written <c>malware</c>.</summary>
    Malware,

    /// <summary>What lures were about; written <c>lure</c>.</summary>
    Lure,

    /// <summary>When it was, beside what was said of the actor; written <c>timing</c>.</summary>
    Timing,

    /// <summary>Whom the actor is said to go after; written <c>target</c>.</summary>
    Target,

    /// <summary>What was looked for and not found; written <c>absence</c>.</summary>
    Absence,
}
