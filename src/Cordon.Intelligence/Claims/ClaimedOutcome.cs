namespace Cordon.Intelligence.Claims;

/// <summary>What a claim says came of an attempt. It is the speaker's word, not what Cordon found in logs.</summary>
public enum ClaimedOutcome
{
    /// <summary>Nothing is said of it.</summary>
    Unstated,

    /// <summary>It was tried; whether it succeeded is not said.</summary>
    Attempted,

    /// <summary>It was tried and did not succeed.</summary>
    Failed,

    /// <summary>Some of what was tried succeeded.</summary>
    PartlySucceeded,

    /// <summary>It succeeded.</summary>
    Succeeded,
}
