using System.Numerics;

namespace Cordon.Simulation.Chances;

/// <summary>
/// Seeded randomness (xoshiro256**) that is the same on every machine and runtime: whole numbers, additions and multiplications alone, no
/// logarithms whose last bit differs. Each thing that is drawn for has its own, by its name, so that a change in one place moves nothing elsewhere.
/// </summary>
internal sealed class Chance
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    private Chance(ulong seed)
    {
        _s0 = Mix(ref seed);
        _s1 = Mix(ref seed);
        _s2 = Mix(ref seed);
        _s3 = Mix(ref seed);
    }

    /// <summary>The randomness of one thing.</summary>
    public static Chance Of(long seed, params ReadOnlySpan<string> path)
    {
        ulong hash = 14695981039346656037UL ^ (ulong)seed;
        foreach (string part in path)
        {
            foreach (char c in part)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }

            hash = (hash ^ 0x1F) * 1099511628211UL;
        }

        return new Chance(hash);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A whole number from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => count <= 1 ? 0 : (int)(((UInt128)Next() * (ulong)count) >> 64);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability.</summary>
    public bool Hit(double probability) => Unit() < probability;

    /// <summary>A number around 0 with deviation 1, never beyond 6.</summary>
    public double Normal()
    {
        double sum = 0;
        for (int i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum - 6;
    }

    /// <summary>How often something happens whose mean is given.</summary>
    public int Count(double mean)
    {
        int tries = (int)(mean * 4) + 1;
        double share = mean / tries;
        int count = 0;
        for (int i = 0; i < tries; i++)
        {
            count += Hit(share) ? 1 : 0;
        }

        return count;
    }

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of several, by weight.</summary>
    public T Pick<T>(IReadOnlyList<(T Item, double Weight)> items)
    {
        double left = Unit() * items.Sum(static i => i.Weight);
        foreach ((T item, double weight) in items)
        {
            left -= weight;
            if (left < 0)
            {
                return item;
            }
        }

        return items[^1].Item;
    }

    /// <summary>Some of several, in random order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        List<T> left = [.. items];
        count = Math.Clamp(count, 0, left.Count);
        for (int i = 0; i < count; i++)
        {
            int other = Between(i, left.Count - 1);
            (left[i], left[other]) = (left[other], left[i]);
        }

        left.RemoveRange(count, left.Count - count);
        return left;
    }

    /// <summary>A length of time between two.</summary>
    public TimeSpan Span(TimeSpan least, TimeSpan most) =>
        TimeSpan.FromMilliseconds((long)(least.TotalMilliseconds + (Unit() * (most - least).TotalMilliseconds)));

    /// <summary>An identifier.</summary>
    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Next());
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <summary>Hexadecimal digits.</summary>
    public string Hex(int digits)
    {
        var text = new char[digits];
        for (int i = 0; i < digits; i++)
        {
            text[i] = "0123456789abcdef"[Below(16)];
        }

        return new string(text);
    }

    private static ulong Mix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
