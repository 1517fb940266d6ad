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
        var quick = new Option<bool>("--quick")
        {
            Description = "Smaller inputs and fewer rounds: below two minutes in place of about ten.",
        };
        var json = new Option<string?>("--json") { Description = "Write all figures to FILE.", HelpName = "FILE" };
        var work = new Option<string>("--work")
        {
            Description = "Where inputs are made and kept.",
            HelpName = "DIR",
            DefaultValueFactory = static _ => Path.Combine(Path.GetTempPath(), "cordon-bench"),
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Only these tables: inside, allocation, processes, cores, size, start.",
            HelpName = "TABLE",
            AllowMultipleArgumentsPerToken = true,
        };
        only.AcceptOnlyFromAmong("inside", "json", "allocation", "processes", "cores", "size", "start");
        var command = new RootCommand(
            """
            Measures what Cordon costs, against plain reading of the same bytes and against other readers, in the same run.

            Inputs are made on first use and kept: 'quiet' is a day of a domain controller and six workstations on which nothing
            happens; 'dense' are the chunks of public attack samples where the corpora are there, else of samples/. Then come:

              inside      one thread in this process: MD5, walking, JSON, and 10, 100, 1,000 and all rules
              json        one thread in this process over Windows events in JSON: MD5, reading, all rules
              allocation  bytes allocated for a record, without and with a match
              processes   md5sum, evtxexport and evtx_dump where they are installed, cordon evtx dump, cordon scan
              cores       the scan on 1, 2, 4… threads
              size        the scan of 64 MB to 4 GB, with the peak of memory
              start       --version and scans of small logs: rules kept from an earlier call or not, files in memory or not
              bars        what is wanted of all these, and whether this run keeps it

            What is compared is run in turns, so that what disturbs one disturbs all; figures are medians. Compare within a run.
            The largest input needs 5 GB below --work.

            Examples:
              ./bench --quick                         all tables, small
              ./bench --json figures.json             all tables, and the figures in a file
              ./bench --only inside -r my-rules       the cost of your own rules
              ./bench verify samples                  do compiled rules and the plain interpreter agree?
              ./bench profile Security.evtx           which kinds of events take the time?
            """
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
