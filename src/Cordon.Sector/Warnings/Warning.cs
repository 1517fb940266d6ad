using Cordon.Events.Organisations;

namespace Cordon.Sector.Warnings;

/// <summary>
/// What a supplier or partner is to be told of one incident: why, what to look for, what to do, how sure, until when. Immutable. Nothing in it but <see cref="WarningReason.Statement"/>
/// names an account, mailbox, computer or inner address of the organisation that warns. It is never sent by the program.
/// </summary>
public sealed record Warning
{
    /// <summary>32 hexadecimal digits derived from the incident and the recipient: the same logs give the same id.</summary>
    public required string Id { get; init; }

    /// <summary>The incident, as <see cref="Incidents.Incident.Id"/>.</summary>
    public required string IncidentId { get; init; }

    /// <summary>The name of the organisation that warns; empty where it has none.</summary>
    public required string Organisation { get; init; }

    /// <summary>Who is to be warned.</summary>
    public required Supplier Recipient { get; init; }

    /// <summary>Why, strongest first; never empty.</summary>
    public required IReadOnlyList<WarningReason> Reasons { get; init; }

    /// <summary>When the incident's first event happened, UTC.</summary>
    public required DateTime First { get; init; }

    /// <summary>When the incident's last event happened, UTC.</summary>
    public required DateTime Last { get; init; }

    /// <summary>From when on it says nothing any more, UTC.</summary>
    public required DateTime Until { get; init; }

    /// <summary>What was tried at the organisation that warns, in words that name nobody.</summary>
    public required string What { get; init; }

    /// <summary>The attacker's observables: by kind, then by value; bounded.</summary>
    public IReadOnlyList<Sought> LookFor { get; init; } = [];

    /// <summary>Subjects of the attacker's mails as they were written, to be escaped; bounded.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>What to do, most urgent first, a sentence each.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Probability that the strongest reason is true, 0 to 1.</summary>
    public required double Likelihood { get; init; }

    /// <summary>How good the logs are that it rests on: <c>low</c>, <c>moderate</c> or <c>high</c>.</summary>
    public required string Confidence { get; init; }

    /// <summary>An Admiralty grade as the organisation that warns gives it to itself: how reliable its logs are (A to F), how credible the strongest reason is (1 to 6).</summary>
    public required string Grade { get; init; }

    /// <summary>Whether it says something of the recipient's own accounts or mail, so that it is for nobody beside him: TLP:AMBER+STRICT, else TLP:AMBER.</summary>
    public required bool IsForRecipientOnly { get; init; }
}
