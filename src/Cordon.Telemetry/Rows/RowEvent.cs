using System.Globalization;
using Cordon.Events;

namespace Cordon.Telemetry.Rows;

/// <summary>
/// An event of a row format: a header and named values, filled anew for each row. Not for the hot path: values are strings.
/// </summary>
/// <remarks>
/// <see cref="Channel"/> holds Sigma's service (<c>signinlogs</c>, <c>sshd</c>) or, where there is none, its category (<c>proxy</c>), so that log source
/// targets route on it; <see cref="Provider"/> the program that wrote it (<c>sshd</c>), where there is one.
/// </remarks>
internal sealed class RowEvent(FieldTable fields) : LogEvent
{
    private readonly List<Entry> _values = [];
    private string _source = "";
    private long _position;
    private ulong? _recordId;
    private string _product = "";
    private string _channel = "";
    private string _provider = "";
    private string _computer = "";
    private long? _code;
    private DateTime? _time;

    private readonly record struct Entry(
        string Name,
        FieldId Id,
        FieldKind Kind,
        string Text,
        long Number,
        bool IsAlias
    );

    /// <inheritdoc/>
    public override FieldTable Fields { get; } = fields;

    /// <inheritdoc/>
    public override string Source => _source;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override ulong? RecordId => _recordId;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Product => _product;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Channel => _channel;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Provider => _provider;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> Computer => _computer;

    /// <inheritdoc/>
    public override long? Code => _code;

    /// <inheritdoc/>
    public override DateTime? Time => _time;

    /// <summary>How many values the row has.</summary>
    public int ValueCount => _values.Count;

    /// <summary>Begins another row, without values.</summary>
    /// <param name="source">Its file.</param>
    /// <param name="position">Its byte offset there, or the number of its line where offsets are not known.</param>
    /// <param name="recordId">The number of its row or line, from 1; null where there is none.</param>
    /// <param name="product">In Sigma's words: <c>azure</c>, <c>m365</c>, <c>okta</c>, <c>linux</c>, …</param>
    /// <param name="channel">Sigma's service or category.</param>
    public void Begin(string source, long position, ulong? recordId, string product, string channel)
    {
        (_source, _position, _recordId, _product, _channel) = (source, position, recordId, product, channel);
        (_provider, _computer, _code, _time) = ("", "", null, null);
        _values.Clear();
    }

    /// <summary>Says what the row is besides.</summary>
    /// <param name="time">When it happened, UTC.</param>
    /// <param name="computer">Who wrote it; for cloud services the tenant.</param>
    /// <param name="provider">The program that wrote it.</param>
    /// <param name="code">Its code.</param>
    public void SetHeader(DateTime? time, string computer = "", string provider = "", long? code = null) =>
        (_time, _computer, _provider, _code) = (time, computer, provider, code);

    /// <summary>Adds a text.</summary>
    public void Add(string name, string text) => Add(name, FieldKind.Text, text, 0);

    /// <summary>Adds a whole number and how it was written.</summary>
    public void Add(string name, long value, string? text = null) =>
        Add(name, FieldKind.Integer, text ?? value.ToString(CultureInfo.InvariantCulture), value);

    /// <summary>Adds a number with a fraction and how it was written.</summary>
    public void Add(string name, double value, string text) =>
        Add(name, FieldKind.Real, text, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Adds true or false.</summary>
    public void Add(string name, bool value) => Add(name, FieldKind.Boolean, value ? "true" : "false", value ? 1 : 0);

    /// <summary>
    /// Adds another name that the row answers to, such as a common one beside the log's own. It is not shown among the row's fields, and left out where the row has a
    /// field of that name or the text is empty.
    /// </summary>
    public void AddAlias(string name, string text)
    {
        if (text.Length > 0 && TextOf(name) is null or "")
        {
            Add(name, FieldKind.Text, text, 0, isAlias: true);
        }
    }

    /// <summary>Adds another name with several values; those that are empty are left out, and all where the row has a field of that name with a value.</summary>
    public void AddAliases(string name, IReadOnlyCollection<string> texts)
    {
        if (TextOf(name) is null or "")
        {
            foreach (string text in texts)
            {
                if (text.Length > 0)
                {
                    Add(name, FieldKind.Text, text, 0, isAlias: true);
                }
            }
        }
    }

    /// <summary>Every value of a name, in order.</summary>
    public IEnumerable<string> TextsOf(string name) => _values.Where(v => v.Name == name).Select(static v => v.Text);

    /// <summary>The names and values that are shown, in order.</summary>
    public IEnumerable<(string Name, string Text)> Shown =>
        _values.Where(static v => !v.IsAlias).Select(static v => (v.Name, v.Text));

    /// <summary>Adds a field that is there without a value.</summary>
    public void AddNull(string name) => Add(name, FieldKind.Null, "", 0);

    /// <summary>The first value of a name; null where there is none.</summary>
    public string? TextOf(string name)
    {
        foreach (Entry entry in _values)
        {
            if (entry.Name == name)
            {
                return entry.Text;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override int Count(FieldId field)
    {
        int count = 0;
        foreach (Entry entry in _values)
        {
            count += entry.Id == field ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public override FieldValue Value(FieldId field, int index = 0)
    {
        foreach (Entry entry in _values)
        {
            if (entry.Id == field && index-- == 0)
            {
                return ValueOf(entry);
            }
        }

        return FieldValue.Missing;
    }

    /// <inheritdoc/>
    public override void Visit(FieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach (Entry entry in _values)
        {
            if (!entry.IsAlias && !visitor(entry.Name, ValueOf(entry)))
            {
                return;
            }
        }
    }

    // Names that nobody asks for have no id: a log must not fill the table of all names.
    private void Add(string name, FieldKind kind, string text, long number, bool isAlias = false) =>
        _values.Add(
            new Entry(name, Fields.TryFind(name, out FieldId id) ? id : new FieldId(-1), kind, text, number, isAlias)
        );

    private static FieldValue ValueOf(Entry entry) =>
        entry.Kind switch
        {
            FieldKind.Null => FieldValue.Null,
            FieldKind.Integer => FieldValue.FromInteger(entry.Number, entry.Text),
            FieldKind.Real => FieldValue.FromReal(BitConverter.Int64BitsToDouble(entry.Number), entry.Text),
            FieldKind.Boolean => FieldValue.FromBoolean(entry.Number != 0),
            _ => FieldValue.FromText(entry.Text),
        };
}
