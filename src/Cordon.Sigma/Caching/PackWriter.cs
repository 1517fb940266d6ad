using System.Buffers;
using System.Buffers.Binary;

namespace Cordon.Sigma.Caching;

/// <summary>Writes one entry of a pack; texts and predicates go into the pack's tables and are named by their number.</summary>
internal sealed class PackWriter(RulePackBuilder pack)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Byte(int value)
    {
        _bytes.GetSpan(1)[0] = checked((byte)value);
        _bytes.Advance(1);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Flag(bool value) => Byte(value ? 1 : 0);

    /// <summary>A number that is not negative: seven bits a byte, the lowest first.</summary>
    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        uint rest = (uint)value;
        while (rest >= 0x80)
        {
            Byte((int)(rest & 0x7F) | 0x80);
            rest >>= 7;
        }

        Byte((int)rest);
    }

    public void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    public void Text(string? text) => Number(text is null ? 0 : pack.NumberOf(text) + 1);

    public void Texts(IReadOnlyList<string> texts) => List(texts, static (writer, text) => writer.Text(text));

    public void Texts(IReadOnlyDictionary<string, string> texts)
    {
        Number(texts.Count);
        foreach ((string key, string value) in texts)
        {
            Text(key);
            Text(value);
        }
    }

    public void List<T>(IReadOnlyList<T> items, Action<PackWriter, T> write)
    {
        Number(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            write(this, items[i]);
        }
    }

    public void Detection(SigmaRule rule) => Number(pack.NumberOf(rule.Searches, rule.Condition));

    public void Predicate(Expressions.SigmaPredicate predicate) => Number(pack.NumberOf(predicate));
}
