using Cordon.Events;
using Cordon.Evtx;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;

namespace Cordon.SampleTests;

/// <summary>A scan as plain as can be: every record copied, every rule of its log source interpreted.</summary>
internal sealed class PlainScan
{
    private readonly LogSourceRouter _router;
    private readonly MappedEvent _mapped;
    private readonly SigmaInterpreter _interpreter;

    public PlainScan(RuleSet rules)
    {
        Rules = rules;
        _router = new LogSourceRouter(
            rules.Fields,
            [.. rules.Rules.Select(rule => LogSourceMap.Default.Resolve(rule.LogSource))]
        );
        _mapped = new MappedEvent(rules.Fields, _router.Targets);
        _interpreter = new SigmaInterpreter(_mapped.IsUnavailable);
    }

    public RuleSet Rules { get; }

    /// <summary>The rules that fire on an event, each once.</summary>
    public IReadOnlyList<SigmaRule> Match(LogEvent logEvent)
    {
        var targets = new List<LogSourceTarget>();
        var fired = new SortedSet<int>();
        _router.Route(logEvent, targets);
        foreach (var target in targets)
        {
            _mapped.Show(logEvent, target);
            foreach (var rule in _router.RulesOf(target))
            {
                if (_interpreter.Matches(Rules.Rules[rule], _mapped))
                {
                    fired.Add(rule);
                }
            }
        }

        return [.. fired.Select(rule => Rules.Rules[rule])];
    }

    /// <summary>Every finding in a log, with the record it is about.</summary>
    public IReadOnlyList<(SigmaRule Rule, ulong Record, bool IsRecovered)> Scan(string path, bool recover = false)
    {
        var findings = new List<(SigmaRule, ulong, bool)>();
        using var file = EvtxFile.Open(path, new EvtxOptions { RecoverDeleted = recover });
        var reader = new EvtxReader(file.Options) { Damaged = damage => Assert.Fail(damage.ToString()) };
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            Assert.True(reader.Open(file, chunk));
            while (reader.Read())
            {
                var record = reader.Current;
                foreach (var rule in Match(Copy(record, path)))
                {
                    findings.Add((rule, record.RecordId, record.IsRecovered));
                }
            }
        }

        return findings;
    }

    private EventSnapshot Copy(EvtxRecord record, string path)
    {
        var fields = new List<SnapshotField>();
        record.VisitFields(
            (name, value) =>
            {
                fields.Add(
                    value.IsNull ? SnapshotField.OfNull(name.ToString())
                    : value.Type is EvtxValueType.UInt8 or EvtxValueType.UInt16 or EvtxValueType.UInt32
                    && value.TryGetInteger(out var number)
                        ? SnapshotField.OfInteger(name.ToString(), number)
                    : SnapshotField.OfText(name.ToString(), value.ToString())
                );
                return true;
            }
        );
        var origin = new EventOrigin
        {
            Source = path,
            RecordId = record.RecordId,
            Product = "windows",
            Channel = record.Channel.ToString(),
            Provider = record.Provider.ToString(),
            Computer = record.Computer.ToString(),
            Code = record.EventId,
            Time = record.Time,
            IsRecovered = record.IsRecovered,
        };
        return new EventSnapshot(Rules.Fields, origin, fields);
    }
}
