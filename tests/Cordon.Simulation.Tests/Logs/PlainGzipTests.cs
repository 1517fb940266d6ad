using System.IO.Compression;
using Cordon.Simulation.Logs;
using CsCheck;

namespace Cordon.Simulation.Tests.Logs;

/// <summary>What is packed comes out as it was.</summary>
public sealed class PlainGzipTests
{
    [Fact]
    public void Any_bytes_come_out_as_they_were() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 3_000], Gen.Int[1, 5_000])
            .Sample(
                (piece, times, step) =>
                {
                    byte[] content =
                    [
                        .. Enumerable
                            .Repeat(piece, piece.Length == 0 ? 0 : Math.Min(times, 200_000 / piece.Length))
                            .SelectMany(static p => p),
                    ];
                    return content.AsSpan().SequenceEqual(Unpacked(Packed(content, step)));
                },
                iter: 200,
                seed: "0000KOIPe001"
            );

    [Fact]
    public void Text_that_repeats_gets_smaller()
    {
        byte[] content =
        [
            .. Enumerable
                .Range(0, 20_000)
                .SelectMany(static i =>
                    System.Text.Encoding.ASCII.GetBytes($"{{\"number\":{i},\"name\":\"example\"}}\n")
                ),
        ];

        byte[] packed = Packed(content, 4_096);

        Assert.True(packed.Length < content.Length / 3);
        Assert.Equal(content, Unpacked(packed));
    }

    private static byte[] Packed(byte[] content, int step)
    {
        var output = new MemoryStream();
        using (var gzip = new PlainGzip(output))
        {
            for (int i = 0; i < content.Length; i += step)
            {
                gzip.Write(content.AsSpan(i, Math.Min(step, content.Length - i)));
            }
        }

        return output.ToArray();
    }

    private static byte[] Unpacked(byte[] packed)
    {
        var output = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(output);
        return output.ToArray();
    }
}
