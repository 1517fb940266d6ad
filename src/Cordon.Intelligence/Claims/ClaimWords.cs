namespace Cordon.Intelligence.Claims;

/// <summary>How stances and outcomes are written in files.</summary>
public static class ClaimWords
{
    /// <summary>The word for a stance: asserts, reports, denies or retracts.</summary>
    public static string Of(ClaimStance stance) =>
        stance switch
        {
            ClaimStance.Asserts => "asserts",
            ClaimStance.Reports => "reports",
            ClaimStance.Denies => "denies",
            _ => "retracts",
        };

    /// <summary>The word for an outcome: unstated, attempted, failed, partly-succeeded or succeeded.</summary>
    public static string Of(ClaimedOutcome outcome) =>
        outcome switch
        {
            ClaimedOutcome.Attempted => "attempted",
            ClaimedOutcome.Failed => "failed",
            ClaimedOutcome.PartlySucceeded => "partly-succeeded",
            ClaimedOutcome.Succeeded => "succeeded",
            _ => "unstated",
        };

    /// <summary>The stance of a word.</summary>
    /// <exception cref="FormatException">It is none; the message lists them.</exception>
    public static ClaimStance StanceOf(string text) =>
        text switch
        {
            "asserts" => ClaimStance.Asserts,
            "reports" => ClaimStance.Reports,
            "denies" => ClaimStance.Denies,
            "retracts" => ClaimStance.Retracts,
            _ => throw new FormatException($"'{text}' is no stance: asserts, reports, denies, retracts"),
        };

    /// <summary>The outcome of a word.</summary>
    /// <exception cref="FormatException">It is none; the message lists them.</exception>
    public static ClaimedOutcome OutcomeOf(string text) =>
        text switch
        {
            "unstated" => ClaimedOutcome.Unstated,
            "attempted" => ClaimedOutcome.Attempted,
            "failed" => ClaimedOutcome.Failed,
            "partly-succeeded" => ClaimedOutcome.PartlySucceeded,
            "succeeded" => ClaimedOutcome.Succeeded,
            _ => throw new FormatException(
                $"'{text}' is no outcome: unstated, attempted, failed, partly-succeeded, succeeded"
            ),
        };
}
