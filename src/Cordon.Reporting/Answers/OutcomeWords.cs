using Cordon.Incidents;

namespace Cordon.Reporting.Answers;

/// <summary>How outcomes are spelt: in files for programs, and for people.</summary>
public static class OutcomeWords
{
    /// <summary>All outcomes, worst first.</summary>
    public static IReadOnlyList<Outcome> WorstFirst { get; } =
    [
        Outcome.FollowOn,
        Outcome.AccessGained,
        Outcome.CredentialExposed,
        Outcome.Unknown,
        Outcome.Blocked,
        Outcome.Failed,
        Outcome.NotAnAttack,
    ];

    /// <summary>The word in files: <c>unknown</c>, <c>failed</c>, <c>blocked</c>, <c>credential-exposed</c>, <c>access-gained</c>, <c>follow-on</c>, <c>not-an-attack</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such outcome.</exception>
    public static string Of(Outcome outcome) =>
        outcome switch
        {
            Outcome.NotAnAttack => "not-an-attack",
            Outcome.Failed => "failed",
            Outcome.Blocked => "blocked",
            Outcome.Unknown => "unknown",
            Outcome.CredentialExposed => "credential-exposed",
            Outcome.AccessGained => "access-gained",
            Outcome.FollowOn => "follow-on",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    /// <summary>The word for people, as a label.</summary>
    internal static string Label(Outcome outcome) =>
        outcome switch
        {
            Outcome.NotAnAttack => "not an attack",
            Outcome.Failed => "failed",
            Outcome.Blocked => "blocked",
            Outcome.Unknown => "outcome unknown",
            Outcome.CredentialExposed => "password exposed",
            Outcome.AccessGained => "access gained",
            Outcome.FollowOn => "access gained and used",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

    /// <summary>What it means, for a legend.</summary>
    internal static string Meaning(Outcome outcome) =>
        outcome switch
        {
            Outcome.NotAnAttack =>
                "It looked like an attempt and was none: a misconfiguration, typing errors, a test or a scanner.",
            Outcome.Failed =>
                "Every try was rejected, and the logs that would show a success were there for the whole time and after.",
            Outcome.Blocked => "A control stopped it: a lock-out, a policy, a quarantine.",
            Outcome.Unknown => "There was an attempt, and the log that would show a success is missing or incomplete.",
            Outcome.CredentialExposed =>
                "The password was proven right, and access was stopped. The attacker knows the password.",
            Outcome.AccessGained => "The attacker was given a session or a token, or code of the attacker's ran.",
            Outcome.FollowOn => "The attacker had access and did something with it.",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
}
