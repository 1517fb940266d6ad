using Cordon.Events.Activities;
using Cordon.Incidents;

namespace Cordon.Sector.Warnings;

/// <summary>What warnings of one organisation are made of.</summary>
public sealed record WarningInput
{
    /// <summary>Its incidents.</summary>
    public required OrganisationReport Report { get; init; }

    /// <summary>Attempts to sign in, by time.</summary>
    public IReadOnlyList<SignIn> SignIns { get; init; } = [];

    /// <summary>Actions, by time.</summary>
    public IReadOnlyList<AccountAction> Actions { get; init; } = [];

    /// <summary>Mails, by time.</summary>
    public IReadOnlyList<Mail> Mails { get; init; } = [];

    /// <summary>Names looked up and web requests, by time.</summary>
    public IReadOnlyList<WebRequest> WebRequests { get; init; } = [];
}
