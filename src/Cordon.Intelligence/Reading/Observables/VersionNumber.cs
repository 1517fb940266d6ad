using System.Buffers;
using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>Tells numbers of versions that look like addresses, by the words on both sides of them.</summary>
internal static class VersionNumber
{
    private static readonly SearchValues<char> Apart = SearchValues.Create(" \n\t(\"");

    // What versions of four numbers are said of.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Products = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            "player",
            "reader",
            "acrobat",
            "flash",
            "shockwave",
            "silverlight",
            "chrome",
            "chromium",
            "firefox",
            "opera",
            "edge",
            "explorer",
            "office",
            "outlook",
            "winrar",
            "quicktime",
            "itunes",
            "java"
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] After =
    [
        "and earlier",
        "or earlier",
        "and below",
        "or below",
        "and prior",
        "or prior",
        "or later",
        "and older",
        "or older",
    ];

    /// <summary>Whether what stands at a place is a version rather than an address.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="length">How long it is.</param>
    public static bool Is(string text, int start, int length)
    {
        ReadOnlySpan<char> value = text.AsSpan(start, length);
        ReadOnlySpan<char> before = text.AsSpan(0, start).TrimEnd();
        ReadOnlySpan<char> last = before[(before.LastIndexOfAny(Apart) + 1)..];
        bool says =
            last.StartsWith("version", StringComparison.OrdinalIgnoreCase)
            || last.Equals("v", StringComparison.OrdinalIgnoreCase)
            || last.StartsWith("ver.", StringComparison.OrdinalIgnoreCase)
            || last.StartsWith("build", StringComparison.OrdinalIgnoreCase)
            || last.StartsWith("release", StringComparison.OrdinalIgnoreCase)
            || last.StartsWith("firmware", StringComparison.OrdinalIgnoreCase)
            || Products.Contains(last);
        return says
            || IsFollowed(text.AsSpan(start + length))
            || (value.EndsWith(".0.0", StringComparison.Ordinal) && value.IndexOf('/') < 0 && value.Length < 9);
    }

    private static bool IsFollowed(ReadOnlySpan<char> after)
    {
        after = after[..Math.Min(after.Length, 16)].TrimStart();
        foreach (string words in After)
        {
            if (after.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
