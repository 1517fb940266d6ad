using Cordon.Events;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>What the readers of one document share: where it stands, what may be used, what was found wrong.</summary>
internal sealed class DocumentContext(string path, int document, SigmaOptions options, FieldTable fields)
{
    private readonly List<SigmaProblem> _problems = [];
    private int _predicates;
    private bool _isFull;

    public string Path { get; } = path;

    /// <summary>Which document of the file it is, from 1.</summary>
    public int Document { get; } = document;

    public SigmaOptions Options { get; } = options;

    public FieldTable Fields { get; } = fields;

    /// <summary>The document's title once it is known; problems carry it.</summary>
    public string? Title { get; set; }

    /// <summary>Whether something was found that forbids using the document.</summary>
    public bool HasErrors { get; private set; }

    public IReadOnlyList<SigmaProblem> Problems => _problems;

    /// <summary>Whether further problems would not be shown.</summary>
    public bool IsFull => _problems.Count >= Options.MaxProblemsPerDocument;

    public void Error(YamlNode place, string code, string message) => Error(place.Line, place.Column, code, message);

    public void Error(int line, int column, string code, string message)
    {
        HasErrors = true;
        Add(new SigmaProblem(ProblemSeverity.Error, code, Path, line, column, message, Title));
    }

    public void Warn(YamlNode place, string code, string message) => Warn(place.Line, place.Column, code, message);

    public void Warn(int line, int column, string code, string message) =>
        Add(new SigmaProblem(ProblemSeverity.Warning, code, Path, line, column, message, Title));

    /// <summary>Counts predicates against the limit; false once it is passed.</summary>
    public bool TakePredicates(YamlNode place, int count)
    {
        int before = _predicates;
        _predicates = (int)Math.Min((long)_predicates + count, int.MaxValue);
        if (_predicates <= Options.MaxPredicates)
        {
            return true;
        }

        if (before <= Options.MaxPredicates)
        {
            Error(
                place,
                ProblemCodes.DetectionLimit,
                $"The detection comes to more than {Options.MaxPredicates} predicates (MaxPredicates). Split the rule."
            );
        }

        return false;
    }

    private void Add(SigmaProblem problem)
    {
        if (_problems.Count < Options.MaxProblemsPerDocument)
        {
            _problems.Add(problem);
        }
        else if (!_isFull)
        {
            _isFull = true;
            // An error, if only because errors may be among those that are not shown.
            ProblemSeverity severity = HasErrors ? ProblemSeverity.Error : ProblemSeverity.Warning;
            const string Message = "There are more problems in this document; put these right first.";
            _problems.Add(
                new SigmaProblem(
                    severity,
                    ProblemCodes.MoreProblems,
                    Path,
                    problem.Line,
                    problem.Column,
                    Message,
                    Title
                )
            );
        }
    }
}
