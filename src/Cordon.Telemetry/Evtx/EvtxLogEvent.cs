using System.Runtime.InteropServices;
using Cordon.Events;
using Cordon.Evtx;

namespace Cordon.Telemetry.Evtx;

/// <summary>Shows the record that a reader stands on as a log event.</summary>
/// <remarks>
/// Strings are handed out in place. Values of other types are formatted once per record, when first asked for, into a scratch
/// buffer that is used again for the next record.
/// </remarks>
internal sealed class EvtxLogEvent : LogEvent
{
    private readonly EvtxReader _reader;
    private readonly EvtxFieldVisitor _show;
    private readonly EvtxTextVisitor _showText;
    private EvtxFieldSet _set;
    private FieldVisitor? _visitor;
    private TextVisitor? _textVisitor;
    private Formatted[] _formatted;
    private char[] _scratch = new char[4096];
    private int _used;
    private int _record;
    private string _source = "";

    // The code that was read, good for the record numbered here: rules, coverage and activities ask for it each.
    private int _codeRecord;
    private long? _code;

    /// <summary>Shows what <paramref name="reader"/> reads, with field ids of <paramref name="fields"/>.</summary>
    public EvtxLogEvent(EvtxReader reader, FieldTable fields)
    {
        _reader = reader;
        _show = ShowOne;
        Fields = fields;
        _set = SetOf(fields);
        _formatted = new Formatted[_set.Count];
        _showText = ShowText;
    }

    // A value's written form in the scratch buffer, good for the record numbered here.
    private record struct Formatted(int Record, FieldKind Kind, int Start, int Length, long Bits);

    /// <inheritdoc/>
    public override FieldTable Fields { get; }

    /// <inheritdoc/>
    public override string Source => _source;

    /// <inheritdoc/>
    public override long Position => _reader.Current.Offset;

    /// <inheritdoc/>
    /// <remarks>
    /// What the event says of itself, as Event Viewer shows it. A log that was exported or collected numbers its records anew
    /// and leaves the events as they were; that number stands in only where the event has none.
    /// </remarks>
    public override ulong? RecordId => _reader.Current.EventRecordId ?? _reader.Current.RecordId;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Product => "windows";

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Channel => _reader.Current.Channel;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Provider => _reader.Current.Provider;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Computer => _reader.Current.Computer;

    /// <inheritdoc/>
    public override long? Code
    {
        get
        {
            if (_codeRecord != _record + 1)
            {
                _codeRecord = _record + 1;
                _code = _reader.Current.EventId;
            }

            return _code;
        }
    }

    /// <inheritdoc/>
    public override DateTime? Time => _reader.Current.Time;

    /// <inheritdoc/>
    public override bool HasPlainHeader => _reader.Current.HasPlainSystem(_set);

    /// <inheritdoc/>
    public override bool IsRecovered => _reader.Current.IsRecovered;

    /// <summary>Begins another source; its path is what events show.</summary>
    public void Begin(string source) => _source = source;

    /// <summary>Forgets what was formatted: the reader stands on another record.</summary>
    public void Advance()
    {
        _record++;
        _used = 0;
    }

    /// <inheritdoc/>
    public override int Count(FieldId field)
    {
        GrowTo(field);
        return _reader.Current.Count(_set, field.Value);
    }

    /// <inheritdoc/>
    public override FieldValue Value(FieldId field, int index = 0)
    {
        if (index == 0)
        {
            Read(field, out FieldValue first);
            return first;
        }

        GrowTo(field);
        EvtxRecord record = _reader.Current;
        if (index >= record.Count(_set, field.Value))
        {
            return FieldValue.Missing;
        }

        EvtxValue value = record.Value(_set, field.Value, index);
        return value.IsChars ? FieldValue.FromText(value.Chars) : Made(Format(value));
    }

    /// <inheritdoc/>
    public override int Read(FieldId field, out FieldValue first)
    {
        GrowTo(field);
        int count = _reader.Current.Read(_set, field.Value, out EvtxValue value);
        if (count == 0)
        {
            first = FieldValue.Missing;
        }
        else if (value.IsChars)
        {
            first = FieldValue.FromText(value.Chars);
        }
        else
        {
            ref Formatted known = ref _formatted[field.Value];
            if (known.Record != _record + 1)
            {
                known = Format(value);
            }

            first = Made(known);
        }

        return count;
    }

    /// <inheritdoc/>
    public override int WriteKey(ReadOnlySpan<FieldId> fields, Span<byte> key)
    {
        foreach (FieldId field in fields)
        {
            GrowTo(field);
        }

        return _reader.Current.WriteKey(_set, MemoryMarshal.Cast<FieldId, int>(fields), key);
    }

    /// <inheritdoc/>
    public override void Visit(FieldVisitor visitor) => Show(visitor, withSystem: true);

    /// <inheritdoc/>
    public override void VisitPayload(FieldVisitor visitor) => Show(visitor, withSystem: false);

    private void Show(FieldVisitor visitor, bool withSystem)
    {
        // A visitor that visits the same event again finds its own visitor here on return.
        FieldVisitor? outer = _visitor;
        _visitor = visitor;
        try
        {
            if (withSystem)
            {
                _reader.Current.VisitFields(_show);
            }
            else
            {
                _reader.Current.VisitPayload(_show);
            }
        }
        finally
        {
            _visitor = outer;
        }
    }

    /// <inheritdoc/>
    public override bool VisitTexts(TextVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        TextVisitor? outer = _textVisitor;
        _textVisitor = visitor;
        try
        {
            return _reader.Current.VisitTexts(_showText);
        }
        finally
        {
            _textVisitor = outer;
        }
    }

    private bool ShowText(ReadOnlySpan<char> text, int template) => _textVisitor!(text, template);

    private bool ShowOne(ReadOnlySpan<char> name, EvtxValue value)
    {
        if (value.IsChars)
        {
            return _visitor!(name, FieldValue.FromText(value.Chars));
        }

        // The value is borrowed for the call: its room is given back, unless the visitor itself had others formatted.
        Formatted made = Format(value);
        int end = _used;
        bool more = _visitor!(name, Made(made));
        if (_used == end)
        {
            _used = made.Start;
        }

        return more;
    }

    private static EvtxFieldSet SetOf(FieldTable fields) =>
        EvtxFieldSet.Create(Enumerable.Range(0, fields.Count).Select(i => fields.NameOf(new FieldId(i))));

    // Rules loaded after this event was made have named more fields; that is rare, and never happens while events flow.
    private void GrowTo(FieldId field)
    {
        if (field.Value >= _set.Count)
        {
            _set = SetOf(Fields);
            Array.Resize(ref _formatted, _set.Count);
        }
    }

    private Formatted Format(EvtxValue value)
    {
        (FieldKind kind, long bits) = KindOf(value);
        int most = kind is FieldKind.Null or FieldKind.Boolean ? 0 : value.MaxTextLength;
        int start = _used;
        if (_scratch.Length - start < most)
        {
            // Values handed out before keep the old buffer alive; only what is remembered has to move.
            Array.Resize(ref _scratch, Math.Max(_scratch.Length * 2, start + most));
        }

        int length = 0;
        if (most > 0)
        {
            value.TryFormat(_scratch.AsSpan(start), out length);
        }

        _used += length;
        return new Formatted(_record + 1, kind, start, length, bits);
    }

    private FieldValue Made(Formatted value)
    {
        ReadOnlySpan<char> text = _scratch.AsSpan(value.Start, value.Length);
        return value.Kind switch
        {
            FieldKind.Null => FieldValue.Null,
            FieldKind.Integer => FieldValue.FromInteger(value.Bits, text),
            FieldKind.Real => FieldValue.FromReal(BitConverter.Int64BitsToDouble(value.Bits), text),
            FieldKind.Boolean => FieldValue.FromBoolean(value.Bits != 0),
            FieldKind.Time => FieldValue.FromTime(value.Bits, text),
            _ => FieldValue.FromText(text),
        };
    }

    private static (FieldKind Kind, long Bits) KindOf(EvtxValue value)
    {
        if (value.IsNull)
        {
            return (FieldKind.Null, 0);
        }

        if (value.TryGetBoolean(out bool truth))
        {
            return (FieldKind.Boolean, truth ? 1 : 0);
        }

        if (value.TryGetInteger(out long whole))
        {
            return (FieldKind.Integer, whole);
        }

        if (value.TryGetReal(out double real))
        {
            return (FieldKind.Real, BitConverter.DoubleToInt64Bits(real));
        }

        return value.TryGetTime(out DateTime time) ? (FieldKind.Time, time.Ticks) : (FieldKind.Text, 0);
    }
}
