using System.Globalization;
using Cordon.Evtx;
using Cordon.Evtx.Writing;

namespace Cordon.Bench.Quiet;

/// <summary>One kind of event: what stands in its head, and its fields with what fills them.</summary>
internal sealed class EventForm
{
    private readonly (string Provider, string Channel, ulong Keywords, byte Level) _log;
    private readonly (EvtxValueType Type, string Text)[] _fields;
    private readonly BinXmlTemplate _template;

    /// <param name="log">Provider, channel, keywords and level, joined by bars.</param>
    /// <param name="code">The event id.</param>
    /// <param name="version">Of the event.</param>
    /// <param name="task">Its task.</param>
    /// <param name="fields">A field a line: its name, its type after a colon, and what fills it.</param>
    public EventForm(string log, ushort code, byte version, ushort task, string fields)
    {
        string[] parts = log.Split('|');
        _log = (
            parts[0],
            parts[1],
            ulong.Parse(parts[2].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            byte.Parse(parts[3], CultureInfo.InvariantCulture)
        );
        (Code, Version, Task) = (code, version, task);
        (string Name, EvtxValueType Type, string Text)[] read =
        [
            .. fields.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read),
        ];
        _fields = [.. read.Select(static f => (f.Type, f.Text))];
        _template = EvtxPayload.EventDataTemplate([.. read.Select(static f => ((string?)f.Name, f.Type))]);
    }

    public ushort Code { get; }

    public byte Version { get; }

    public ushort Task { get; }

    /// <summary>One such event.</summary>
    public EvtxWriteEvent Make(Filling filling, string computer, uint process, DateTime time)
    {
        filling.Begin(time);
        return new EvtxWriteEvent
        {
            ProviderName = _log.Provider,
            ProviderGuid = Names.IdOf(_log.Provider),
            EventId = Code,
            Version = Version,
            Level = _log.Level,
            Task = Task,
            Opcode = 0,
            Keywords = _log.Keywords,
            Time = time,
            ProcessId = process,
            ThreadId = (uint)filling.Below(9_000),
            Channel = _log.Channel,
            Computer = computer,
            Payload = [new BinXmlFragment(_template, [.. _fields.Select(f => ValueOf(f.Type, filling.Fill(f.Text)))])],
        };
    }

    private static (string Name, EvtxValueType Type, string Text) Read(string line)
    {
        int end = line.IndexOf(' ', StringComparison.Ordinal);
        string name = end < 0 ? line : line[..end];
        string text =
            end < 0
                ? ""
                : line[(end + 1)..]
                    .Replace(@"\r\n", "\r\n", StringComparison.Ordinal)
                    .Replace(@"\t", "\t", StringComparison.Ordinal);
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (name, EvtxValueType.String, text) : (name[..colon], TypeOf(name[(colon + 1)..]), text);
    }

    private static EvtxValueType TypeOf(string name) =>
        name switch
        {
            "sid" => EvtxValueType.Sid,
            "guid" => EvtxValueType.Guid,
            "hex64" => EvtxValueType.HexInt64,
            "hex32" => EvtxValueType.HexInt32,
            "u16" => EvtxValueType.UInt16,
            "u32" => EvtxValueType.UInt32,
            "u64" => EvtxValueType.UInt64,
            "i32" => EvtxValueType.Int32,
            "bool" => EvtxValueType.Boolean,
            _ => throw new ArgumentException($"'{name}' is no type", nameof(name)),
        };

    private static BinXmlValue ValueOf(EvtxValueType type, string text) =>
        type switch
        {
            EvtxValueType.Sid => BinXmlValue.Sid(text),
            EvtxValueType.Guid => BinXmlValue.Guid(Guid.Parse(text)),
            EvtxValueType.HexInt64 => BinXmlValue.HexInt64(NumberOf(text)),
            EvtxValueType.HexInt32 => BinXmlValue.HexInt32((uint)NumberOf(text)),
            EvtxValueType.UInt16 => BinXmlValue.UInt16((ushort)NumberOf(text)),
            EvtxValueType.UInt32 => BinXmlValue.UInt32((uint)NumberOf(text)),
            EvtxValueType.UInt64 => BinXmlValue.UInt64(NumberOf(text)),
            EvtxValueType.Int32 => BinXmlValue.Int32((int)NumberOf(text)),
            EvtxValueType.Boolean => BinXmlValue.Boolean(text == "true"),
            _ => BinXmlValue.String(text),
        };

    private static ulong NumberOf(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : ulong.Parse(text, CultureInfo.InvariantCulture);
}
