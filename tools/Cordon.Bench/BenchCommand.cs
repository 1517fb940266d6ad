using System.CommandLine;
using Cordon.Bench.Quiet;

namespace Cordon.Bench;

/// <summary>The command line of <c>./bench</c>.</summary>
internal static class BenchCommand
{
    private static readonly Option<string[]> Rules = new("--rules", "-r")
    {
        Description = "Sigma rules. Default: SigmaHQ's from the corpora if they are there, else the built-in ones.",
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
        Recursive = true,
    };

    private static readonly string[] Collections = ["rules", "rules-emerging-threats", "rules-threat-hunting"];

    private static readonly Argument<string[]> Logs = new("LOG")
    {
        Description = "Event logs, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static RootCommand Build()
    {
        var quick = new Option<bool>("--quick") { Description = "Smaller inputs and fewer rounds: about two minutes." };
        var json = new Option<string?>("--json") { Description = "Write all figures to FILE.", HelpName = "FILE" };
        var work = new Option<string>("--work")
        {
            Description = "Where inputs are made and kept.",
            HelpName = "DIR",
            DefaultValueFactory = static _ => Path.Combine(Path.GetTempPath(), "cordon-bench"),
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these tables: inside, allocation, processes, size, start.",
            HelpName = "TABLE",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong("inside", "allocation", "processes", "size", "start");
        var command = new RootCommand(
            "Measures what Cordon costs: inside the process and as whole processes, against plain reading of the same bytes and other readers in the same run."
        )
        {
            Rules,
            quick,
            json,
            work,
            only,
        };
        command.SetAction(call =>
            new BenchRun(
                call.GetValue(quick),
                call.GetRequiredValue(work),
                Loaded(call),
                [.. call.GetValue(only) ?? []]
            ).Run(call.GetValue(json))
        );
        command.Add(Generate());
        command.Add(On("verify", "Hold compiled rules to the plain interpreter, event for event.", Verification.Run));
        command.Add(On("profile", "Tell by kind of event where the time goes.", Profile.Run));
        command.Add(On("filters", "Tell what each field's filter costs.", FilterProfile.Run));
        command.Add(Repeat());
        command.Add(StartUpCommand());
        return command;
    }

    /// <summary>The rules of a call: those named, else the largest collection at hand.</summary>
    public static string[] RulePaths(ParseResult call)
    {
        if (call.GetValue(Rules) is { Length: > 0 } named)
        {
            return named;
        }

        string sigma = Path.Combine(Corpora(), "sigma");
        return Directory.Exists(sigma) ? [.. Collections.Select(d => Path.Combine(sigma, d))] : ["rules"];
    }

    /// <summary>Where the corpora are, or would be.</summary>
    public static string Corpora() =>
        Environment.GetEnvironmentVariable("CORDON_CORPORA") is { Length: > 0 } folder ? folder : "../shared/corpora";

    private static Rules Loaded(ParseResult call) => Bench.Rules.Load(RulePaths(call));

    private static Command On(string name, string description, Func<Rules, Inputs, int> run)
    {
        var command = new Command(name, description) { Logs };
        command.SetAction(call => run(Loaded(call), Inputs.Of("logs", call.GetRequiredValue(Logs))));
        return command;
    }

    private static Command Generate()
    {
        var folder = new Argument<string>("DIR");
        var bytes = new Argument<long>("BYTES");
        var command = new Command("generate", "Write the quiet set.") { folder, bytes };
        command.SetAction(call =>
            Console.WriteLine(
                $"{QuietSet.Write(call.GetRequiredValue(folder), call.GetRequiredValue(bytes)):N0} records"
            )
        );
        return command;
    }

    private static Command Repeat()
    {
        var count = new Argument<int>("COUNT");
        var command = new Command("repeat", "Scan again and again, for a profiler to look at.") { count, Logs };
        command.SetAction(call =>
            InsideTable.Repeat(
                call.GetRequiredValue(count),
                Loaded(call),
                Inputs.Of("logs", call.GetRequiredValue(Logs))
            )
        );
        return command;
    }

    private static Command StartUpCommand()
    {
        var command = new Command("startup", "Tell the parts of starting: loading rules, and compiling them.") { Logs };
        command.SetAction(call => StartUp.Run(RulePaths(call), Inputs.Of("logs", call.GetRequiredValue(Logs))));
        return command;
    }
}
