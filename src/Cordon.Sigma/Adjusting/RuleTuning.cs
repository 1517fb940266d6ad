using Cordon.Sigma.Adjusting;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>
/// What a user wants otherwise than the authors of rules: other levels, rules switched off, events left out; and what only the user
/// can know: the values of placeholders. It stands in a file of the user's own, so that it outlasts updates of the rules.
/// <c>docs/formats/tuning.md</c> describes it.
/// </summary>
public sealed class RuleTuning
{
    internal RuleTuning(IReadOnlyList<SigmaProblem> problems) => Problems = problems;

    /// <summary>What is wrong with the file. With an error in it nothing of it should be used.</summary>
    public IReadOnlyList<SigmaProblem> Problems { get; }

    /// <summary>Whether something in the file cannot be used.</summary>
    public bool HasErrors => Problems.Any(static p => p.Severity == ProblemSeverity.Error);

    /// <summary>How many entries there are.</summary>
    public int Count => Entries.Count;

    /// <summary>What placeholders stand for, as <see cref="SigmaOptions.Placeholders"/> takes it when the rules are loaded.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Placeholders { get; internal init; } =
        SigmaOptions.Default.Placeholders;

    internal IReadOnlyList<TuningEntry> Entries { get; init; } = [];

    /// <summary>Reads a tuning file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read; its table of fields must be that of the rules.</param>
    /// <returns>Never throws for what the file holds, or because it cannot be read: that is in <see cref="Problems"/>.</returns>
    public static RuleTuning Load(string path, SigmaOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            if (new FileInfo(path).Length > options.MaxFileSize)
            {
                return new RuleTuning([
                    RuleFiles.Problem(
                        ProblemCodes.FileLimit,
                        path,
                        $"The file is larger than {options.MaxFileSize} bytes (MaxFileSize)."
                    ),
                ]);
            }

            List<SigmaProblem> problems = [];
            string? text = RuleText.Decode(File.ReadAllBytes(path), path, problems);
            return text is null ? new RuleTuning(problems) : Parse(text, path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new RuleTuning([
                RuleFiles.Problem(ProblemCodes.FileUnreadable, path, $"The file cannot be read: {e.Message}"),
            ]);
        }
    }

    /// <summary>Reads the text of a tuning file.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What to call it in problems.</param>
    /// <param name="options">How to read; its table of fields must be that of the rules.</param>
    public static RuleTuning Parse(string text, string name, SigmaOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        return TuningReader.Read(text, name, options);
    }
}
