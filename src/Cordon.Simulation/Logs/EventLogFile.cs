using System.Globalization;
using Cordon.Evtx;
using Cordon.Evtx.Writing;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Logs;

/// <summary>A Windows event log of a host (Security or Sysmon). Starts with its first event.</summary>
internal sealed class EventLogFile(string path, string computer, Tally tally) : IDisposable
{
    private const string Security = "Microsoft-Windows-Security-Auditing";
    private const string Sysmon = "Microsoft-Windows-Sysmon";

    private static readonly Guid SecurityId = new("54849625-5478-4994-a5ba-3e3b0328c30d");
    private static readonly Guid SysmonId = new("5770385f-c22a-43e0-bf4c-06f5698ffbd9");

    private readonly Dictionary<(ushort Code, int Fields), BinXmlTemplate> _templates = [];
    private EvtxWriter? _writer;
    private DateTime _last;

    /// <summary>Writes an event; they come in order of time.</summary>
    public void Write(WindowsEvent item)
    {
        if (_writer is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _writer = new EvtxWriter(
                new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1 << 16),
                new EvtxWriterOptions { FirstRecordId = 10_001 }
            );
        }

        if (!_templates.TryGetValue((item.Code, item.Data.Count), out BinXmlTemplate? template))
        {
            template = EvtxPayload.EventDataTemplate([
                .. item.Data.Select(static d => ((string?)d.Name, TypeOf(d.Name))),
            ]);
            _templates.Add((item.Code, item.Data.Count), template);
        }

        bool isFailure = item.Code is 4625 or 4771 || (item.Code is 4768 or 4776 && Status(item) != "0x0");
        _writer.Write(
            new EvtxWriteEvent
            {
                ProviderName = item.IsSysmon ? Sysmon : Security,
                ProviderGuid = item.IsSysmon ? SysmonId : SecurityId,
                EventId = item.Code,
                Version = (byte)(item.IsSysmon ? 5 : 0),
                Level = (byte)(item.IsSysmon ? 4 : 0),
                Task = (ushort)(item.IsSysmon ? item.Code : 12544),
                Opcode = 0,
                Keywords =
                    item.IsSysmon ? 0x8000000000000000UL
                    : isFailure ? 0x8010000000000000UL
                    : 0x8020000000000000UL,
                Time = item.Time,
                ProcessId = item.IsSysmon ? 2_460u : 652u,
                ThreadId = 3_112,
                Channel = item.IsSysmon ? Sysmon + "/Operational" : "Security",
                Computer = computer,
                UserSid = item.IsSysmon ? "S-1-5-18" : null,
                Payload = [new BinXmlFragment(template, [.. item.Data.Select(static d => ValueOf(d.Name, d.Value))])],
            }
        );
        _last = item.Time;
        tally.Events++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_writer is not null)
        {
            _writer.Dispose();
            _writer = null;
            tally.File(path, _last);
        }
    }

    private static string Status(WindowsEvent item) =>
        item.Data.FirstOrDefault(static d => d.Name == "Status").Value ?? "";

    private static EvtxValueType TypeOf(string name) =>
        name switch
        {
            "LogonType" or "ProcessId" or "ParentProcessId" or "TerminalSessionId" or "KeyLength" =>
                EvtxValueType.UInt32,
            "TargetUserSid" or "SubjectUserSid" or "TargetSid" => EvtxValueType.Sid,
            _ => EvtxValueType.String,
        };

    private static BinXmlValue ValueOf(string name, string value) =>
        TypeOf(name) switch
        {
            EvtxValueType.UInt32 => BinXmlValue.UInt32(uint.Parse(value, CultureInfo.InvariantCulture)),
            EvtxValueType.Sid => BinXmlValue.Sid(value),
            _ => BinXmlValue.String(value),
        };
}
