namespace Cordon.Events;

/// <summary>
/// One record of a log, as a cursor over borrowed memory: the same object shows one event after the other, and
/// everything it hands out is valid until its source moves on. Use <see cref="EventSnapshot.Of"/> to keep an event.
/// </summary>
/// <remarks>Nothing is decoded that nobody asks for. Instances are used by one thread at a time.</remarks>
public abstract class LogEvent
{
    /// <summary>The names that the ids given to <see cref="Count"/> and <see cref="Value"/> stand for.</summary>
    public abstract FieldTable Fields { get; }

    /// <summary>Where the event was read: the path as given or found below it. Never null.</summary>
    public abstract string Source { get; }

    /// <summary>Byte offset of the record in its source; with <see cref="Source"/> it identifies the event.</summary>
    public abstract long Position { get; }

    /// <summary>The record's own number (Windows: EventRecordID), or null where the log has none.</summary>
    public abstract ulong? RecordId { get; }

    /// <summary>The product that wrote the log in Sigma's words (<c>windows</c>, <c>linux</c>, …); empty where unknown.</summary>
    public abstract ReadOnlySpan<char> Product { get; }

    /// <summary>Windows: the channel, such as <c>Security</c>; empty where there is none.</summary>
    public abstract ReadOnlySpan<char> Channel { get; }

    /// <summary>Windows: the provider's name; empty where there is none.</summary>
    public abstract ReadOnlySpan<char> Provider { get; }

    /// <summary>The computer that wrote the event; empty where unknown.</summary>
    public abstract ReadOnlySpan<char> Computer { get; }

    /// <summary>The event's code (Windows: EventID), or null where there is none.</summary>
    public abstract long? Code { get; }

    /// <summary>When it happened, UTC, in full precision; null where the record does not say.</summary>
    public abstract DateTime? Time { get; }

    /// <summary>True for a record carved out of slack space; by default such records are not shown.</summary>
    public virtual bool IsRecovered => false;

    /// <summary>
    /// Whether the fields <c>EventID</c>, <c>Channel</c> and <c>Provider_Name</c> have one value each and that is what
    /// <see cref="Code"/> (written in decimal), <see cref="Channel"/> and <see cref="Provider"/> say. False where that is not known.
    /// </summary>
    public virtual bool HasPlainHeader => false;

    /// <summary>How many values the event has for a field: 0 where it is missing, more than 1 where its name repeats.</summary>
    public abstract int Count(FieldId field);

    /// <summary>
    /// True where the log cannot say what the field's value is, as opposed to saying that there is none: a test on it is
    /// neither true nor false. <see cref="Count"/> is then 0.
    /// </summary>
    public virtual bool IsUnavailable(FieldId field) => false;

    /// <summary>One value of a field; <see cref="FieldValue.Missing"/> where <paramref name="index"/> is not below <see cref="Count"/>.</summary>
    public abstract FieldValue Value(FieldId field, int index = 0);

    /// <summary>How many values the event has for a field, and the first of them: <see cref="Count"/> and <see cref="Value"/> in one step.</summary>
    public virtual int Read(FieldId field, out FieldValue first)
    {
        int count = Count(field);
        first = count > 0 ? Value(field) : FieldValue.Missing;
        return count;
    }

    /// <summary>
    /// Writes bytes that decide what <see cref="Count"/>, <see cref="Value"/> and <see cref="Read"/> answer for some fields: two
    /// events of one class that write the same for the same fields have the same values there. Quicker than reading the fields.
    /// </summary>
    /// <param name="fields">The fields.</param>
    /// <param name="key">Room for the bytes.</param>
    /// <returns>How many bytes were written; -1 where the event cannot tell so simply, or there is not enough room.</returns>
    public virtual int WriteKey(ReadOnlySpan<FieldId> fields, Span<byte> key) => -1;

    /// <summary>Shows every field, in the event's order, to <paramref name="visitor"/>, until it answers false.</summary>
    public abstract void Visit(FieldVisitor visitor);

    /// <summary>
    /// Shows the event's texts as they come, without telling fields apart: every value that <see cref="Visit"/> shows is part of
    /// one of them, save for values that are written numbers, times, booleans, bytes and identifiers (GUID, SID). There may be
    /// more, and some may be joined, with bytes between them that mean nothing. Quick, for looking whether a text is in the event at all.
    /// </summary>
    /// <returns>False where the event has no such way; what was shown then means nothing. True also where the visitor ended it.</returns>
    public virtual bool VisitTexts(TextVisitor visitor) => false;

    /// <summary>
    /// The record as it stands in its log, where that is one object in JSON, in UTF-8, and each text that <see cref="VisitTexts"/> shows is one in it; empty otherwise. Quick, for telling that
    /// something is not in the event.
    /// </summary>
    public virtual ReadOnlySpan<byte> Json => default;

    /// <summary>
    /// Shows what the event itself has to say (Windows: EventData, UserData and the like), without the fields that every event
    /// of its log has (System), in the event's order, until <paramref name="visitor"/> answers false.
    /// </summary>
    public virtual void VisitPayload(FieldVisitor visitor) => Visit(visitor);
}

/// <summary>Receives a field's name and value; answers whether to go on. Names and values are borrowed.</summary>
public delegate bool FieldVisitor(ReadOnlySpan<char> name, FieldValue value);

/// <summary>Receives a text, borrowed; answers whether to go on.</summary>
/// <param name="text">The text.</param>
/// <param name="sharedBy">
/// Not 0 where many events share the text: as long as the process lives, the number always comes with the same text, so that
/// what is found in it need not be looked for again.
/// </param>
public delegate bool TextVisitor(ReadOnlySpan<char> text, int sharedBy);
