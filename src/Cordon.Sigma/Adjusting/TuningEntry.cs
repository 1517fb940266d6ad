using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma;

/// <summary>What a tuning says of one rule.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Where the entry begins.</param>
/// <param name="Column">Where the entry begins.</param>
/// <param name="Key"><c>id</c>, <c>name</c> or <c>title</c>.</param>
/// <param name="Rule">The rule's id, name or title.</param>
/// <param name="Level">Its level; null to leave that.</param>
/// <param name="IsDisabled">Whether it is not to run.</param>
/// <param name="Reason">Why, in the user's words; null where none is given.</param>
/// <param name="Exclusion">Events to leave out; null for none.</param>
/// <param name="Until">The last day on which the entry is in force; null for no end.</param>
internal sealed record TuningEntry(
    string Path,
    int Line,
    int Column,
    string Key,
    string Rule,
    Level? Level,
    bool IsDisabled,
    string? Reason,
    SigmaExpression? Exclusion,
    DateOnly? Until
)
{
    public bool IsFor(SigmaDocument document) =>
        Key switch
        {
            "id" => string.Equals(document.Id, Rule, StringComparison.OrdinalIgnoreCase),
            "name" => string.Equals(document.Name, Rule, StringComparison.Ordinal),
            _ => string.Equals(document.Title, Rule, StringComparison.OrdinalIgnoreCase),
        };

    public SigmaProblem Warning(string message) =>
        new(ProblemSeverity.Warning, ProblemCodes.Tuning, Path, Line, Column, message, Rule);
}
