namespace Cordon.Reporting.Page;

/// <summary>How much a page shows, so that a browser can open it whatever was scanned; what is left out is counted in the page.</summary>
internal static class PageLimits
{
    /// <summary>Incidents with a card of their own.</summary>
    public const int Incidents = 300;

    /// <summary>Targets of an incident.</summary>
    public const int Targets = 100;

    /// <summary>Reasons for a target's outcome.</summary>
    public const int Evidence = 20;

    /// <summary>Events of a reason, of a correlation.</summary>
    public const int Events = 10;

    /// <summary>Findings of an incident with their fields.</summary>
    public const int Findings = 50;

    /// <summary>Fields of a finding.</summary>
    public const int Fields = 80;

    /// <summary>Sources and related observables of an incident, each.</summary>
    public const int Observables = 60;

    /// <summary>Warnings in the list of all, and of an incident.</summary>
    public const int Warnings = 200;

    /// <summary>Rows of the timeline.</summary>
    public const int TimelineRows = 80;

    /// <summary>Logs of an organisation.</summary>
    public const int Streams = 200;

    /// <summary>Gaps of a log.</summary>
    public const int Gaps = 30;

    /// <summary>Files that were not read or damaged, each.</summary>
    public const int Files = 50;

    /// <summary>Characters of a name, a title or a sentence.</summary>
    public const int Line = 600;

    /// <summary>Characters of a field's value.</summary>
    public const int Value = 4000;

    /// <summary>Characters of the page after which evidence and findings are left out and incidents keep their heads.</summary>
    public const long Page = 16_000_000;
}
