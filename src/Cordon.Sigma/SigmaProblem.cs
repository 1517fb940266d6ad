namespace Cordon.Sigma;

/// <summary>What a <see cref="SigmaProblem"/> means for the document it stands in.</summary>
public enum ProblemSeverity
{
    /// <summary>The document is used; something in it deserves its author's attention.</summary>
    Warning,

    /// <summary>The document (or the file) is not used.</summary>
    Error,
}

/// <summary>Something wrong with a rule file, with its place and what to do about it.</summary>
/// <param name="Severity">Whether the document can still be used.</param>
/// <param name="Code">A name for the kind of problem, one of <see cref="ProblemCodes"/>; stable between versions.</param>
/// <param name="Path">The file, as it was named when loading.</param>
/// <param name="Line">Line in the file, from 1; 0 where the problem has no place in it.</param>
/// <param name="Column">Column in UTF-16 units, from 1; 0 where the problem has no place in the line.</param>
/// <param name="Message">What is wrong and how to put it right, in one or two sentences.</param>
/// <param name="Title">The title of the document, where it could be read.</param>
public sealed record SigmaProblem(
    ProblemSeverity Severity,
    string Code,
    string Path,
    int Line,
    int Column,
    string Message,
    string? Title = null
)
{
    /// <summary>The problem on one line, in the form that editors and terminals make clickable.</summary>
    public override string ToString() =>
        $"{Path}:{Line}:{Column}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message} [{Code}]";
}
