using System.CommandLine;
using Cordon.Cli.Rules.Updating;
using Cordon.Cli.Terminal;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon rules update</c>.</summary>
internal static class RulesUpdateCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var from = new Option<string?>("--from")
        {
            Description =
                "An https address or a file: a zip, tar or tar.gz of rules. Default: SigmaHQ's latest release, from github.com.",
            HelpName = "URL|FILE",
        };
        var rollback = new Option<bool>("--rollback")
        {
            Description = "Go back to the release that was in use before.",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Take a release that has far fewer usable rules than the one in use.",
        };
        var command = new Command(
            "update",
            "Get a release of rules, check it, and use it from now on beside the built-in rules: whole or not at all. Only this, 'cordon intel import' and 'cordon intel update' ask a server."
        )
        {
            from,
            rollback,
            force,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(rollback) && (result.GetValue(from) is not null || result.GetValue(force)))
            {
                result.AddError("--rollback stands alone");
            }
        });
        command.SetAction(
            (call, cancel) => RunAsync(call.GetValue(from), call.GetValue(rollback), call.GetValue(force), cancel)
        );
        Examples.Of(
            command,
            ("cordon rules update", "SigmaHQ's latest release"),
            ("cordon rules update --from sigma_all_rules.zip", "a file that was brought to a machine without network"),
            ("cordon rules update --rollback", "the release before")
        );
        return command;
    }

    private static async Task<int> RunAsync(string? from, bool isRollback, bool isForced, CancellationToken cancel)
    {
        if (RuleStore.OfUser() is not { } store)
        {
            ErrorText.Write("the system names no data folder; set XDG_DATA_HOME to a folder of yours");
            return ExitCode.Failed;
        }

        var update = new RulesUpdate(store, UpdateLimits.Default, TimeProvider.System, Console.Out);
        try
        {
            if (isRollback)
            {
                update.RollBack();
            }
            else
            {
                await update.RunAsync(from, isForced, cancel).ConfigureAwait(false);
            }

            return ExitCode.Done;
        }
        catch (UpdateException fault)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
    }
}
