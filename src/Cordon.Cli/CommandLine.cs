using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Cordon.Cli.Commands;
using Cordon.Cli.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli;

/// <summary>The command tree, and how a call is parsed, run and answered.</summary>
internal static class CommandLine
{
    /// <summary>Options that every command takes.</summary>
    public static Option<bool> NoColor { get; } =
        new("--no-color") { Description = "Write without colours (so does the variable NO_COLOR).", Recursive = true };

    /// <summary>The version, such as 0.1.0.</summary>
    public static string ProductVersion => typeof(CommandLine).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Runs one call and returns its exit code.</summary>
    public static int Run(string[] args)
    {
        // Scripts and shells ask at each start; the tree of commands takes a quarter of the time that the answer does.
        if (args is ["--version"])
        {
            Console.Out.WriteLine(ProductVersion);
            return ExitCode.Done;
        }

        RootCommand root = Build();
        ParseResult call = root.Parse(args);
        string[] errors = [.. ErrorsOf(call)];
        if (errors.Length > 0)
        {
            foreach (string error in errors)
            {
                ErrorText.Write(error);
            }

            ErrorText.Write($"see '{Path(call.CommandResult.Command)} --help'");
            return ExitCode.Usage;
        }

        using var stop = new StopSignal();
        try
        {
            // The library would only listen for signals once a command that does not yield has ended.
            var settings = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return call.InvokeAsync(settings, stop.Token).GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or KeptRulesException)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            ErrorText.Write("stopped before the end");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last place where anything can still be said.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            ErrorText.Write(
                "this is a fault in Cordon, not in what you gave it; please report it with the lines below, and leave out one path after the other to see which file it is"
            );
            Console.Error.WriteLine(fault);
            return ExitCode.Failed;
        }
    }

    /// <summary>Builds the tree; tests walk it.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand(
            "Cordon reads the logs you already have and says whether somebody tried to get in, and what they did."
        )
        {
            ScanCommand.Build(),
            EvtxCommand.Build(),
            RulesCommand.Build(),
            StixCommand.Build(),
            IntelCommand.Build(),
            SimulateCommand.Build(),
            EvaluateCommand.Build(),
            CompletionCommand.Build(),
            NoColor,
        };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Action = new HelpWithExamples((HelpAction)help.Action!);
            }
        }

        Examples.Of(
            root,
            ("cordon scan samples", "scan a folder with the built-in rules"),
            (
                "cordon scan C:\\Windows\\System32\\winevt\\Logs --rules sigma/rules --out case1",
                "with SigmaHQ's rules, results to files"
            ),
            ("cordon evtx dump Security.evtx | jq .", "look at a log as JSON lines")
        );
        return root;
    }

    private static IEnumerable<string> ErrorsOf(ParseResult call)
    {
        if (call.Action?.ClearsParseErrors == true)
        {
            return [];
        }

        // The library takes an unknown option for one more path; a mistyped option must not be read over.
        IEnumerable<string> unknown = call
            .Tokens.TakeWhile(static t => t.Type != TokenType.DoubleDash)
            .Where(static t => t.Type == TokenType.Argument && t.Value.Length > 1 && t.Value[0] == '-')
            .Select(static t => $"there is no option {t.Value}; before a path that begins with a dash, write --");
        return [.. unknown, .. call.Errors.Select(static e => e.Message)];
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "cordon";

    /// <summary>The library's help, then examples: a picture of use teaches more than a list of options.</summary>
    private sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
    {
        // Who asks for help need not get the rest right.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = inner.Invoke(parseResult);
            Examples.Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
            return code;
        }
    }
}
