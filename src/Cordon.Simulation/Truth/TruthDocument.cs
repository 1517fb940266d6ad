namespace Cordon.Simulation.Truth;

/// <summary>What truth.json holds; docs/formats/truth.md describes it. Immutable.</summary>
internal sealed record TruthDocument(
    long Seed,
    string Profile,
    int Days,
    IReadOnlyList<TruthMember> Members,
    IReadOnlyList<TruthAttempt> Attempts
);

/// <summary>A member.</summary>
internal sealed record TruthMember(string Id, string Name, string Folder, int Accounts);

/// <summary>An attempt at one organisation.</summary>
internal sealed record TruthAttempt
{
    public required string Id { get; init; }
    public required string Organisation { get; init; }
    public required string Kind { get; init; }
    public required string Campaign { get; init; }
    public required string Actor { get; init; }

    /// <summary>Who was behind it; the label <see cref="Actor"/> says after whom it was described.</summary>
    public Behind Behind { get; init; } = Behind.Unsaid;
    public required DateTime First { get; init; }
    public required DateTime Last { get; init; }
    public required IReadOnlyList<string> Techniques { get; init; }
    public required TruthOutcome Outcome { get; init; }
    public required TruthOutcome Knowable { get; init; }
    public required IReadOnlyList<TruthTarget> Targets { get; init; }
    public required IReadOnlyList<string> MissingLogs { get; init; }
}

/// <summary>A target of an attempt.</summary>
/// <param name="Kind"><c>account</c>, <c>host</c>, <c>mailbox</c> or <c>recipient</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Knowable">What the logs that are there allow to say.</param>
internal sealed record TruthTarget(string Kind, string Name, TruthOutcome Outcome, TruthOutcome Knowable);
