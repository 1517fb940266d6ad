using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Cordon.Events;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>
/// Shows a snapshot as an event of a Windows log does: it tells whether its header is plain, what decides its fields and which
/// texts it holds. It counts how often it is asked for a field.
/// </summary>
internal sealed class KeyedEvent(EventSnapshot inner) : LogEvent
{
    // Texts that several events share have a number for as long as the process lives.
    private static readonly Dictionary<string, int> Shared = new(StringComparer.Ordinal);
    private static readonly Lock SharedLock = new();

    /// <summary>How often a field was read.</summary>
    public int Reads { get; private set; }

    /// <summary>How often all fields were visited.</summary>
    public int Visits { get; private set; }

    /// <summary>How many texts were shown.</summary>
    public int TextsShown { get; private set; }

    /// <summary>The event that is shown.</summary>
    public EventSnapshot Inner => inner;

    public override FieldTable Fields => inner.Fields;

    public override string Source => inner.Source;

    public override long Position => inner.Position;

    public override ulong? RecordId => inner.RecordId;

    public override ReadOnlySpan<char> Product => inner.Product;

    public override ReadOnlySpan<char> Channel => inner.Channel;

    public override ReadOnlySpan<char> Provider => inner.Provider;

    public override ReadOnlySpan<char> Computer => inner.Computer;

    public override long? Code => inner.Code;

    public override DateTime? Time => inner.Time;

    public override bool HasPlainHeader =>
        Is("EventID", inner.Code?.ToString(CultureInfo.InvariantCulture))
        && Is("Channel", inner.Channel)
        && Is("Provider_Name", inner.Provider);

    public override int Count(FieldId field) => inner.Count(field);

    public override FieldValue Value(FieldId field, int index = 0)
    {
        Reads++;
        return inner.Value(field, index);
    }

    /// <summary>For each field whether it is there, its kind and length, and its value's bytes.</summary>
    public override int WriteKey(ReadOnlySpan<FieldId> fields, Span<byte> key)
    {
        int used = 0;
        foreach (FieldId field in fields)
        {
            int count = inner.Count(field);
            FieldValue value = inner.Value(field);
            ReadOnlySpan<byte> text = MemoryMarshal.AsBytes(value.Text);
            if (count > 1 || key.Length - used < sizeof(long) + text.Length + sizeof(double))
            {
                return -1;
            }

            value.TryGetReal(out double number);
            int kind = (count << 8) | (int)value.Kind;
            BinaryPrimitives.WriteInt32LittleEndian(key[used..], kind);
            BinaryPrimitives.WriteInt32LittleEndian(key[(used + sizeof(int))..], text.Length + sizeof(double));
            used += sizeof(long);
            text.CopyTo(key[used..]);
            used += text.Length;
            BinaryPrimitives.WriteDoubleLittleEndian(key[used..], number);
            used += sizeof(double);
        }

        return used;
    }

    public override void Visit(FieldVisitor visitor)
    {
        Visits++;
        inner.Visit(visitor);
    }

    public override bool VisitTexts(TextVisitor visitor)
    {
        foreach (SnapshotField field in inner.All)
        {
            if (field.Value.Kind != FieldKind.Text)
            {
                continue;
            }

            TextsShown++;
            if (!visitor(field.Text, NumberOf(field.Text)))
            {
                return true;
            }
        }

        return true;
    }

    private bool Is(string field, ReadOnlySpan<char> text)
    {
        FieldId id = inner.Fields.Intern(field);
        return inner.Count(id) == 1
            && inner.Value(id).Kind is FieldKind.Text or FieldKind.Integer
            && inner.Value(id).Text.SequenceEqual(text);
    }

    private static int NumberOf(string text)
    {
        if (text.Length % 2 == 0)
        {
            return 0;
        }

        lock (SharedLock)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(Shared, text, out bool isKnown);
            number = isKnown ? number : Shared.Count;
            return number;
        }
    }
}
