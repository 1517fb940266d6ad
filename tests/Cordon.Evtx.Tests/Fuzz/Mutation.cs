namespace Cordon.Evtx.Tests.Fuzz;

/// <summary>Breaks logs: single bits, bytes and words that matter, moved pieces, cut ends.</summary>
internal static class Mutation
{
    private static readonly uint[] Interesting =
    [
        0,
        1,
        4,
        24,
        28,
        0x7F,
        0x80,
        0xFF,
        0x200,
        0x2A2A,
        0x7FFF,
        0xFFFF,
        0x1_0000,
        0x7FFF_FFFF,
        0x8000_0000,
        0xFFFF_FFFF,
    ];

    public static byte[] Of(byte[][] seeds, Random random)
    {
        byte[] log = [.. seeds[random.Next(seeds.Length)]];
        int changes = 1 << random.Next(6);
        for (int i = 0; i < changes && log.Length > 8; i++)
        {
            int at = Place(log, random);
            switch (random.Next(8))
            {
                case 0 or 1:
                    log[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    log[at] = (byte)random.Next(0x50);
                    break;
                case 3 or 4:
                    BitConverter.TryWriteBytes(log.AsSpan(at), Interesting[random.Next(Interesting.Length)]);
                    break;
                case 5:
                    BitConverter.TryWriteBytes(log.AsSpan(at), random.Next(0x1_0000));
                    break;
                case 6:
                    byte[] other = seeds[random.Next(seeds.Length)];
                    int from = Place(other, random);
                    int length = Math.Min(random.Next(2_000), Math.Min(other.Length - from, log.Length - at));
                    other.AsSpan(from, length).CopyTo(log.AsSpan(at));
                    break;
                default:
                    if (random.Next(20) == 0)
                    {
                        log = log[..random.Next(1, log.Length)];
                    }

                    break;
            }
        }

        return log;
    }

    // Most of a small log is empty; what matters lies where bytes are.
    private static int Place(byte[] log, Random random)
    {
        int at = random.Next(log.Length);
        for (int tries = 0; tries < 200 && log[at] == 0; tries++)
        {
            at = random.Next(log.Length);
        }

        return at;
    }
}
