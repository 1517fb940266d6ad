using Cordon.Telemetry.Containers;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Discovery;

/// <summary>Says by its beginning what a file is.</summary>
internal static class LogSniffer
{
    private const string Unknown = "no log that this version knows";

    /// <summary>Recognises a file.</summary>
    /// <param name="sample">Its beginning.</param>
    /// <param name="formats">The row formats to ask, the user's own first.</param>
    /// <param name="asked">True where the user named the file itself, false where it was met in a folder or archive.</param>
    public static Recognition Recognise(LogSample sample, IReadOnlyList<ILogFormat> formats, bool asked)
    {
        ReadOnlySpan<byte> head = sample.Bytes.Span;
        if (head.StartsWith("ElfFile\0"u8) || head.StartsWith("ElfChnk\0"u8))
        {
            return new Recognition(LogFormat.Evtx, "", null, null);
        }

        if (head.Length >= 8 && head[4..].StartsWith("LfLe"u8))
        {
            return Recognition.Refused(
                "it is an event log of Windows XP or older (.evt); convert it on a Windows machine with 'wevtutil epl old.evt new.evtx /lf:true'"
            );
        }

        // A log whose header was wiped or overwritten can still have sound chunks: its name is worth a try.
        if (Path.GetExtension(sample.Name).Equals(".evtx", StringComparison.OrdinalIgnoreCase))
        {
            return new Recognition(LogFormat.Evtx, "", null, null);
        }

        ContainerKind kind = ContainerSniffer.Recognise(head);
        return kind switch
        {
            ContainerKind.None => RecogniseText(sample, formats, asked),
            ContainerKind.Foreign => Recognition.Refused(
                "it is packed in a way that this version does not unpack; unpack it first"
            ),
            _ => new Recognition(LogFormat.Container, ContainerSniffer.NameOf(kind), null, null),
        };
    }

    private static Recognition RecogniseText(LogSample sample, IReadOnlyList<ILogFormat> formats, bool asked)
    {
        ReadOnlySpan<byte> head = sample.Bytes.Span;
        bool isJson = JsonSniffer.IsJson(head);
        (bool isOfWindows, bool isReadable) = isJson ? JsonSniffer.Look(head) : (false, false);
        ILogFormat? rows = LogFormats.Recognise(sample, formats);
        if (isOfWindows && rows is not Mapping.MappedFormat)
        {
            return new Recognition(LogFormat.Json, "", null, null);
        }

        if (rows is not null)
        {
            return new Recognition(LogFormat.Rows, rows.Name, rows, null);
        }

        if (isJson && !isReadable)
        {
            return new Recognition(LogFormat.Json, "", null, null);
        }

        return Recognition.Refused(
            !asked ? Unknown
            : isJson
                ? "it is JSON, but not of Windows events or another log that this version knows; a mapping file can say what its fields mean (docs/formats/mapping.md)"
            : "it is no log that this version knows (docs/formats); a mapping file can say what the columns of a CSV or the fields of JSON mean (docs/formats/mapping.md)"
        );
    }
}
