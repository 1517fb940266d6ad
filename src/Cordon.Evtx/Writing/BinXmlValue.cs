using System.Buffers.Binary;
using System.Text;

namespace Cordon.Evtx.Writing;

/// <summary>A typed value, to be written to an event log. The default is <see cref="Null"/>.</summary>
/// <remarks>Arrays given to the factories are kept, not copied: do not change them before the event is written.</remarks>
public readonly struct BinXmlValue
{
    private readonly byte _size;
    private readonly ulong _bits;
    private readonly object? _object;

    private BinXmlValue(EvtxValueType type, int size, ulong bits, object? reference)
    {
        Type = type;
        _size = (byte)size;
        _bits = bits;
        _object = reference;
    }

    /// <summary>The type; an array has <see cref="EvtxValueType.Array"/> set.</summary>
    public EvtxValueType Type { get; }

    /// <summary>No value.</summary>
    public static BinXmlValue Null => default;

    /// <summary>Size in bytes of a value that is held as bits; 0 for one that is held as an object.</summary>
    internal int FixedSize => _size;

    internal ulong Bits => _bits;

    internal object? Reference => _object;

    /// <summary>Text. With <paramref name="terminated"/> a NUL is written after it, as some providers do.</summary>
    public static BinXmlValue String(string text, bool terminated = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new BinXmlValue(EvtxValueType.String, 0, terminated ? 1UL : 0, text);
    }

    /// <summary>Text in a single-byte code page, as its bytes.</summary>
    public static BinXmlValue AnsiString(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new BinXmlValue(EvtxValueType.AnsiString, 0, 0, bytes);
    }

    /// <summary>Text in Latin-1.</summary>
    /// <exception cref="ArgumentException">A character is above U+00FF.</exception>
    public static BinXmlValue AnsiString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') >= 0
            ? throw new ArgumentException("The text has characters outside Latin-1.", nameof(text))
            : AnsiString(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A signed 8-bit number.</summary>
    public static BinXmlValue Int8(sbyte value) => Number(EvtxValueType.Int8, 1, (byte)value);

    /// <summary>An unsigned 8-bit number.</summary>
    public static BinXmlValue UInt8(byte value) => Number(EvtxValueType.UInt8, 1, value);

    /// <summary>A signed 16-bit number.</summary>
    public static BinXmlValue Int16(short value) => Number(EvtxValueType.Int16, 2, (ushort)value);

    /// <summary>An unsigned 16-bit number.</summary>
    public static BinXmlValue UInt16(ushort value) => Number(EvtxValueType.UInt16, 2, value);

    /// <summary>A signed 32-bit number.</summary>
    public static BinXmlValue Int32(int value) => Number(EvtxValueType.Int32, 4, (uint)value);

    /// <summary>An unsigned 32-bit number.</summary>
    public static BinXmlValue UInt32(uint value) => Number(EvtxValueType.UInt32, 4, value);

    /// <summary>A signed 64-bit number.</summary>
    public static BinXmlValue Int64(long value) => Number(EvtxValueType.Int64, 8, (ulong)value);

    /// <summary>An unsigned 64-bit number.</summary>
    public static BinXmlValue UInt64(ulong value) => Number(EvtxValueType.UInt64, 8, value);

    /// <summary>A single-precision number.</summary>
    public static BinXmlValue Real32(float value) =>
        Number(EvtxValueType.Real32, 4, BitConverter.SingleToUInt32Bits(value));

    /// <summary>A double-precision number.</summary>
    public static BinXmlValue Real64(double value) =>
        Number(EvtxValueType.Real64, 8, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>True or false, in four bytes.</summary>
    public static BinXmlValue Boolean(bool value) => Number(EvtxValueType.Boolean, 4, value ? 1UL : 0);

    /// <summary>Bytes.</summary>
    public static BinXmlValue Binary(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new BinXmlValue(EvtxValueType.Binary, 0, 0, bytes);
    }

    /// <summary>A GUID.</summary>
    public static BinXmlValue Guid(Guid value) => new(EvtxValueType.Guid, 0, 0, value.ToByteArray());

    /// <summary>An address or size as a 32-bit machine writes it.</summary>
    public static BinXmlValue SizeT32(uint value) => Number(EvtxValueType.SizeT, 4, value);

    /// <summary>An address or size as a 64-bit machine writes it.</summary>
    public static BinXmlValue SizeT64(ulong value) => Number(EvtxValueType.SizeT, 8, value);

    /// <summary>A time; one of unspecified kind counts as UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1601.</exception>
    public static BinXmlValue FileTime(DateTime value) => FileTime(FileTimes.Of(value));

    /// <summary>A time as units of 100 ns since 1601, UTC; any number, also those that no calendar has.</summary>
    public static BinXmlValue FileTime(ulong value) => Number(EvtxValueType.FileTime, 8, value);

    /// <summary>A time with milliseconds, as year, month, day of week, day, hour, minute, second, millisecond.</summary>
    public static BinXmlValue SystemTime(DateTime value)
    {
        var bytes = new byte[16];
        ReadOnlySpan<int> parts =
        [
            value.Year,
            value.Month,
            (int)value.DayOfWeek,
            value.Day,
            value.Hour,
            value.Minute,
            value.Second,
            value.Millisecond,
        ];
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * i), (ushort)parts[i]);
        }

        return new BinXmlValue(EvtxValueType.SystemTime, 0, 0, bytes);
    }

    /// <summary>A security identifier in its text form, such as <c>S-1-5-18</c>.</summary>
    /// <exception cref="FormatException">The text is not a security identifier.</exception>
    public static BinXmlValue Sid(string sid) => new(EvtxValueType.Sid, 0, 0, SidText.Parse(sid));

    /// <summary>A 32-bit number shown in hexadecimal.</summary>
    public static BinXmlValue HexInt32(uint value) => Number(EvtxValueType.HexInt32, 4, value);

    /// <summary>A 64-bit number shown in hexadecimal.</summary>
    public static BinXmlValue HexInt64(ulong value) => Number(EvtxValueType.HexInt64, 8, value);

    /// <summary>A handle.</summary>
    public static BinXmlValue EvtHandle(ulong value) => Number(EvtxValueType.EvtHandle, 8, value);

    /// <summary>A nested fragment.</summary>
    public static BinXmlValue BinXml(BinXmlFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return new BinXmlValue(EvtxValueType.BinXml, 0, 0, fragment);
    }

    /// <summary>XML as text.</summary>
    public static BinXmlValue EvtXml(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return new BinXmlValue(EvtxValueType.EvtXml, 0, 0, xml);
    }

    /// <summary>An array; texts in it end in NUL each.</summary>
    /// <param name="type">The type of every item.</param>
    /// <param name="items">The items; none gives an array of size zero.</param>
    /// <exception cref="ArgumentException">An item is of another type, or arrays of that type do not exist
    /// (<see cref="EvtxValueType.Null"/>, <see cref="EvtxValueType.Binary"/> and from
    /// <see cref="EvtxValueType.EvtHandle"/> on), or a text holds a NUL.</exception>
    public static BinXmlValue Array(EvtxValueType type, params BinXmlValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (type is EvtxValueType.Null or EvtxValueType.Binary or >= EvtxValueType.EvtHandle)
        {
            throw new ArgumentException($"There are no arrays of {type}.", nameof(type));
        }

        foreach (var item in items)
        {
            if (item.Type != type)
            {
                throw new ArgumentException($"An item is of type {item.Type}, not {type}.", nameof(items));
            }

            if (
                item._object is string text && text.Contains('\0', StringComparison.Ordinal)
                || (type == EvtxValueType.AnsiString && item._object is byte[] ansi && ansi.AsSpan().Contains((byte)0))
            )
            {
                throw new ArgumentException("A text in an array can't hold NUL.", nameof(items));
            }
        }

        return new BinXmlValue(type | EvtxValueType.Array, 0, 0, items);
    }

    /// <summary>An array of texts.</summary>
    /// <exception cref="ArgumentException">A text holds a NUL.</exception>
    public static BinXmlValue StringArray(params string[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Array(EvtxValueType.String, System.Array.ConvertAll(items, static item => String(item)));
    }

    /// <summary>Any bytes under any type number: for values that no provider should write but some do.</summary>
    public static BinXmlValue Raw(byte code, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new BinXmlValue((EvtxValueType)code, 0, 0, new RawBytes(bytes));
    }

    private static BinXmlValue Number(EvtxValueType type, int size, ulong bits) => new(type, size, bits, null);

    internal sealed record RawBytes(byte[] Bytes);
}
