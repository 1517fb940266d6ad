namespace Cordon.Sigma.LogSources;

/// <summary>Channels in a map: a whole name, or the start of one where it ends in <c>*</c>.</summary>
internal static class ChannelPattern
{
    internal static bool IsWildcard(string pattern) => pattern.EndsWith('*');

    internal static bool Matches(string pattern, ReadOnlySpan<char> channel) =>
        IsWildcard(pattern)
            ? channel.StartsWith(pattern.AsSpan()[..^1], StringComparison.OrdinalIgnoreCase)
            : channel.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    /// <summary>The pattern of the channels that both patterns match, or null where there are none.</summary>
    internal static string? Intersect(string left, string right)
    {
        // A pattern as text matches another pattern exactly when everything it stands for does.
        if (IsWildcard(right) && Matches(right, IsWildcard(left) ? left.AsSpan()[..^1] : left))
        {
            return left;
        }

        return Matches(left, IsWildcard(right) ? right.AsSpan()[..^1] : right) ? right : null;
    }
}
