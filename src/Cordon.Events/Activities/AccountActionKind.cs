namespace Cordon.Events.Activities;

/// <summary>What somebody who is signed in, or an administrator, did with an account, mailbox or application.</summary>
public enum AccountActionKind
{
    /// <summary>Something else that is told because other actions are near.</summary>
    Other = 0,

    /// <summary>A rule on a mailbox was made or changed.</summary>
    InboxRule,

    /// <summary>A rule on the organisation's mail flow was made or changed.</summary>
    TransportRule,

    /// <summary>Mail of a mailbox is forwarded elsewhere.</summary>
    Forwarding,

    /// <summary>Somebody was given access to a mailbox.</summary>
    MailboxPermission,

    /// <summary>Mail was read, item by item (<c>Bind</c>).</summary>
    MailRead,

    /// <summary>Whole folders of mail were synchronised (<c>Sync</c>).</summary>
    MailSync,

    /// <summary>Mail was searched.</summary>
    MailSearch,

    /// <summary>Mail was deleted.</summary>
    MailDelete,

    /// <summary>Mail was sent.</summary>
    MailSend,

    /// <summary>An application was given consent.</summary>
    Consent,

    /// <summary>An application or service principal got new credentials.</summary>
    ApplicationCredential,

    /// <summary>A role or group with rights was given.</summary>
    RoleGrant,

    /// <summary>A method for the second factor was registered or changed.</summary>
    SecondFactorMethod,

    /// <summary>A second factor was turned off or removed.</summary>
    SecondFactorRemoved,

    /// <summary>A device was registered or joined.</summary>
    DeviceRegistered,

    /// <summary>A file was downloaded, synchronised or read.</summary>
    FileDownload,

    /// <summary>A file was shared by a link or with a stranger.</summary>
    FileShare,

    /// <summary>An account was made.</summary>
    AccountCreated,

    /// <summary>A key or token for programs was made.</summary>
    AccessKeyCreated,

    /// <summary>Logging or auditing was turned off or emptied.</summary>
    LoggingStopped,

    /// <summary>Containment: sessions or tokens were revoked.</summary>
    SessionsRevoked,

    /// <summary>Containment: a password was reset or changed.</summary>
    PasswordReset,

    /// <summary>Containment: an account was disabled or locked.</summary>
    AccountDisabled,

    /// <summary>Containment: a rule, forwarding, consent or permission was taken back.</summary>
    Removed,

    /// <summary>An account was unlocked or enabled.</summary>
    AccountEnabled,

    /// <summary>The user or the provider itself says that something is wrong (reported suspicious activity, leaked password, government-backed attack warning).</summary>
    Warning,
}
