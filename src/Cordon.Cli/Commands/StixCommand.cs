using System.CommandLine;
using Cordon.Cli.Stix;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon stix validate|check|match</c>: works with STIX by itself.</summary>
internal static class StixCommand
{
    /// <summary>Builds the command and its three.</summary>
    public static Command Build() =>
        new("stix", "Check STIX objects and patterns, and hold patterns against observations.")
        {
            BuildValidate(),
            BuildCheck(),
            BuildMatch(),
        };

    private static Command BuildValidate()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A bundle, an envelope, or objects in JSON; STIX 2.1 or 2.0.",
        };
        var command = new Command(
            "validate",
            "Hold every object of a file against STIX 2.1; say what is wrong and where."
        )
        {
            file,
        };
        command.SetAction((call, cancel) => Task.FromResult(StixFiles.Validate(call.GetRequiredValue(file), cancel)));
        Examples.Of(command, ("cordon stix validate bundle.json", "exit code 0 where all objects are valid, else 1"));
        return command;
    }

    private static Command BuildCheck()
    {
        var pattern = new Argument<string>("PATTERN") { Description = "A STIX pattern." };
        var command = new Command("check", "Say whether a pattern is valid, and where it is not.") { pattern };
        command.SetAction(call => StixFiles.Check(call.GetRequiredValue(pattern)));
        Examples.Of(
            command,
            (
                "cordon stix check \"[ipv4-addr:value = '198.51.100.7']\"",
                "exit code 0: valid; 1: invalid, with the place"
            )
        );
        return command;
    }

    private static Command BuildMatch()
    {
        var pattern = new Option<string>("--pattern", "-p")
        {
            Description = "The pattern.",
            HelpName = "PATTERN",
            Required = true,
        };
        var file = new Argument<string>("FILE") { Description = "A bundle with observed data, or a list of bundles." };
        var command = new Command("match", "Say whether the observations of a file fulfil a pattern.")
        {
            pattern,
            file,
        };
        command.SetAction(call => StixFiles.Match(call.GetRequiredValue(pattern), call.GetRequiredValue(file)));
        Examples.Of(
            command,
            (
                "cordon stix match --pattern \"[domain-name:value = 'a.example'] REPEATS 3 TIMES WITHIN 60 SECONDS\" seen.json",
                "prints 'match' or 'no match'; exit code 0 or 1, and 2 where it can't be told"
            )
        );
        return command;
    }
}
