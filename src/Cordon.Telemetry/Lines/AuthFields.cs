namespace Cordon.Telemetry.Lines;

/// <summary>The names under which readers give what a line says of a sign-in, whatever program wrote it.</summary>
internal static class AuthFields
{
    /// <summary>What happened: see <see cref="AuthResult"/>.</summary>
    public const string Result = "auth.result";

    /// <summary>The account, as the line has it.</summary>
    public const string User = "auth.user";

    /// <summary>The account that somebody becomes (su, sudo).</summary>
    public const string Target = "auth.target";

    /// <summary>Where it came from.</summary>
    public const string Address = "auth.address";

    /// <summary>The port it came from.</summary>
    public const string Port = "auth.port";

    /// <summary>The way of signing in, such as <c>password</c> or <c>publickey</c>.</summary>
    public const string Method = "auth.method";

    /// <summary>How many attempts the line stands for; absent where it is one.</summary>
    public const string Count = "auth.count";

    /// <summary>Why, in the line's words.</summary>
    public const string Reason = "auth.reason";
}
