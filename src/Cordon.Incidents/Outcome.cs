namespace Cordon.Incidents;

/// <summary>What came of an attempt for one target; the later ones are worse. Containment is told beside it.</summary>
public enum Outcome
{
    /// <summary>No attempt by an attacker: misconfiguration, typing errors, a test, a scanner; written <c>not-an-attack</c>.</summary>
    NotAnAttack = 0,

    /// <summary>
    /// All tries were rejected, and the logs that would show a success were there for the whole time and after; written <c>failed</c> (STIX
    /// <c>failed-attempt</c>, VERIS near miss).
    /// </summary>
    Failed,

    /// <summary>A control stopped it; written <c>blocked</c>.</summary>
    Blocked,

    /// <summary>An attempt, and the log that would show a success is missing, has gaps, or holds codes that no table knows; written <c>unknown</c>.</summary>
    Unknown,

    /// <summary>The password was proven right, and access was stopped; written <c>credential-exposed</c>.</summary>
    CredentialExposed,

    /// <summary>A session or token was given to the attacker, or code of his ran; written <c>access-gained</c>.</summary>
    AccessGained,

    /// <summary>Access, and something was done with it: a rule, consent, method, collection, movement, onward phishing; written <c>follow-on</c>.</summary>
    FollowOn,
}
