using System.Buffers.Binary;
using System.Text;
using Cordon.Events;

namespace Cordon.Detection.Correlating;

/// <summary>Events as bytes, for sorting on disk. They are read again by the process that wrote them.</summary>
internal sealed class BaseEventForm : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];

    /// <summary>Makes a form; what it wrote, it can read.</summary>
    public BaseEventForm() => _writer = new BinaryWriter(_bytes, Encoding.Unicode, leaveOpen: true);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>The bytes of an event, valid until the next one is written.</summary>
    /// <param name="number">A number that tells the event from all others.</param>
    /// <param name="one">The event.</param>
    public ReadOnlySpan<byte> Write(long number, BaseEvent one)
    {
        _bytes.SetLength(0);
        _writer.Write(number);
        EventOrigin origin = one.Origin;
        _writer.Write7BitEncodedInt(SourceNumber(origin.Source));
        _writer.Write(origin.Position);
        WriteNumber(origin.RecordId is { } record ? (long)record : null);
        _writer.Write(origin.Product);
        _writer.Write(origin.Channel);
        _writer.Write(origin.Provider);
        _writer.Write(origin.Computer);
        WriteNumber(origin.Code);
        WriteNumber(origin.Time?.Ticks);
        _writer.Write(origin.IsRecovered);
        _writer.Write7BitEncodedInt(one.Uses.Count);
        foreach (BaseEvent.Use use in one.Uses)
        {
            _writer.Write7BitEncodedInt(use.Correlation);
            _writer.Write7BitEncodedInt(use.Position);
            _writer.Write7BitEncodedInt(use.Fields.Length);
            foreach (string? field in use.Fields)
            {
                _writer.Write(field is not null);
                _writer.Write(field ?? "");
            }
        }

        _writer.Flush();
        return _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
    }

    /// <summary>The number of an event, without reading it.</summary>
    public static long NumberOf(ReadOnlyMemory<byte> bytes) => BinaryPrimitives.ReadInt64LittleEndian(bytes.Span);

    /// <summary>Reads an event.</summary>
    public (long Number, BaseEvent Event) Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.Unicode);
        long number = reader.ReadInt64();
        var origin = new EventOrigin
        {
            Source = _sources[reader.Read7BitEncodedInt()],
            Position = reader.ReadInt64(),
            RecordId = ReadNumber(reader) is { } record ? (ulong)record : null,
            Product = reader.ReadString(),
            Channel = reader.ReadString(),
            Provider = reader.ReadString(),
            Computer = reader.ReadString(),
            Code = ReadNumber(reader),
            Time = ReadNumber(reader) is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
            IsRecovered = reader.ReadBoolean(),
        };
        var uses = new BaseEvent.Use[reader.Read7BitEncodedInt()];
        for (int i = 0; i < uses.Length; i++)
        {
            int correlation = reader.Read7BitEncodedInt();
            int position = reader.Read7BitEncodedInt();
            string?[] fields = new string?[reader.Read7BitEncodedInt()];
            for (int field = 0; field < fields.Length; field++)
            {
                bool isThere = reader.ReadBoolean();
                string text = reader.ReadString();
                fields[field] = isThere ? text : null;
            }

            uses[i] = new BaseEvent.Use(correlation, position, fields);
        }

        return (number, new BaseEvent(origin, uses));
    }

    // Paths are few and long.
    private int SourceNumber(string source)
    {
        if (!_numbers.TryGetValue(source, out int number))
        {
            number = _sources.Count;
            _numbers.Add(source, number);
            _sources.Add(source);
        }

        return number;
    }

    private void WriteNumber(long? number)
    {
        _writer.Write(number is not null);
        _writer.Write(number.GetValueOrDefault());
    }

    private static long? ReadNumber(BinaryReader reader)
    {
        bool isThere = reader.ReadBoolean();
        long number = reader.ReadInt64();
        return isThere ? number : null;
    }
}
