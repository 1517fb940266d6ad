using System.IO.Hashing;
using System.Text;
using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>Remembers what paths stand for, by their bytes: a log has the same few hundred in all of its records. For one thread.</summary>
internal sealed class MemberNames(FieldTable fields)
{
    private const int Slots = 2 * JsonLimits.MaxNames;

    private readonly Known?[] _slots = new Known?[Slots];
    private int _count;
    private int _known = fields.Count;
    private Known _last = new([], null!);

    /// <summary>What a path stands for.</summary>
    /// <remarks>Programs write the members of an event in one order: the path that came last time behind the one before is tried first.</remarks>
    public MemberName this[ReadOnlySpan<byte> path]
    {
        get
        {
            Known? next = _last.Next;
            if (next is null || !path.SequenceEqual(next.Path))
            {
                next = Find(path);
                _last.Next = next;
            }

            _last = next;
            return next.Name;
        }
    }

    /// <summary>Forgets everything where rules were loaded since that ask for more names.</summary>
    public void Refresh()
    {
        if (_known != fields.Count)
        {
            _known = fields.Count;
            _count = 0;
            Array.Clear(_slots);
            _last = new Known([], null!);
        }
    }

    private Known Find(ReadOnlySpan<byte> path)
    {
        int slot = (int)(XxHash3.HashToUInt64(path) % Slots);
        while (_slots[slot] is { } known)
        {
            if (path.SequenceEqual(known.Path))
            {
                return known;
            }

            slot = (slot + 1) % Slots;
        }

        var made = new Known(path.ToArray(), MemberName.Of(Encoding.UTF8.GetString(path), fields));
        if (_count < JsonLimits.MaxNames)
        {
            _count++;
            _slots[slot] = made;
        }

        return made;
    }

    private sealed class Known(byte[] path, MemberName name)
    {
        public byte[] Path { get; } = path;

        public MemberName Name { get; } = name;

        public Known? Next { get; set; }
    }
}
