namespace Cordon.Events.Activities;

/// <summary>What became of a mail.</summary>
public enum MailStatus
{
    /// <summary>The log does not say: a mail that lies in a folder as a file.</summary>
    Unknown = 0,

    /// <summary>It reached the mailbox.</summary>
    Delivered,

    /// <summary>It reached the folder for unwanted mail.</summary>
    Junk,

    /// <summary>It was held back where the recipient can't open it.</summary>
    Quarantined,

    /// <summary>It was refused or could not be delivered.</summary>
    Failed,

    /// <summary>It was delivered and taken out again.</summary>
    Removed,
}
