namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>Hashes of texts and of what features are made of; the same on every machine, as models hold them.</summary>
internal static class Hashing
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Of a text as it stands.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = Offset;
        foreach (char one in text)
        {
            hash = (hash ^ one) * Prime;
        }

        return hash;
    }

    /// <summary>Of a text in small letters.</summary>
    public static uint OfLower(ReadOnlySpan<char> text)
    {
        uint hash = Offset;
        foreach (char one in text)
        {
            hash = (hash ^ char.ToLowerInvariant(one)) * Prime;
        }

        return hash;
    }

    /// <summary>Of a feature: what kind it is, and what of.</summary>
    public static uint Mix(uint kind, uint first, uint second = 0)
    {
        uint hash = (kind * 0x9E3779B1) ^ first;
        hash = (hash ^ (hash >> 15)) * 0x85EBCA77;
        hash ^= second + 0x165667B1 + (hash << 6) + (hash >> 2);
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE3D;
        return hash ^ (hash >> 16);
    }

    /// <summary>Goes on with a name's letters and digits in small letters; all else is left out, so that <c>Fancy Bear</c> and <c>FancyBear</c> are one.</summary>
    /// <param name="seed">0, or what an earlier part gave.</param>
    /// <param name="text">The next part.</param>
    public static ulong OfName(ulong seed, ReadOnlySpan<char> text)
    {
        ulong hash = seed == 0 ? 14695981039346656037 : seed;
        foreach (char one in text)
        {
            if (char.IsLetterOrDigit(one))
            {
                hash = (hash ^ char.ToLowerInvariant(one)) * 1099511628211;
            }
        }

        return hash;
    }
}
