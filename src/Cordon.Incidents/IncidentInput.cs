using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;

namespace Cordon.Incidents;

/// <summary>What incidents of one organisation are made of.</summary>
public sealed record IncidentInput
{
    /// <summary>The organisation.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Findings of rules, indicators and analytics, in any order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Attempts to sign in, by time.</summary>
    public IReadOnlyList<SignIn> SignIns { get; init; } = [];

    /// <summary>Actions, by time.</summary>
    public IReadOnlyList<AccountAction> Actions { get; init; } = [];

    /// <summary>Mails, by time.</summary>
    public IReadOnlyList<Mail> Mails { get; init; } = [];

    /// <summary>Names looked up and web requests, by time.</summary>
    public IReadOnlyList<WebRequest> WebRequests { get; init; } = [];

    /// <summary>What the logs cover.</summary>
    public required IReadOnlyList<LogStream> Coverage { get; init; }
}
