using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics;

/// <summary>What was done at one organisation, from all its logs, by time, without repeated rows. Immutable.</summary>
public sealed record ActivityTimeline
{
    /// <summary>The organisation; <see cref="Events.Organisations.Organisation.Unnamed"/> where nothing is known of it.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Attempts to sign in.</summary>
    public IReadOnlyList<SignIn> SignIns { get; init; } = [];

    /// <summary>What was done with accounts, mailboxes and applications.</summary>
    public IReadOnlyList<AccountAction> Actions { get; init; } = [];

    /// <summary>Mails.</summary>
    public IReadOnlyList<Mail> Mails { get; init; } = [];

    /// <summary>Names looked up and web requests.</summary>
    public IReadOnlyList<WebRequest> WebRequests { get; init; } = [];
}
