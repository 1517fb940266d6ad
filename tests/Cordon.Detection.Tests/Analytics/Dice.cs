namespace Cordon.Detection.Tests.Analytics;

/// <summary>Chance with a seed (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public double Value() => (Draw() >> 11) * (1.0 / (1UL << 53));

    public int Next(int bound) => (int)(Value() * bound);

    public bool Chance(double probability) => Value() < probability;

    private ulong Draw()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
