using System.Buffers;

namespace Cordon.Evtx;

/// <summary>Receives a field's name and value, both borrowed; answers whether to go on.</summary>
public delegate bool EvtxFieldVisitor(ReadOnlySpan<char> name, EvtxValue value);

/// <summary>Receives a text, borrowed; answers whether to go on.</summary>
/// <param name="text">The text. May hold unpaired surrogates and control characters.</param>
/// <param name="template">
/// Not 0 where the text belongs to a template: as long as the process lives, the number always comes with the same text.
/// </param>
public delegate bool EvtxTextVisitor(ReadOnlySpan<char> text, int template);

/// <summary>The record that a reader stands on: a view, valid until the reader moves on. Nothing is decoded that nobody asks for.</summary>
public readonly ref struct EvtxRecord
{
    private readonly EvtxReader _reader;

    internal EvtxRecord(EvtxReader reader) => _reader = reader;

    /// <summary>The record's number, from its header.</summary>
    public ulong RecordId => _reader.RecordId;

    /// <summary>The time in the record's header, UTC; null where it is 0 (exported logs) or beyond the year 9999.</summary>
    public DateTime? HeaderTime => _reader.HeaderTime;

    /// <summary>Byte offset of the record in its file.</summary>
    public long Offset => _reader.RecordOffset;

    /// <summary>Index of the record's chunk from the start of the file.</summary>
    public long ChunkIndex => _reader.ChunkIndex;

    /// <summary>Length of the record in bytes, header and trailer included.</summary>
    public int Length => _reader.RecordLength;

    /// <summary>The record was found in the slack of its chunk: it was deleted or overwritten in part.</summary>
    public bool IsRecovered => _reader.RecordIsRecovered;

    /// <summary>System/EventRecordID, which a log that was exported or collected leaves as it was; null where the record has none.</summary>
    public ulong? EventRecordId => _reader.EventRecordId;

    /// <summary>System/EventID, or null where the record has none.</summary>
    public long? EventId => _reader.EventId;

    /// <summary>System/Channel; empty where there is none.</summary>
    public ReadOnlySpan<char> Channel => _reader.Channel;

    /// <summary>System/Provider/@Name, or its @EventSourceName where there is no Name; empty where there is none.</summary>
    public ReadOnlySpan<char> Provider => _reader.Provider;

    /// <summary>System/Computer; empty where there is none.</summary>
    public ReadOnlySpan<char> Computer => _reader.Computer;

    /// <summary>System/TimeCreated/@SystemTime, else <see cref="HeaderTime"/>; UTC; null where neither is a time.</summary>
    public DateTime? Time => _reader.Time;

    /// <summary>How many values a field has: 0 where it is missing.</summary>
    /// <param name="fields">The set that <paramref name="index"/> refers to.</param>
    /// <param name="index">Index of the field in the set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is not one of the set.</exception>
    public int Count(EvtxFieldSet fields, int index) => _reader.CountValues(fields, index);

    /// <summary>One value of a field; a null value where <paramref name="nth"/> is not below <see cref="Count"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not one of the set.</exception>
    public EvtxValue Value(EvtxFieldSet fields, int index, int nth = 0) => _reader.GetValue(fields, index, nth);

    /// <summary>How many values a field has, and the first of them: <see cref="Count"/> and <see cref="Value"/> in one step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not one of the set.</exception>
    public int Read(EvtxFieldSet fields, int index, out EvtxValue first) => _reader.ReadValue(fields, index, out first);

    /// <summary>
    /// Writes bytes that decide which values some fields have: records that write the same for the same fields agree in them.
    /// Quicker than reading the fields, as nothing is decoded.
    /// </summary>
    /// <param name="fields">The set that <paramref name="indexes"/> refer to.</param>
    /// <param name="indexes">Indexes of fields in the set.</param>
    /// <param name="key">Room for the bytes.</param>
    /// <returns>How many bytes were written; -1 where a field has several values or text of one byte a character, or there is not enough room.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not one of the set.</exception>
    public int WriteKey(EvtxFieldSet fields, ReadOnlySpan<int> indexes, Span<byte> key) =>
        _reader.WriteKey(fields, indexes, key);

    /// <summary>
    /// Whether the fields <c>EventID</c>, <c>Channel</c> and <c>Provider_Name</c>, all of which the set has, are there once each and
    /// are what <see cref="EventId"/> (a 16-bit number), <see cref="Channel"/> and <see cref="Provider"/> say, as in nearly all records.
    /// False where that cannot be told from the record's template.
    /// </summary>
    public bool HasPlainSystem(EvtxFieldSet fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return _reader.HasPlainSystem(fields);
    }

    /// <summary>Shows every value of every field, System first, then in document order, until the visitor answers false.</summary>
    public void VisitFields(EvtxFieldVisitor visitor) => _reader.VisitFields(visitor, withSystem: true);

    /// <summary>
    /// Shows what the event itself has to say: every value of every field but those of System, in document order, until the
    /// visitor answers false.
    /// </summary>
    public void VisitPayload(EvtxFieldVisitor visitor) => _reader.VisitFields(visitor, withSystem: false);

    /// <summary>
    /// Shows the record's texts without walking its elements: each value of <see cref="VisitFields"/> is part of one of them, save
    /// for values of other types than text. Texts may be joined, with bytes of other values between them, and there may be more than
    /// the record has values.
    /// </summary>
    /// <returns>False where the record is not built of templates whose values are whole; what was shown then means nothing.</returns>
    public bool VisitTexts(EvtxTextVisitor visitor) => _reader.VisitTexts(visitor);

    /// <summary>Writes the record as one well-formed XML element in UTF-8, without declaration. Characters that XML 1.0 forbids become U+FFFD.</summary>
    public void WriteXml(IBufferWriter<byte> output) => _reader.WriteXml(output);

    /// <summary>Writes the record as one JSON object in UTF-8, on one line, in the shape of <c>evtx_dump</c>.</summary>
    public void WriteJson(IBufferWriter<byte> output) => _reader.WriteJson(output);
}
