namespace Cordon.Samples;

/// <summary>Numbers that look random and are the same on every run, system and runtime (SplitMix64).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from <paramref name="from"/> up to but not including <paramref name="to"/>.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)(to - from));

    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count)];

    /// <summary>A time within a span, to the 100 ns as the system clock gives it.</summary>
    public DateTime Within(DateTime from, TimeSpan span) => from.AddTicks((long)(Next() % (ulong)span.Ticks));

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }
}
