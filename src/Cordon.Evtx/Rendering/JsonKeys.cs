using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Cordon.Evtx.Rendering;

/// <summary>The keys of the objects that are being written, as they lie in the output; those of the innermost object come last.</summary>
internal sealed class JsonKeys(Utf8Output output)
{
    private readonly List<Key> _keys = [];

    public int Count => _keys.Count;

    public void Clear() => _keys.Clear();

    /// <summary>An object is complete: its keys are not compared any more.</summary>
    public void Release(int firstKey) => _keys.RemoveRange(firstKey, _keys.Count - firstKey);

    /// <summary>Writes a key that is new in its object; a name that was used before gets <c>_1</c>, <c>_2</c>, ….</summary>
    /// <param name="firstKey">Where the keys of the object begin.</param>
    /// <param name="known">The name as a JSON string with its quotes; empty to take <paramref name="text"/>.</param>
    /// <param name="text">The name as text.</param>
    public void Write(int firstKey, ReadOnlySpan<byte> known, ReadOnlySpan<char> text)
    {
        int start = output.Length;
        if (known.IsEmpty)
        {
            output.WriteJsonString(text);
        }
        else
        {
            output.Write(known);
        }

        int end = output.Length;
        ulong hash = XxHash3.HashToUInt64(output.Written[start..]);
        int same = Find(firstKey, start, hash);
        if (same >= 0)
        {
            int uses = _keys[same].Uses;
            do
            {
                output.Truncate(end - 1);
                output.Write((byte)'_');
                output.WriteNumber(uses++);
                output.Write((byte)'"');
                hash = XxHash3.HashToUInt64(output.Written[start..]);
            } while (Find(firstKey, start, hash) >= 0);

            _keys[same] = _keys[same] with { Uses = uses };
        }

        _keys.Add(new Key(start, output.Length - start, hash, 1));
        output.Write((byte)':');
    }

    private int Find(int firstKey, int start, ulong hash)
    {
        ReadOnlySpan<byte> wanted = output.Written[start..];
        ReadOnlySpan<Key> keys = CollectionsMarshal.AsSpan(_keys);
        for (int i = firstKey; i < keys.Length; i++)
        {
            ref readonly Key key = ref keys[i];
            if (
                key.Hash == hash
                && key.Length == wanted.Length
                && output.Written.Slice(key.Start, key.Length).SequenceEqual(wanted)
            )
            {
                return i;
            }
        }

        return -1;
    }

    private readonly record struct Key(int Start, int Length, ulong Hash, int Uses);
}
