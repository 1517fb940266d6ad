using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Text;

/// <summary>Sets of words and terms that a piece of a text is looked up in, without a copy of it and whatever its case.</summary>
internal static class WordSet
{
    /// <summary>Makes one.</summary>
    /// <param name="list">The words.</param>
    /// <param name="separator">What stands between them; terms of several words want another than a space.</param>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string list, char separator = ' ') =>
        list.Split(separator).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
