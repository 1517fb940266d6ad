namespace Cordon.Sigma.Loading;

/// <summary>Checks that need all documents of a load: ids and names that repeat, references that lead nowhere.</summary>
internal sealed class CrossChecks
{
    private readonly Dictionary<string, SigmaDocument> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SigmaDocument> _byName = new(StringComparer.Ordinal);
    private readonly List<SigmaDocument> _referring = [];
    private readonly List<SigmaProblem> _problems = [];

    public void Add(SigmaDocument document)
    {
        Register(_byId, document.Id, document, "id");
        Register(_byName, document.Name, document, "name");
        if (document is not SigmaRule)
        {
            _referring.Add(document);
        }
    }

    public List<SigmaProblem> Finish()
    {
        foreach (SigmaDocument document in _referring)
        {
            IReadOnlyList<string> references = document switch
            {
                SigmaCorrelation correlation => correlation.Rules,
                SigmaFilter filter => filter.Rules,
                _ => [],
            };
            foreach (string reference in references)
            {
                if (!_byId.ContainsKey(reference) && !_byName.ContainsKey(reference))
                {
                    Warn(
                        document,
                        ProblemCodes.UnknownRule,
                        $"It refers to '{NearName.Shorten(reference)}', and no document with this id or name was loaded. Load its file too, or look whether it was refused."
                    );
                }
            }
        }

        return _problems;
    }

    // Both are kept: each is a rule that its author wants to run, and dropping one would lose what only it finds.
    private void Register(Dictionary<string, SigmaDocument> known, string? key, SigmaDocument document, string what)
    {
        if (key is null || known.TryAdd(key, document))
        {
            return;
        }

        SigmaDocument first = known[key];
        Warn(
            document,
            ProblemCodes.DuplicateId,
            $"The {what} '{NearName.Shorten(key)}' is already that of '{NearName.Shorten(first.Title)}' ({first.Path}:{first.Line}). Both are used, but references go to the first. Give this one its own."
        );
    }

    private void Warn(SigmaDocument document, string code, string message) =>
        _problems.Add(
            new SigmaProblem(ProblemSeverity.Warning, code, document.Path, document.Line, 1, message, document.Title)
        );
}
