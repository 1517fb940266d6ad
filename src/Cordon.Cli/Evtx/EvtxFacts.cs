using Cordon.Evtx;

namespace Cordon.Cli.Evtx;

/// <summary>What one pass over a log tells about it.</summary>
internal sealed class EvtxFacts
{
    private const int NamesKept = 1000;
    private const int DamageKept = 1000;
    private readonly Dictionary<string, long> _channels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _computers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EvtxDamage> _damage = [];

    /// <summary>Chunks with at least one live record.</summary>
    public long Chunks { get; private set; }

    /// <summary>Chunks, or room for chunks, without live records.</summary>
    public long EmptyChunks { get; private set; }

    /// <summary>Live records.</summary>
    public long Records { get; private set; }

    /// <summary>Records recovered from slack.</summary>
    public long Recovered { get; private set; }

    /// <summary>Lowest record id.</summary>
    public ulong FirstId { get; private set; } = ulong.MaxValue;

    /// <summary>Highest record id.</summary>
    public ulong LastId { get; private set; }

    /// <summary>Record ids between the first and the last that no record has; 0 where ids repeat.</summary>
    public ulong MissingIds =>
        Records > 0 && LastId - FirstId >= (ulong)Records ? LastId - FirstId + 1 - (ulong)Records : 0;

    /// <summary>Earliest event, UTC.</summary>
    public DateTime? FirstTime { get; private set; }

    /// <summary>Latest event, UTC.</summary>
    public DateTime? LastTime { get; private set; }

    /// <summary>Channels with their live records, most first.</summary>
    public IEnumerable<KeyValuePair<string, long>> Channels => MostFirst(_channels);

    /// <summary>Computers with their live records, most first.</summary>
    public IEnumerable<KeyValuePair<string, long>> Computers => MostFirst(_computers);

    /// <summary>The first places of damage.</summary>
    public IReadOnlyList<EvtxDamage> Damage => _damage;

    /// <summary>All places of damage.</summary>
    public long DamageCount { get; private set; }

    /// <summary>Reads the whole log.</summary>
    public static EvtxFacts Collect(EvtxFile file, EvtxOptions options, CancellationToken cancel)
    {
        var facts = new EvtxFacts();
        foreach (EvtxDamage damage in file.Damage)
        {
            facts.Add(damage);
        }

        var reader = new EvtxReader(options) { Damaged = facts.Add };
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            cancel.ThrowIfCancellationRequested();
            long before = facts.Records;
            if (reader.Open(file, chunk))
            {
                while (reader.Read())
                {
                    facts.Add(reader.Current);
                }
            }

            _ = facts.Records > before ? facts.Chunks++ : facts.EmptyChunks++;
        }

        return facts;
    }

    private static IEnumerable<KeyValuePair<string, long>> MostFirst(Dictionary<string, long> counts) =>
        counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal).Take(10);

    private static void Count(Dictionary<string, long> counts, ReadOnlySpan<char> name)
    {
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out long known))
        {
            lookup[name] = known + 1;
        }
        else if (counts.Count < NamesKept)
        {
            counts[name.ToString()] = 1;
        }
    }

    private void Add(EvtxDamage damage)
    {
        DamageCount++;
        if (_damage.Count < DamageKept)
        {
            _damage.Add(damage);
        }
    }

    private void Add(EvtxRecord record)
    {
        if (record.IsRecovered)
        {
            Recovered++;
            return;
        }

        Records++;
        FirstId = Math.Min(FirstId, record.RecordId);
        LastId = Math.Max(LastId, record.RecordId);
        if (record.Time is { } time)
        {
            FirstTime = FirstTime is { } first && first <= time ? first : time;
            LastTime = LastTime is { } last && last >= time ? last : time;
        }

        Count(_channels, record.Channel);
        Count(_computers, record.Computer);
    }
}
