using System.CommandLine;

namespace Cordon.Cli.Commands;

/// <summary><c>cordon completion SHELL</c>: prints a script that completes commands, options and values.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # cordon completion for bash: eval "$(cordon completion bash)"
        _cordon() {
            local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} found
            found=$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            # Options only where a dash asks for them: what else could stand there is a path.
            case $word in -*) ;; *) found=$(grep -v '^[-/]' <<<"$found") ;; esac
            COMPREPLY=($(compgen -W "$found" -- "$word"))
            [ "${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
        }
        complete -o filenames -F _cordon cordon ./cordon
        """;

    private const string Zsh = """
        # cordon completion for zsh: eval "$(cordon completion zsh)"
        _cordon() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            [ -n "${found[*]}" ] && compadd -- "${found[@]}"
            _files
        }
        compdef _cordon cordon
        """;

    private const string Fish = """
        # cordon completion for fish: cordon completion fish | source
        complete -c cordon -a '(set -l line (commandline -cp); cordon "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
        """;

    private const string PowerShell = """
        # cordon completion for PowerShell: cordon completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName cordon -ScriptBlock {
            param($word, $ast, $position)
            cordon "[suggest:$position]" "$ast" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a script that completes commands and options in a shell.")
        {
            shell,
        };
        command.SetAction(call =>
        {
            Console.Out.WriteLine(
                call.GetRequiredValue(shell) switch
                {
                    "bash" => Bash,
                    "zsh" => Zsh,
                    "fish" => Fish,
                    _ => PowerShell,
                }
            );
            return ExitCode.Done;
        });
        Examples.Of(
            command,
            ("eval \"$(cordon completion bash)\"", "for this shell; put the line into ~/.bashrc to keep it")
        );
        return command;
    }
}
