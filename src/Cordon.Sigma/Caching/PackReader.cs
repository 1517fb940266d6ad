using System.Buffers.Binary;

namespace Cordon.Sigma.Caching;

/// <summary>Reads one entry of a pack; what does not fit is a <see cref="PackFaultException"/>.</summary>
internal ref struct PackReader(RulePack pack, ReadOnlySpan<byte> entry)
{
    private ReadOnlySpan<byte> _rest = entry;

    public readonly RulePack Pack => pack;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _rest.Length)
        {
            throw new PackFaultException("an entry is cut");
        }

        ReadOnlySpan<byte> bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }

    public byte Byte() => Bytes(1)[0];

    public bool Flag() => Choice(2) == 1;

    /// <summary>One of so many values, counted from 0: a value of an enumeration, say.</summary>
    public byte Choice(int count)
    {
        byte value = Byte();
        return value < count ? value : throw new PackFaultException("a value is none of its kind");
    }

    public int Number()
    {
        const int MostShift = 28;
        long value = 0;
        for (int shift = 0; shift <= MostShift; shift += 7)
        {
            byte next = Byte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value <= int.MaxValue ? (int)value : throw new PackFaultException("a number is too large");
            }
        }

        throw new PackFaultException("a number has no end");
    }

    /// <summary>How many items follow, each of one byte or more, so that nobody makes room for what cannot be there.</summary>
    public int Count()
    {
        int count = Number();
        return count <= _rest.Length ? count : throw new PackFaultException("a list is longer than its entry");
    }

    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(sizeof(long)));

    public string Text() => TextOrNull() ?? throw new PackFaultException("a text is missing");

    public string? TextOrNull()
    {
        int number = Number();
        return number == 0 ? null : pack.TextAt(number - 1);
    }

    /// <summary>A detection, which is not looked at yet.</summary>
    public PackedDetection Detection()
    {
        int number = Number();
        return number < pack.DetectionCount
            ? new PackedDetection(pack, number)
            : throw new PackFaultException("a detection is not there");
    }

    public IReadOnlyList<string> Texts()
    {
        int count = Count();
        if (count == 0)
        {
            return [];
        }

        string[] texts = new string[count];
        for (int i = 0; i < count; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    /// <exception cref="PackFaultException">A key repeats.</exception>
    public Dictionary<string, string> TextPairs()
    {
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        for (int left = Count(); left > 0; left--)
        {
            if (!pairs.TryAdd(Text(), Text()))
            {
                throw new PackFaultException("a key repeats");
            }
        }

        return pairs;
    }
}
