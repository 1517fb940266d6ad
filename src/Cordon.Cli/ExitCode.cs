namespace Cordon.Cli;

/// <summary>What the command's exit codes mean; docs/commands.md lists them for users.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Nothing could be read or written, or a check found errors.</summary>
    public const int Failed = 1;

    /// <summary>The command line can't be used.</summary>
    public const int Usage = 2;

    /// <summary>The scan was done and <c>--fail-on</c> was met.</summary>
    public const int FindingsMet = 3;

    /// <summary>Stopped by the user (Ctrl+C), as shells write it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
