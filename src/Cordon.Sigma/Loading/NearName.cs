namespace Cordon.Sigma.Loading;

/// <summary>Finds what an author probably meant.</summary>
internal static class NearName
{
    private const int LongestName = 64;

    /// <summary>The candidate that needs the fewest edits, in ordinal order among equals; null where none is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string? best = null;
        int fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            int edits = Edits(name, candidate);
            if (edits < fewest || (edits == fewest && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>Makes a text fit to be quoted in a message: short, and without characters that steer a terminal.</summary>
    public static string Shorten(string text)
    {
        string shown = text.Length <= 80 ? text : text[..80] + "…";
        return !shown.Any(char.IsControl) ? shown : string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static int Edits(string left, string right)
    {
        if (right.Length > LongestName)
        {
            return int.MaxValue;
        }

        Span<int> row = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                int cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[right.Length];
    }
}
