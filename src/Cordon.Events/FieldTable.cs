using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Cordon.Events;

/// <summary>
/// The field names that somebody asks for, each with its <see cref="FieldId"/>. Names are compared ordinally, as Sigma does.
/// </summary>
/// <remarks>
/// Append only and safe for concurrent use. Fill it while rules load; event sources map its names to their own
/// layout once per layout, not once per event.
/// </remarks>
public sealed class FieldTable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, FieldId> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FieldId>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private volatile string[] _names = [];
    private volatile int _count;

    /// <summary>Makes an empty table.</summary>
    public FieldTable() => _bySpan = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many names the table holds; valid ids are 0 to <c>Count - 1</c>.</summary>
    public int Count => _count;

    /// <summary>The id of <paramref name="name"/>, given out now if it is new.</summary>
    public FieldId Intern(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_ids.TryGetValue(name, out FieldId known))
        {
            return known;
        }

        lock (_gate)
        {
            if (_ids.TryGetValue(name, out known))
            {
                return known;
            }

            int next = _count;
            string[] names = _names;
            if (next == names.Length)
            {
                Array.Resize(ref names, Math.Max(64, names.Length * 2));
            }

            names[next] = name;
            _names = names;
            _count = next + 1;
            var id = new FieldId(next);
            _ids[name] = id;
            return id;
        }
    }

    /// <summary>Looks a name up without adding it.</summary>
    public bool TryFind(ReadOnlySpan<char> name, out FieldId id) => _bySpan.TryGetValue(name, out id);

    /// <summary>The name behind an id of this table.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id was not given out by this table.</exception>
    public string NameOf(FieldId id)
    {
        if ((uint)id.Value >= (uint)_count)
        {
            ThrowForeign(id);
        }

        return _names[id.Value];
    }

    [DoesNotReturn]
    private static void ThrowForeign(FieldId id) =>
        throw new ArgumentOutOfRangeException(nameof(id), id.Value, "The field id was not given out by this table.");
}
