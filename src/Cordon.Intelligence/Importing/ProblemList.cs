namespace Cordon.Intelligence.Importing;

/// <summary>Counts what could not be taken and keeps the first of it: a file of rubbish costs no memory.</summary>
internal sealed class ProblemList
{
    public const int MaxKept = 100;

    private readonly List<ImportProblem> _kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<ImportProblem> Kept => _kept;

    public void Add(string place, string reason)
    {
        Count++;
        if (_kept.Count < MaxKept)
        {
            _kept.Add(new ImportProblem(place, reason));
        }
    }
}
