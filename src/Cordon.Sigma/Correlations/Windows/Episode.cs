namespace Cordon.Sigma.Correlations.Windows;

/// <summary>Gathers what a match rests on, from when the condition first held.</summary>
internal sealed class Episode(int maxCited)
{
    private readonly List<long> _first = [];
    private readonly Queue<long> _last = [];
    private readonly HashSet<long> _cited = [];
    private readonly HashSet<string?[]> _handedOn = new(CarriedComparer.Instance);

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public long EventCount { get; private set; }

    public double? Figure { get; private set; }

    /// <summary>The references to cite, by time.</summary>
    public IReadOnlyList<long> References => [.. _first, .. _last];

    public void Add(WindowEntry entry)
    {
        First = Math.Min(First, entry.Time);
        Last = Math.Max(Last, entry.Time);
        EventCount += entry.Events;
        foreach (long reference in entry.References)
        {
            Cite(reference);
        }
    }

    /// <summary>Notes a figure for which the condition held; the largest stays.</summary>
    public void Note(double? figure)
    {
        if (Figure is null || figure > Figure)
        {
            Figure = figure;
        }
    }

    /// <summary>Whether correlations that build on this one have yet to be told of such a combination of values.</summary>
    public bool IsNew(string?[] carried) => _handedOn.Add(carried);

    private void Cite(long reference)
    {
        if (!_cited.Add(reference))
        {
            return;
        }

        if (_first.Count < (maxCited + 1) / 2)
        {
            _first.Add(reference);
            return;
        }

        _last.Enqueue(reference);
        if (_last.Count > maxCited / 2)
        {
            _cited.Remove(_last.Dequeue());
        }
    }
}
