using System.Collections.Frozen;

namespace Cordon.Evtx;

/// <summary>The field names that a caller asks for, in an order of its own: a field's index here is what <see cref="EvtxRecord.Value"/> takes.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Make one and keep it: readers remember, per template, where each of its fields lies.
/// Names follow Sigma's taxonomy for Windows, see <c>docs/formats/evtx.md</c>, and are compared ordinally.
/// </remarks>
public sealed class EvtxFieldSet
{
    private readonly string[] _names;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _index;

    private EvtxFieldSet(string[] names)
    {
        _names = names;
        var index = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            if (!index.TryAdd(names[i], i))
            {
                throw new ArgumentException($"The field {names[i]} is named twice.", nameof(names));
            }
        }

        _index = index.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Makes a set; <paramref name="names"/> keep their order.</summary>
    /// <exception cref="ArgumentException">A name occurs twice or is null.</exception>
    public static EvtxFieldSet Create(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] all = [.. names];
        if (Array.IndexOf(all, null!) >= 0)
        {
            throw new ArgumentException("A field has no name.", nameof(names));
        }

        return new EvtxFieldSet(all);
    }

    /// <summary>How many fields there are.</summary>
    public int Count => _names.Length;

    /// <summary>The names, by index.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The index of a name, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> name) => _index.TryGetValue(name, out int index) ? index : -1;
}
