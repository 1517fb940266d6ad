using Cordon.Events;

namespace Cordon.Reporting;

/// <summary>Counts findings by rule while they flow by; holds a line for each rule and source, not the findings.</summary>
public sealed class FindingTally
{
    private const int ComputerLimit = 100;
    private readonly Dictionary<(string Id, string Title), RuleLine> _lines = [];
    private readonly Dictionary<string, SourceLine> _sources = new(StringComparer.Ordinal);
    private readonly long[] _byLevel = new long[Enum.GetValues<Level>().Length];

    /// <summary>All findings counted.</summary>
    public long Total { get; private set; }

    /// <summary>How many findings have <paramref name="level"/>.</summary>
    public long Of(Level level) => _byLevel[(int)level];

    /// <summary>The highest level met, or null where there was no finding.</summary>
    public Level? Highest =>
        Array.FindLastIndex(_byLevel, static n => n > 0) is >= 0 and int index ? (Level)index : null;

    /// <summary>Counts one finding.</summary>
    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        Total++;
        _byLevel[(int)finding.Rule.Level]++;
        (string Id, string Title) key = (finding.Rule.Id, finding.Rule.Title);
        if (!_lines.TryGetValue(key, out RuleLine? line))
        {
            _lines[key] = line = new RuleLine(finding.Rule);
        }

        line.Add(finding);
        if (!_sources.TryGetValue(finding.Event.Source, out SourceLine? source))
        {
            _sources[finding.Event.Source] = source = new SourceLine(finding.Event.Source);
        }

        source.Add(finding.Rule.Level);
    }

    /// <summary>The sources that had findings, those with most of the worst level first, then by path.</summary>
    public IReadOnlyList<SourceLine> SourceLines() =>
        [
            .. _sources
                .Values.OrderByDescending(static s => s.Of(Level.Critical))
                .ThenByDescending(static s => s.Of(Level.High))
                .ThenByDescending(static s => s.Of(Level.Medium))
                .ThenByDescending(static s => s.Of(Level.Low))
                .ThenByDescending(static s => s.Of(Level.Informational))
                .ThenBy(static s => s.Path, StringComparer.Ordinal),
        ];

    /// <summary>What one source held.</summary>
    public sealed class SourceLine
    {
        private readonly long[] _byLevel = new long[Enum.GetValues<Level>().Length];

        internal SourceLine(string path) => Path = path;

        /// <summary>The path as given or found below it.</summary>
        public string Path { get; }

        /// <summary>How many findings of <paramref name="level"/> it held.</summary>
        public long Of(Level level) => _byLevel[(int)level];

        internal void Add(Level level) => _byLevel[(int)level]++;
    }

    /// <summary>The lines, worst level first, then most findings, then by title and id.</summary>
    public IReadOnlyList<RuleLine> Lines() =>
        [
            .. _lines
                .Values.OrderByDescending(static l => l.Rule.Level)
                .ThenByDescending(static l => l.Count)
                .ThenBy(static l => l.Rule.Title, StringComparer.Ordinal)
                .ThenBy(static l => l.Rule.Id, StringComparer.Ordinal),
        ];

    /// <summary>What one rule found.</summary>
    public sealed class RuleLine
    {
        private readonly SortedSet<string> _computers = new(StringComparer.OrdinalIgnoreCase);

        // The last of them: the next finding is mostly of the same.
        private string _computer = "";

        internal RuleLine(FindingRule rule) => Rule = rule;

        /// <summary>The rule.</summary>
        public FindingRule Rule { get; }

        /// <summary>How many findings.</summary>
        public long Count { get; private set; }

        /// <summary>The earliest event, UTC; null where none says when.</summary>
        public DateTime? First { get; private set; }

        /// <summary>The latest event, UTC; null where none says when.</summary>
        public DateTime? Last { get; private set; }

        /// <summary>The computers touched, in order, at most 100.</summary>
        public IReadOnlyCollection<string> Computers => _computers;

        internal void Add(Finding finding)
        {
            Count++;
            if (finding.Time is { } time)
            {
                First = First is { } first && first <= time ? first : time;
                DateTime end = finding.Correlation?.Last ?? time;
                Last = Last is { } last && last >= end ? last : end;
            }

            if (finding.Correlation is not { } correlation)
            {
                Add(finding.Event.Computer);
                return;
            }

            foreach (EventOrigin origin in correlation.Events)
            {
                Add(origin.Computer);
            }
        }

        private void Add(string computer)
        {
            if (computer.Length > 0 && computer != _computer && _computers.Count < ComputerLimit)
            {
                _computers.Add(computer);
                _computer = computer;
            }
        }
    }
}
