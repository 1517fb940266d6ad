using System.Diagnostics;
using System.Text;

namespace Cordon.Cli.Tests;

/// <summary>Runs the command as a user does: a process of its own, with arguments, output and an exit code.</summary>
internal static class CordonCommand
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "cordon.dll");
    private static readonly string NoData = Path.Combine(Path.GetTempPath(), "cordon-tests-without-data");

    public static Outcome Run(params string[] arguments) => RunIn(Environment.CurrentDirectory, arguments);

    /// <summary>Reads a few bytes of the output and closes it, as <c>head</c> does; the code and what went to standard error.</summary>
    public static (int Code, string Errors) RunAndLeave(params string[] arguments)
    {
        using Process process = Start(Environment.CurrentDirectory, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.Read();
        process.StandardOutput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)), "the command did not end");
        return (process.ExitCode, errors.Result);
    }

    public static Outcome RunIn(string folder, params string[] arguments) => RunWith(null, null, folder, arguments);

    /// <summary>Runs it with a folder for what is kept between calls.</summary>
    public static Outcome RunWithCache(string cache, params string[] arguments) =>
        RunWith(cache, null, Environment.CurrentDirectory, arguments);

    /// <summary>Runs with a data folder of its own.</summary>
    public static Outcome RunWithData(string data, params string[] arguments) =>
        RunWith(null, data, Environment.CurrentDirectory, arguments);

    /// <summary>Runs with a variable of the environment.</summary>
    public static Outcome RunWithVariable(string name, string value, params string[] arguments) =>
        RunWith(null, null, Environment.CurrentDirectory, arguments, (name, value));

    private static Outcome RunWith(
        string? cache,
        string? data,
        string folder,
        string[] arguments,
        (string Name, string Value)? variable = null
    )
    {
        using Process process = Start(folder, arguments, cache, data, variable);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "the command did not end");
        return new Outcome(process.ExitCode, output, errors.Result);
    }

    private static Process Start(
        string folder,
        string[] arguments,
        string? cache = null,
        string? data = null,
        (string Name, string Value)? variable = null
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
            WorkingDirectory = folder,
        };
        // A test leaves nothing with the user who runs it, and what that user has fetched is not its business.
        start.Environment["CORDON_CACHE"] = cache ?? "off";
        start.Environment["XDG_DATA_HOME"] = data ?? NoData;
        start.Environment["XDG_CONFIG_HOME"] = data ?? NoData;
        if (variable is { } set)
        {
            start.Environment[set.Name] = set.Value;
        }

        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static bool IsDotnet(string path) =>
        Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
}

internal sealed record Outcome(int Code, string Output, string Errors);
