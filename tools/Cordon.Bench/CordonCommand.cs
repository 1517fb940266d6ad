using System.Globalization;

namespace Cordon.Bench;

/// <summary>The command as <c>./cordon</c> or <c>cordon.ps1</c> built it, run as a whole process.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Leading">What comes before the arguments.</param>
/// <param name="Build">How it was built and is started, in words.</param>
/// <param name="Files">What the program is read from.</param>
internal sealed record CordonCommand(string Program, string[] Leading, string Build, string[] Files)
{
    /// <summary>The build that the scripts make on this machine.</summary>
    public static CordonCommand Find()
    {
        bool isNative =
            !OperatingSystem.IsWindows()
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CORDON_PORTABLE"))
            && !File.Exists(".build/native/dotnet-path");
        string folder = OperatingSystem.IsWindows() || !Directory.Exists(".build/native") ? "portable" : "native";
        string[] files = Directory.GetFiles(Path.Combine(".build", folder));
        // PowerShell takes longer to start than what is measured.
        return OperatingSystem.IsWindows()
            ? new(
                File.ReadAllText(".build/portable/dotnet-path").Trim(),
                [".build/portable/cordon.dll"],
                "portable build",
                files
            )
            : new(
                "./cordon",
                [],
                isNative ? "native build, through ./cordon" : "portable build, through ./cordon",
                files
            );
    }

    /// <summary>Runs it. Nothing of the user's is looked at: neither a tuning file nor what was kept of rules.</summary>
    public ChildProcess.Cost Run(params IEnumerable<string> arguments) =>
        ChildProcess.Run(Program, [.. Leading, .. arguments]);

    /// <summary>A scan of logs with rules, on so many threads.</summary>
    public ChildProcess.Cost Scan(IEnumerable<string> logs, Rules rules, int threads, params string[] more) =>
        Run([
            "scan",
            .. logs,
            .. rules.Paths.SelectMany(static p => new[] { "--rules", p }),
            "--quiet",
            "--no-tuning",
            "--threads",
            threads.ToString(CultureInfo.InvariantCulture),
            .. more,
        ]);
}
