namespace Cordon.Telemetry.Lines;

/// <summary>The values of <see cref="AuthFields.Result"/>.</summary>
internal static class AuthResult
{
    /// <summary>Somebody signed in.</summary>
    public const string Success = "success";

    /// <summary>Refused.</summary>
    public const string Failure = "failure";

    /// <summary>Refused: no such account.</summary>
    public const string NoSuchAccount = "no-such-account";

    /// <summary>Stopped, whatever the password: locked, no right to.</summary>
    public const string Blocked = "blocked";

    /// <summary>The password was right, and more is needed or not allowed.</summary>
    public const string Stopped = "stopped";

    /// <summary>An attempt is announced; another line says what becomes of it, or none does.</summary>
    public const string Announced = "announced";

    /// <summary>The connection ended before the attempt did.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>PAM says of an attempt that it failed; the program itself may say it as well.</summary>
    public const string PamFailure = "pam-failure";

    /// <summary>A session began, for an attempt that another line may tell of.</summary>
    public const string SessionOpened = "session-opened";

    /// <summary>A session ended.</summary>
    public const string SessionClosed = "session-closed";

    /// <summary>The password was right, or another factor; whether access was given, another line says.</summary>
    public const string Verified = "verified";
}
