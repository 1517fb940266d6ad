using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using Cordon.Evtx.BinXml;
using Cordon.Evtx.Fields;
using Cordon.Evtx.Reading;
using Cordon.Evtx.Rendering;
using Cordon.Evtx.Values;

namespace Cordon.Evtx;

/// <summary>
/// Reads the records of one chunk after the other. One reader per thread; it owns its buffers and allocates nothing per record
/// once it has seen the templates of a log.
/// </summary>
/// <example>
/// <code>
/// using EvtxFile file = EvtxFile.Open(path);
/// var reader = new EvtxReader(file.Options) { Damaged = damage => Console.Error.WriteLine(damage) };
/// for (long chunk = 0; chunk &lt; file.ChunkCount; chunk++)
/// {
///     if (reader.Open(file, chunk))
///     {
///         while (reader.Read())
///         {
///             EvtxRecord record = reader.Current;
///         }
///     }
/// }
/// </code>
/// </example>
public sealed class EvtxReader
{
    // In the order of SystemField.
    private static readonly EvtxFieldSet SystemFields = EvtxFieldSet.Create(
        "EventID",
        "Channel",
        "Computer",
        "Provider_Name",
        "Provider_EventSourceName",
        "TimeCreated_SystemTime",
        "EventRecordID"
    );

    private readonly byte[] _chunk = new byte[EvtxFile.ChunkSize];
    private readonly EvtxOptions _options;
    private readonly TemplateResolver _templates;
    private readonly RecordDocument _document;
    private readonly RecordCursor _cursor;
    private readonly FieldResolver _fields;
    private readonly Utf8Output _output = new();
    private readonly XmlRenderer _xml;
    private readonly JsonRenderer _json;
    private readonly Crc32 _crc = new();
    private EvtxFile? _file;
    private int _available;

    /// <summary>Makes a reader.</summary>
    /// <param name="options">How to read; the defaults where null.</param>
    /// <param name="templates">The compiled templates to share; <see cref="EvtxTemplateCache.Shared"/> where null.</param>
    public EvtxReader(EvtxOptions? options = null, EvtxTemplateCache? templates = null)
    {
        _options = options ?? EvtxOptions.Default;
        _templates = new TemplateResolver(_options, templates ?? EvtxTemplateCache.Shared);
        _document = new RecordDocument(_options, _templates) { Faulty = ReportInRecord };
        _cursor = new RecordCursor(_options.RecoverDeleted) { Faulty = Report };
        _fields = new FieldResolver(_document);
        _xml = new XmlRenderer(_document, _output);
        _json = new JsonRenderer(_document, _output);
    }

    /// <summary>Is told of everything that is wrong, where it is met. Damage inside a record is met when the record is looked into.</summary>
    public Action<EvtxDamage>? Damaged { get; set; }

    /// <summary>The chunk that is open.</summary>
    public EvtxChunkInfo Chunk { get; private set; }

    /// <summary>The record that the reader stands on; valid after <see cref="Read"/> answered true.</summary>
    public EvtxRecord Current => new(this);

    /// <summary>Opens a chunk. False where it holds nothing to read: an empty slot, foreign bytes, or the end of the file.</summary>
    /// <param name="file">The log.</param>
    /// <param name="chunk">Index from 0 to <see cref="EvtxFile.ChunkCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such chunk.</exception>
    public bool Open(EvtxFile file, long chunk)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)chunk, (ulong)file.ChunkCount, nameof(chunk));
        _file = file;
        _cursor.Close();
        _templates.Clear();
        Chunk = new EvtxChunkInfo { Index = chunk, Offset = file.OffsetOf(chunk) };
        if (!TryFill(file, chunk))
        {
            return false;
        }

        Chunk = ReadChunkHeader(chunk);
        _cursor.Open(_chunk, _available, Chunk.FreeSpaceOffset, Chunk.LastRecordId);
        return true;
    }

    /// <summary>Goes to the next record of the chunk; false at its end.</summary>
    public bool Read()
    {
        bool isOnRecord = _cursor.Read();
        if (isOnRecord)
        {
            int end = _cursor.Start + _cursor.Length;
            _document.Begin(_chunk, _available, _cursor.Start + RecordCursor.RecordHeaderSize, end - 4);
            _fields.Reset();
        }
        else
        {
            // An empty record stands behind the last one.
            _document.Begin(_chunk, 0, 0, 0);
            _fields.Reset();
        }

        return isOnRecord;
    }

    private static ReadOnlySpan<byte> Signature => "ElfChnk\0"u8;

    internal ulong RecordId => _cursor.Id;

    internal DateTime? HeaderTime =>
        _cursor.FileTime != 0 && ValueTimes.TryFromFileTime(_cursor.FileTime, out DateTime time) ? time : null;

    internal long RecordOffset => Chunk.Offset + _cursor.Start;

    internal long ChunkIndex => Chunk.Index;

    internal int RecordLength => _cursor.Length;

    internal bool RecordIsRecovered => _cursor.IsRecovered;

    internal long? EventId
    {
        get
        {
            EvtxValue value = SystemValue(SystemField.EventId);
            if (value.TryGetInteger(out long id))
            {
                return id;
            }

            ReadOnlySpan<char> text = value.IsNull ? default : _document.TextOf(value);
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) ? id : null;
        }
    }

    internal ulong? EventRecordId
    {
        get
        {
            EvtxValue value = SystemValue(SystemField.EventRecordId);
            if (value.TryGetInteger(out long id))
            {
                return id < 0 ? null : (ulong)id;
            }

            ReadOnlySpan<char> text = value.IsNull ? default : _document.TextOf(value);
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong stated)
                ? stated
                : null;
        }
    }

    internal ReadOnlySpan<char> Channel => _document.TextOf(SystemValue(SystemField.Channel));

    internal ReadOnlySpan<char> Computer => _document.TextOf(SystemValue(SystemField.Computer));

    internal ReadOnlySpan<char> Provider
    {
        get
        {
            ReadOnlySpan<char> name = _document.TextOf(SystemValue(SystemField.ProviderName));
            return name.IsEmpty ? _document.TextOf(SystemValue(SystemField.EventSourceName)) : name;
        }
    }

    internal DateTime? Time
    {
        get
        {
            EvtxValue value = SystemValue(SystemField.SystemTime);
            if (value.TryGetTime(out DateTime time))
            {
                return time;
            }

            bool isTime =
                value.IsChars
                && DateTime.TryParse(
                    value.Chars,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out time
                );
            return isTime ? time : HeaderTime;
        }
    }

    internal int CountValues(EvtxFieldSet fields, int index) => _fields.Count(fields, index);

    internal EvtxValue GetValue(EvtxFieldSet fields, int index, int nth) => _fields.Value(fields, index, nth);

    internal int ReadValue(EvtxFieldSet fields, int index, out EvtxValue first) =>
        _fields.Read(fields, index, out first);

    internal int WriteKey(EvtxFieldSet fields, ReadOnlySpan<int> indexes, Span<byte> key) =>
        _fields.WriteKey(fields, indexes, key);

    internal bool HasPlainSystem(EvtxFieldSet fields) => _fields.HasPlainSystem(fields);

    internal void VisitFields(EvtxFieldVisitor visitor, bool withSystem)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        _fields.Visit(visitor, withSystem);
    }

    internal bool VisitTexts(EvtxTextVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return RecordTexts.Visit(_document, visitor);
    }

    internal void WriteXml(IBufferWriter<byte> output) => Write(_xml.Render(), output);

    internal void WriteJson(IBufferWriter<byte> output) => Write(_json.Render(), output);

    private void Write(bool isWhole, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (!isWhole)
        {
            ReportInRecord(
                EvtxDamageKind.Limit,
                _cursor.Start,
                "the record is larger or deeper than the limits allow; what is beyond them was left out."
            );
        }

        output.Write(_output.Written);
    }

    private enum SystemField
    {
        EventId,
        Channel,
        Computer,
        ProviderName,
        EventSourceName,
        SystemTime,
        EventRecordId,
    }

    private EvtxValue SystemValue(SystemField field)
    {
        if (!_document.EnsureRoot())
        {
            return default;
        }

        FragmentInstance root = _document[0];
        SystemMap map = root.System;
        if (!map.HasSystem)
        {
            // System lies in a nested fragment; the general way finds it.
            return _fields.Value(SystemFields, (int)field, 0);
        }

        NodeRange range = field switch
        {
            SystemField.EventId => map.EventId,
            SystemField.Channel => map.Channel,
            SystemField.Computer => map.Computer,
            SystemField.ProviderName => map.ProviderName,
            SystemField.EventSourceName => map.EventSourceName,
            SystemField.SystemTime => map.SystemTime,
            _ => map.EventRecordId,
        };
        return (uint)range.Slot < (uint)root.SlotCount
            ? _document.ValueOf(root.Slots[range.Slot])
            : _document.ValueOf(root, range.First, range.End);
    }

    private bool TryFill(EvtxFile file, long chunk)
    {
        Span<byte> bytes = _chunk;
        try
        {
            // Logs are allocated ahead, and files may be sparse: of an empty slot only the beginning is read.
            Span<byte> head = bytes[..RecordCursor.FirstRecord];
            _available = file.Read(Chunk.Offset, head);
            if (_available == head.Length && head.StartsWith(Signature))
            {
                _available += file.Read(Chunk.Offset + head.Length, bytes[head.Length..]);
            }
        }
        catch (IOException e)
        {
            _available = 0;
            Report(EvtxDamageKind.Unreadable, 0, null, $"the file cannot be read here: {e.Message}");
            return false;
        }

        bytes[_available..].Clear();
        if (_available < RecordCursor.FirstRecord)
        {
            Report(
                EvtxDamageKind.TruncatedChunk,
                0,
                null,
                "the file has become shorter while it was read; read it again."
            );
            return false;
        }

        if (!bytes.StartsWith(Signature))
        {
            // Chunks that are still zero are no damage.
            if (bytes[..RecordCursor.FirstRecord].ContainsAnyExcept((byte)0))
            {
                Report(
                    EvtxDamageKind.ChunkSignature,
                    0,
                    null,
                    "the chunk does not begin as one does (ElfChnk); it was skipped."
                );
            }

            return false;
        }

        if (_available < bytes.Length)
        {
            Report(
                EvtxDamageKind.TruncatedChunk,
                _available,
                null,
                "the file ends inside this chunk; the records before were read. Get a whole copy of the log if there is one."
            );
        }

        return true;
    }

    private EvtxChunkInfo ReadChunkHeader(long index)
    {
        ReadOnlySpan<byte> bytes = _chunk;
        uint freeSpace = BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]);
        uint dataChecksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[52..]);
        uint headerChecksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[124..]);
        bool? headerHolds = null;
        bool? dataHolds = null;
        if (_options.VerifyChecksums && (_file!.Header.Flags & 4) == 0)
        {
            _crc.Reset();
            _crc.Append(bytes[..120]);
            _crc.Append(bytes[128..RecordCursor.FirstRecord]);
            headerHolds = _crc.GetCurrentHashAsUInt32() == headerChecksum;
            bool isInside = freeSpace >= RecordCursor.FirstRecord && freeSpace <= (uint)_available;
            dataHolds = isInside && Crc32.HashToUInt32(bytes[RecordCursor.FirstRecord..(int)freeSpace]) == dataChecksum;
            if (headerHolds == false)
            {
                Report(
                    EvtxDamageKind.ChunkHeaderChecksum,
                    124,
                    null,
                    "the checksum of the chunk's header does not hold; its records were read all the same."
                );
            }

            if (dataHolds == false)
            {
                Report(
                    EvtxDamageKind.ChunkDataChecksum,
                    52,
                    null,
                    "the checksum of the chunk's records does not hold: the log was being written or was changed. They were read all the same."
                );
            }
        }

        return new EvtxChunkInfo(
            index,
            Chunk.Offset,
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[44..]),
            freeSpace,
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..]),
            dataChecksum,
            headerChecksum,
            dataHolds,
            headerHolds,
            _available
        );
    }

    private void ReportInRecord(EvtxDamageKind kind, int offset, string message) =>
        Report(kind, offset, _cursor.Id, message);

    private void Report(EvtxDamageKind kind, int offset, ulong? recordId, string message) =>
        Damaged?.Invoke(new EvtxDamage(_file?.Name ?? "", kind, Chunk.Index, Chunk.Offset + offset, recordId, message));
}
