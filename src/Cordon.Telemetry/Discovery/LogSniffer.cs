using Cordon.Telemetry.Json;
using Microsoft.Win32.SafeHandles;

namespace Cordon.Telemetry.Discovery;

/// <summary>Says by its first bytes what a file is.</summary>
internal static class LogSniffer
{
    private const int HeadSize = 256;

    /// <summary>Recognises a file.</summary>
    /// <param name="path">A regular file that is not empty.</param>
    /// <param name="asked">True where the user named the file itself, false where it was met in a folder.</param>
    public static (LogFormat Format, string? Refusal) Recognise(string path, bool asked)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        using SafeFileHandle file = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        head = head[..RandomAccess.Read(file, head, 0)];
        if (head.StartsWith("ElfFile\0"u8) || head.StartsWith("ElfChnk\0"u8))
        {
            return (LogFormat.Evtx, null);
        }

        // A log whose header was wiped or overwritten can still have sound chunks: its name is worth a try.
        bool named = Path.GetExtension(path).Equals(".evtx", StringComparison.OrdinalIgnoreCase);
        if (head.Length >= 8 && head[4..].StartsWith("LfLe"u8))
        {
            return (
                LogFormat.Unknown,
                "it is an event log of Windows XP or older (.evt); convert it on a Windows machine with 'wevtutil epl old.evt new.evtx /lf:true'"
            );
        }

        if (named)
        {
            return (LogFormat.Evtx, null);
        }

        if (JsonSniffer.IsJson(head))
        {
            return JsonSniffer.IsOfWindows(path)
                ? (LogFormat.Json, null)
                : (
                    LogFormat.Unknown,
                    asked
                        ? "it is JSON, but not of Windows events: its records name no channel and event id"
                        : "no log that this version knows"
                );
        }

        return (
            LogFormat.Unknown,
            head.StartsWith("PK\u0003\u0004"u8)
            || head.StartsWith("\u001f\u008b"u8[..1]) && head.Length > 1 && head[1] == 0x8B
                ? "it is an archive; unpack it first"
            : asked
                ? "it is no log that this version knows; it reads Windows event logs (.evtx), and Windows events in JSON"
            : "no log that this version knows"
        );
    }
}
