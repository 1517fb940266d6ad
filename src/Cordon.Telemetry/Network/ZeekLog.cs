using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Network;

/// <summary>Which of Zeek's logs a record is of.</summary>
internal static class ZeekLog
{
    /// <summary>What the record itself says; else the file's name does: <c>conn.log</c>, <c>dns.20260216.log.gz</c>.</summary>
    /// <param name="path">As the record or the header has it; empty where it has none.</param>
    /// <param name="source">The file.</param>
    public static string Of(string path, string source)
    {
        if (path.Length > 0)
        {
            return LineLimits.NameOf(path);
        }

        string name = Path.GetFileName(source);
        int end = name.IndexOfAny(['.', '-']);
        name = (end > 0 ? name[..end] : name).ToLowerInvariant();
        int day = name.LastIndexOf('_');
        return day > 0 && day + 1 < name.Length && char.IsAsciiDigit(name[day + 1]) ? name[..day] : name;
    }
}
