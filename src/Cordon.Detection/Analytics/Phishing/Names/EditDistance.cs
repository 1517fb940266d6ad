namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>How many slips of a typist make one text of another: letters put in, left out, exchanged, or two neighbours swapped (Damerau; each place once).</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>The distance, or <paramref name="most"/> + 1 where it is greater.</summary>
    public static int Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > MaxLength || other.Length > MaxLength)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> now = stackalloc int[MaxLength + 1];
        for (int j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int cost = one[i - 1] == other[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
