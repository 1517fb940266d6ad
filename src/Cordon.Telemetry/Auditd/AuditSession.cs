using System.Globalization;
using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Auditd;

/// <summary>One reading of an audit log: joins the records that have their host, time and serial in common into one event.</summary>
/// <remarks>
/// The kernel writes the records of an event one after the other, but events of several processors come in turns. An event is shown when its end (<c>EOE</c>)
/// is read, when many others began after it, or at the end; they are shown in the order in which they began.
/// </remarks>
internal sealed class AuditSession : ILineSession
{
    private const int MaxOpen = 32;
    private const int MaxRecords = 256;

    private readonly LinkedList<Open> _open = [];
    private readonly AuditProcesses _processes = new();

    /// <summary>An event that may go on.</summary>
    private sealed class Open
    {
        public required string Key { get; init; }
        public required string Node { get; init; }
        public required long Line { get; init; }
        public required ulong Serial { get; init; }
        public required DateTime? Time { get; init; }
        public List<AuditRecord> Records { get; } = [];
        public int Values { get; set; }
        public bool HasEnded { get; set; }
    }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, LineSink sink)
    {
        if (!AuditLine.TryParse(line, out AuditLine record))
        {
            sink.Reject("it is no record of the audit log: it lacks type=… msg=audit(time:serial):");
            return;
        }

        Open one = Find(record, sink);
        if (record.Type is "EOE")
        {
            one.HasEnded = true;
        }
        else if (one.Records.Count < MaxRecords && one.Values < LineLimits.MaxValues)
        {
            AuditRecord read = AuditFields.Read(record.Type, record.Body);
            one.Values += read.Fields.Count;
            one.Records.Add(read);
        }
        else
        {
            sink.Remark("its event has more records or fields than are read; the rest of it was left out");
        }

        while (_open.First is { Value.HasEnded: true })
        {
            ShowFirst(sink);
        }
    }

    /// <inheritdoc/>
    public void End(LineSink sink)
    {
        while (_open.Count > 0)
        {
            ShowFirst(sink);
        }
    }

    private Open Find(AuditLine record, LineSink sink)
    {
        for (LinkedListNode<Open>? node = _open.Last; node is not null; node = node.Previous)
        {
            Open known = node.Value;
            if (
                known.Serial == record.Serial
                && record.Stamp.SequenceEqual(known.Key)
                && record.Node.SequenceEqual(known.Node)
            )
            {
                return known;
            }
        }

        if (_open.Count == MaxOpen)
        {
            ShowFirst(sink);
        }

        var one = new Open
        {
            Key = record.Stamp.ToString(),
            Node = LineLimits.Cut(record.Node),
            Line = sink.Number,
            Serial = record.Serial,
            Time = record.Time,
        };
        _open.AddLast(one);
        return one;
    }

    private void ShowFirst(LineSink sink)
    {
        Open one = _open.First!.Value;
        _open.RemoveFirst();
        if (one.Records.Count == 0)
        {
            return;
        }

        sink.Begin("linux", "auditd", one.Line);
        sink.Row.SetHeader(one.Time, one.Node, "auditd");
        new AuditMeaning(one.Records).AddTo(sink, _processes, one.Node, one.Time);
        foreach (AuditRecord record in one.Records)
        {
            sink.Add("type", record.Type);
            foreach ((string name, string value) in record.Fields)
            {
                AddField(sink, record.Type, name, value);
            }
        }

        sink.Row.Add("serial", one.Serial.ToString(CultureInfo.InvariantCulture));
        sink.Show();
    }

    private static void AddField(LineSink sink, string type, string name, string value)
    {
        // What the kernel names a1 of a call is a number, and a1 of a command line a text: both are under that name, as rules ask for both.
        if (value.Length > 0 || type is "EXECVE")
        {
            sink.AddOwn(name, value);
        }
    }
}
