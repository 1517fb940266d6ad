using Cordon.Events;

namespace Cordon.Detection.Scanning;

/// <summary>Makes findings of the indicators that events hold. For one thread.</summary>
internal sealed class IndicatorFinder(IIndicatorReader reader)
{
    private readonly EventCopier _copier = new();
    private readonly List<IndicatorMatch> _matches = [];

    /// <summary>Adds a finding for each indicator that the event holds.</summary>
    public void Find(LogEvent logEvent, List<Finding> findings)
    {
        reader.Read(logEvent, _matches);
        if (_matches.Count == 0)
        {
            return;
        }

        EventOrigin origin = _copier.OriginOf(logEvent);
        IReadOnlyList<SnapshotField> fields = _copier.PayloadOf(logEvent);
        foreach (IndicatorMatch match in _matches)
        {
            findings.Add(
                new Finding
                {
                    Rule = match.Rule,
                    Event = origin,
                    Fields = fields,
                    Entities = [match.Entity],
                    Reason = match.Reason,
                }
            );
        }

        _matches.Clear();
    }
}
