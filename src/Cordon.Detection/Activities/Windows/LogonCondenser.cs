using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>Puts equal logons of one hour together. Looked up by spans: a repeat allocates nothing.</summary>
internal sealed class LogonCondenser
{
    public const int MaxKeyLength = 1024;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Entry> _order = [];

    public LogonCondenser() => _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed class Entry(SignIn first)
    {
        public SignIn First { get; } = first;

        public int Count { get; set; } = 1;
    }

    /// <summary>Counts one more of what the key stands for; false where there is none yet, and it is to be given by <see cref="Add"/>.</summary>
    public bool TryCount(ReadOnlySpan<char> key)
    {
        if (!_lookup.TryGetValue(key, out Entry? entry))
        {
            return false;
        }

        if (entry.Count < int.MaxValue)
        {
            entry.Count++;
        }

        return true;
    }

    public void Add(ReadOnlySpan<char> key, SignIn first)
    {
        var entry = new Entry(first);
        _entries.Add(key.ToString(), entry);
        _order.Add(entry);
    }

    /// <summary>Gives all, in the order in which they first came, and forgets them.</summary>
    public void Drain(List<Activity> activities)
    {
        foreach (Entry entry in _order)
        {
            activities.Add(entry.Count == 1 ? entry.First : entry.First with { Count = entry.Count });
        }

        _entries.Clear();
        _order.Clear();
    }
}
