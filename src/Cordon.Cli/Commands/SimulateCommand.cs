using System.CommandLine;
using System.Globalization;
using Cordon.Cli.Terminal;
using Cordon.Reporting;
using Cordon.Simulation;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon simulate</c>: writes the telemetry of a sector that does not exist, and what is true of it.</summary>
internal static class SimulateCommand
{
    private static readonly SimulationRequest Defaults = new()
    {
        Members = 10,
        Days = 14,
        Seed = 1,
        Folder = "",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        Option<int> members = Number(
            "--members",
            $"How many organisations, 1 to {SimulationRequest.MaxMembers}: a vaccine maker, a laboratory, a hospital, a carrier, a supplier, then a mix.",
            Defaults.Members,
            SimulationRequest.MaxMembers
        );
        Option<int> days = Number(
            "--days",
            $"How many days, 1 to {SimulationRequest.MaxDays}.",
            Defaults.Days,
            SimulationRequest.MaxDays
        );
        var seed = new Option<long>("--seed")
        {
            Description = "Another number makes another sector; the same makes the same bytes on every machine.",
            HelpName = "S",
            DefaultValueFactory = static _ => Defaults.Seed,
        };
        var output = new Option<string>("--out", "-o")
        {
            Description =
                "The folder to write: one folder for each member, truth.json, and intel for --intel of a scan. It has to be empty or not there.",
            HelpName = "DIR",
            Required = true,
        };
        var profile = new Option<string>("--profile")
        {
            Description =
                "first: the usual proportions; second: others, with other tools, hours and logs, to be reported beside it.",
            HelpName = "NAME",
            DefaultValueFactory = static _ => Defaults.Profile,
        };
        profile.AcceptOnlyFromAmong([.. Simulator.Profiles]);
        Option<DateTime?> start = Values.TimeOption(
            "--start",
            $"The first day. Default: {Defaults.Start:yyyy-MM-dd}, a Monday of the vaccine year."
        );
        var force = new Option<bool>("--force")
        {
            Description =
                "Write into a folder that is not empty. Folders of members that are there already are replaced.",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress line." };
        var command = new Command(
            "simulate",
            "Write logs of organisations that do not exist, with ordinary life and attempts in them, and truth.json, which says what happened. Nothing in them can harm; names and addresses are reserved ones."
        )
        {
            members,
            days,
            seed,
            output,
            profile,
            start,
            force,
            quiet,
        };
        command.SetAction(
            (call, cancel) =>
                Task.FromResult(
                    Run(
                        Defaults with
                        {
                            Members = call.GetValue(members),
                            Days = call.GetValue(days),
                            Seed = call.GetValue(seed),
                            Folder = call.GetRequiredValue(output),
                            Profile = call.GetRequiredValue(profile),
                            Start = call.GetValue(start) ?? Defaults.Start,
                        },
                        call.GetValue(force),
                        call.GetValue(quiet),
                        cancel
                    )
                )
        );
        Examples.Of(
            command,
            ("cordon simulate --out sector", "ten members, two weeks"),
            ("cordon simulate --members 100 --days 30 --seed 7 --out sector", "a sector and a month: some gigabytes"),
            (
                "cordon scan sector --intel sector/intel --out answer && cordon evaluate --truth sector/truth.json --incidents answer/incidents.json",
                "scan it, then hold the answer against the truth"
            )
        );
        return command;
    }

    private static int Run(SimulationRequest request, bool isForced, bool isQuiet, CancellationToken cancel)
    {
        if (File.Exists(request.Folder))
        {
            ErrorText.Write($"{request.Folder} is a file; name a folder that is empty or not there");
            return ExitCode.Failed;
        }

        if (Directory.Exists(request.Folder) && Directory.EnumerateFileSystemEntries(request.Folder).Any())
        {
            if (!isForced)
            {
                ErrorText.Write($"{request.Folder} is not empty; name another folder, or add --force to write into it");
                return ExitCode.Failed;
            }

            Simulator.Clear(request.Folder);
        }

        using var progress = new CountProgress("members", request.Members, !isQuiet);
        SimulationSummary done = Simulator.Run(request, progress.Show, cancel);
        progress.Dispose();
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Wording.Count(done.Members)} members with {Wording.Count(done.Accounts)} accounts, {Wording.Count(done.Attempts)} attempts, {Wording.Count(done.Events)} events in {Wording.Count(done.Files)} files, {Wording.Bytes(done.Bytes)}"
            )
        );
        Console.Out.WriteLine($"what happened: {Path.Combine(request.Folder, "truth.json")}");
        Console.Out.WriteLine($"what could be known of it: {Path.Combine(request.Folder, "intel")}");
        return ExitCode.Done;
    }

    private static Option<int> Number(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValue(option) is >= 1 and var value && value <= most)
            {
                return;
            }

            result.AddError($"{name} has to be 1 to {most}");
        });
        return option;
    }
}
