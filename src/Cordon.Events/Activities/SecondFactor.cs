namespace Cordon.Events.Activities;

/// <summary>What a sign-in says of a second factor.</summary>
public enum SecondFactor
{
    /// <summary>Nothing.</summary>
    Unknown = 0,

    /// <summary>None was asked for.</summary>
    NotRequired,

    /// <summary>Asked for and not given, or not yet.</summary>
    Required,

    /// <summary>The user is to enrol one: whoever has the password may do it.</summary>
    EnrolmentRequired,

    /// <summary>The user refused the request.</summary>
    Denied,

    /// <summary>The user did not answer.</summary>
    NotAnswered,

    /// <summary>Asked for, and the request failed; whether it was refused, not answered or answered wrongly is not told.</summary>
    Failed,

    /// <summary>Given in this sign-in.</summary>
    Satisfied,

    /// <summary>Taken from a token that had it: nobody was asked.</summary>
    SatisfiedByToken,
}
