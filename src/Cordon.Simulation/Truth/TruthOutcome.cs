namespace Cordon.Simulation.Truth;

/// <summary>What came of an attempt, in the words of incidents.json; the later ones are worse.</summary>
internal enum TruthOutcome
{
    /// <summary>No log that is there tells of it; only ever what is knowable, never what happened.</summary>
    Unseen = 0,

    /// <summary>No attempt by an attacker; only ever in answers.</summary>
    NotAnAttack,

    /// <summary>All tries were rejected or ignored.</summary>
    Failed,

    /// <summary>A control stopped it.</summary>
    Blocked,

    /// <summary>The logs that are there do not say; only ever what is knowable.</summary>
    Unknown,

    /// <summary>A password was right or was given away, and access was stopped or not tried.</summary>
    CredentialExposed,

    /// <summary>A session or token, or code that ran.</summary>
    AccessGained,

    /// <summary>And something was done with it.</summary>
    FollowOn,
}

/// <summary>The words of outcomes.</summary>
internal static class TruthWords
{
    private static readonly string[] Words =
    [
        "unseen",
        "not-an-attack",
        "failed",
        "blocked",
        "unknown",
        "credential-exposed",
        "access-gained",
        "follow-on",
    ];

    /// <summary>The word.</summary>
    public static string Of(TruthOutcome outcome) => Words[(int)outcome];

    /// <summary>The outcome of a word; null where it is none.</summary>
    public static TruthOutcome? Find(string word) =>
        Array.IndexOf(Words, word) is >= 0 and var i ? (TruthOutcome)i : null;
}
