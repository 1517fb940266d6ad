namespace Cordon.Events.Activities;

/// <summary>What became of one attempt to sign in. A result that no table knows is <see cref="Unknown"/>, never a failure.</summary>
public enum SignInVerdict
{
    /// <summary>The log does not say, or says it by a code that is not in the tables.</summary>
    Unknown = 0,

    /// <summary>No attempt by anyone: an interrupt, single sign-on noise, a consent prompt.</summary>
    NotAnAttempt,

    /// <summary>Refused: the password or other secret was wrong, or it can't be told.</summary>
    Rejected,

    /// <summary>Refused: there is no such account.</summary>
    NoSuchAccount,

    /// <summary>Stopped by a control that says nothing of the password: lockout, an address held for malicious, a disabled account.</summary>
    Blocked,

    /// <summary>The password was right, and access was stopped: second factor, Conditional Access, expired password, enrolment asked for.</summary>
    Stopped,

    /// <summary>A session or token was given.</summary>
    Succeeded,
}
