using System.IO.Hashing;
using System.Text;
using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>Remembers what paths stand for, by their bytes: a log has the same few hundred in all of its records. For one thread.</summary>
internal sealed class MemberNames(FieldTable fields)
{
    private const int Slots = 2 * JsonLimits.MaxNames;

    private readonly (byte[]? Path, MemberName Name)[] _slots = new (byte[]?, MemberName)[Slots];
    private int _count;
    private int _known = fields.Count;

    /// <summary>What a path stands for.</summary>
    public MemberName this[ReadOnlySpan<byte> path]
    {
        get
        {
            int slot = (int)(XxHash3.HashToUInt64(path) % Slots);
            while (_slots[slot].Path is { } known)
            {
                if (path.SequenceEqual(known))
                {
                    return _slots[slot].Name;
                }

                slot = (slot + 1) % Slots;
            }

            var made = MemberName.Of(Encoding.UTF8.GetString(path), fields);
            if (_count < JsonLimits.MaxNames)
            {
                _count++;
                _slots[slot] = (path.ToArray(), made);
            }

            return made;
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
        }
    }
}
