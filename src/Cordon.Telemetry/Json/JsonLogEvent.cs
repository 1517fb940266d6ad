using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Cordon.Events;

namespace Cordon.Telemetry.Json;

/// <summary>Shows one record after the other of a log of Windows events in JSON, under the names that Windows' own logs use.</summary>
/// <remarks>Text is decoded when it is first asked for, into a buffer that is used again for the next record.</remarks>
internal sealed class JsonLogEvent : LogEvent
{
    // Keeps keys apart from those of other classes of events.
    private const uint KeyMark = 0x4A_00_00_00;

    private readonly JsonRecord _record;
    private readonly int[] _roles = new int[(int)FieldRole.Header];
    private byte[] _json = [];
    private int _start;
    private int _length;
    private char[] _text = new char[4_096];
    private int _used;
    private (int Start, int Length)[] _decoded = new (int, int)[64];
    private int[] _first = [];
    private int[] _counts = [];
    private int[] _stamps = [];
    private int _stamp;
    private int _known = -1;
    private FieldId? _channelField;
    private FieldId? _providerField;
    private FieldId? _codeField;
    private string _source = "";
    private long _position;

    public JsonLogEvent(FieldTable fields)
    {
        Fields = fields;
        _record = new JsonRecord(new MemberNames(fields));
    }

    /// <inheritdoc/>
    public override FieldTable Fields { get; }

    /// <inheritdoc/>
    public override string Source => _source;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override ulong? RecordId => Of(FieldRole.RecordId).TryGetInteger(out long id) && id >= 0 ? (ulong)id : null;

    /// <summary>Whether the record is an event of Windows: it names a channel and an id.</summary>
    public bool IsWindows => _roles[(int)FieldRole.Channel] >= 0 && Code is not null;

    /// <summary>Whether values beyond the limit were left out.</summary>
    public bool IsCut => _record.IsCut;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Product => IsWindows ? "windows" : "";

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Channel => Of(FieldRole.Channel).Text;

    /// <inheritdoc/>
    /// <remarks>Where the record does not say, the channel does: providers name their channels after themselves.</remarks>
    public override ReadOnlySpan<char> Provider =>
        Of(FieldRole.Provider) is { Text: { Length: > 0 } named } ? named : ProviderOf(Channel);

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Computer => Of(FieldRole.Computer).Text;

    /// <inheritdoc/>
    public override long? Code => Of(FieldRole.Code).TryGetInteger(out long code) ? code : null;

    /// <inheritdoc/>
    public override DateTime? Time =>
        TimeOf(FieldRole.TimeCreated)
        ?? TimeOf(FieldRole.UtcTime)
        ?? TimeOf(FieldRole.Timestamp)
        ?? TimeOf(FieldRole.EventTime);

    /// <inheritdoc/>
    public override bool HasPlainHeader =>
        IsOnly(_channelField, FieldRole.Channel, out int channel)
        && _record.Values[channel].Kind == JsonTokenType.String
        && IsOnly(_providerField, FieldRole.Provider, out int provider)
        && _record.Values[provider] is { Kind: JsonTokenType.String, Length: > 0 }
        && IsOnly(_codeField, FieldRole.Code, out int code)
        && IsPlainNumber(BytesOf(_record.Values[code]));

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Json => _json.AsSpan(_start, _length);

    /// <summary>Begins another source; its path is what events show.</summary>
    public void Begin(string source) => _source = source;

    /// <summary>Shows another record.</summary>
    /// <param name="buffer">Holds its bytes, which stay as they are while it is shown.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="position">Where it begins in its source.</param>
    /// <returns>Null, or what is wrong with it; then nothing is shown.</returns>
    public string? Show(byte[] buffer, int start, int length, long position)
    {
        (_json, _start, _length, _position) = (buffer, start, length, position);
        _used = 0;
        _stamp++;
        _roles.AsSpan().Fill(-1);
        string? fault = _record.Read(buffer.AsSpan(start, length));
        if (fault is null)
        {
            Index();
        }

        return fault;
    }

    /// <inheritdoc/>
    public override int Count(FieldId field) =>
        field.Value < _stamps.Length && _stamps[field.Value] == _stamp ? _counts[field.Value] : 0;

    /// <inheritdoc/>
    public override FieldValue Value(FieldId field, int index = 0)
    {
        if ((uint)index >= (uint)Count(field))
        {
            return FieldValue.Missing;
        }

        int at = _first[field.Value];
        if (index == 0)
        {
            return ValueAt(at);
        }

        // A name that repeats is rare enough to be looked for.
        ReadOnlySpan<JsonRecord.JsonValue> values = _record.Values;
        for (int i = at; i < values.Length; i++)
        {
            if (Has(values[i].Name, field) && index-- == 0)
            {
                return ValueAt(i);
            }
        }

        return FieldValue.Missing;
    }

    /// <inheritdoc/>
    /// <remarks>Values as they are written, each behind what it is and how long: text is not decoded for it.</remarks>
    public override int WriteKey(ReadOnlySpan<FieldId> fields, Span<byte> key)
    {
        int used = 0;
        foreach (FieldId field in fields)
        {
            int count = Count(field);
            JsonRecord.JsonValue value = count == 1 ? _record.Values[_first[field.Value]] : default;
            if (count > 1 || key.Length - used < sizeof(long) + value.Length)
            {
                return -1;
            }

            BinaryPrimitives.WriteInt64LittleEndian(
                key[used..],
                ((long)value.Length << 32) | KeyMark | (uint)value.Kind
            );
            BytesOf(value).CopyTo(key[(used + sizeof(long))..]);
            used += sizeof(long) + value.Length;
        }

        return used;
    }

    /// <inheritdoc/>
    public override bool VisitTexts(TextVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        for (int i = 0; i < _record.Count; i++)
        {
            if (_record.Values[i].Kind is JsonTokenType.String && !visitor(TextAt(i), 0))
            {
                return true;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Visit(FieldVisitor visitor) => Visit(visitor, withHeader: true);

    /// <inheritdoc/>
    public override void VisitPayload(FieldVisitor visitor) => Visit(visitor, withHeader: false);

    // The field's only value is the one that says it of the event, or nobody asks for the field.
    private bool IsOnly(FieldId? field, FieldRole role, out int at)
    {
        at = _roles[(int)role];
        return at >= 0 && (field is not { } asked || (Count(asked) == 1 && _first[asked.Value] == at));
    }

    // As the number itself would be written.
    private static bool IsPlainNumber(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= 18
        && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && (text[0] != (byte)'0' || text.Length == 1);

    private ReadOnlySpan<byte> BytesOf(in JsonRecord.JsonValue value) =>
        _json.AsSpan(_start + value.Start, value.Length);

    private static bool Has(MemberName name, FieldId field) => name.Id == field || name.Common == field;

    private static ReadOnlySpan<char> ProviderOf(ReadOnlySpan<char> channel)
    {
        if (channel.Equals("Security", StringComparison.OrdinalIgnoreCase))
        {
            return "Microsoft-Windows-Security-Auditing";
        }

        int slash = channel.IndexOf('/');
        return slash < 0 ? "" : channel[..slash];
    }

    private void Visit(FieldVisitor visitor, bool withHeader)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        for (int i = 0; i < _record.Count; i++)
        {
            MemberName name = _record.Values[i].Name;
            bool isOwn = name.Role is FieldRole.None or FieldRole.UtcTime;
            if ((withHeader || isOwn) && !visitor(name.Name, ValueAt(i)))
            {
                return;
            }
        }
    }

    private void Index()
    {
        if (_known != Fields.Count)
        {
            Grow();
        }

        if (_decoded.Length < _record.Count)
        {
            Array.Resize(ref _decoded, Math.Max(_record.Count, _decoded.Length * 2));
        }

        for (int i = 0; i < _record.Count; i++)
        {
            MemberName name = _record.Values[i].Name;
            _decoded[i] = (-1, 0);
            if (name.Role is not (FieldRole.None or FieldRole.Header) && _roles[(int)name.Role] < 0)
            {
                _roles[(int)name.Role] = i;
            }

            Count(name.Id, i);
            Count(name.Common, i);
        }
    }

    private void Grow()
    {
        _known = Fields.Count;
        Array.Resize(ref _stamps, _known);
        Array.Resize(ref _first, _known);
        Array.Resize(ref _counts, _known);
        _channelField = Find("Channel");
        _providerField = Find("Provider_Name");
        _codeField = Find("EventID");
    }

    private FieldId? Find(string name) => Fields.TryFind(name, out FieldId id) ? id : null;

    private void Count(FieldId? field, int at)
    {
        if (field is not { Value: var id })
        {
            return;
        }

        if (_stamps[id] == _stamp)
        {
            _counts[id]++;
            return;
        }

        (_stamps[id], _first[id], _counts[id]) = (_stamp, at, 1);
    }

    private FieldValue Of(FieldRole role) => _roles[(int)role] is var at and >= 0 ? ValueAt(at) : FieldValue.Missing;

    private DateTime? TimeOf(FieldRole role) => Of(role).TryGetTime(out DateTime time) ? time : null;

    private FieldValue ValueAt(int index)
    {
        ref readonly JsonRecord.JsonValue value = ref _record.Values[index];
        return value.Kind switch
        {
            JsonTokenType.String => FieldValue.FromText(TextAt(index)),
            JsonTokenType.Number => NumberAt(index),
            JsonTokenType.Null => FieldValue.Null,
            _ => FieldValue.FromBoolean(value.Kind == JsonTokenType.True),
        };
    }

    private FieldValue NumberAt(int index)
    {
        ReadOnlySpan<char> text = TextAt(index);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            return FieldValue.FromInteger(whole, text);
        }

        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            && double.IsFinite(real)
            ? FieldValue.FromReal(real, text)
            : FieldValue.FromText(text);
    }

    private ReadOnlySpan<char> TextAt(int index)
    {
        ref (int Start, int Length) decoded = ref _decoded[index];
        if (decoded.Start < 0)
        {
            ref readonly JsonRecord.JsonValue value = ref _record.Values[index];
            ReadOnlySpan<byte> bytes = _json.AsSpan(_start + value.Start, value.Length);
            if (_text.Length - _used < bytes.Length)
            {
                // Values handed out before keep the old buffer alive.
                Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + bytes.Length));
            }

            int length = value.IsEscaped
                ? Unescape(bytes, _text.AsSpan(_used))
                : Encoding.UTF8.GetChars(bytes, _text.AsSpan(_used));
            decoded = (_used, length);
            _used += length;
        }

        return _text.AsSpan(decoded.Start, decoded.Length);
    }

    // Half of a surrogate pair, or what is no UTF-8, is in no text: shown as written.
    private static int Unescape(ReadOnlySpan<byte> bytes, Span<char> room) =>
        JsonText.TryUnescape(bytes, room, out int length) ? length : Encoding.UTF8.GetChars(bytes, room);
}
