using System.Globalization;

namespace Cordon.Cli.Rules;

/// <summary>An event as the command line names it: <c>FILE:RECORD</c>, or <c>FILE:@OFFSET</c> for its place in the file.</summary>
/// <param name="Path">The log.</param>
/// <param name="Record">The record's number; null where the place is given.</param>
/// <param name="Position">The record's byte offset; null where the number is given.</param>
internal sealed record EventAddress(string Path, ulong? Record, long? Position)
{
    /// <summary>Parses an address; null where it is none. Windows paths have colons, so the last one counts.</summary>
    public static EventAddress? Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon <= 0 || colon == text.Length - 1)
        {
            return null;
        }

        string path = text[..colon];
        ReadOnlySpan<char> rest = text.AsSpan(colon + 1);
        if (rest[0] == '@')
        {
            return long.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out long position)
                ? new EventAddress(path, null, position)
                : null;
        }

        return ulong.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out ulong record)
            ? new EventAddress(path, record, null)
            : null;
    }
}
