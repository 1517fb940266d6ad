using System.Buffers;
using System.Text;
using Cordon.Evtx.Tests.Build;
using Cordon.Evtx.Writing;

namespace Cordon.Evtx.Tests;

/// <summary>What a reader knows of templates from chunks before changes nothing of what it reads.</summary>
public sealed class KnownTemplateTests
{
    private const int ChunkSize = 0x10000;
    private const int HeaderSize = 0x1000;

    [Fact]
    public void A_chunk_reads_the_same_after_others_as_by_itself()
    {
        byte[] log = Log();
        int chunks = (log.Length - HeaderSize) / ChunkSize;
        Assert.True(chunks >= 4);
        string[] alone = [.. Enumerable.Range(0, chunks).Select(c => Read(log, c, before: []))];
        Assert.All(alone, static text => Assert.Contains("\"A", text, StringComparison.Ordinal));
        Assert.Equal(chunks, alone.Distinct(StringComparer.Ordinal).Count());
        for (int chunk = 1; chunk < chunks; chunk++)
        {
            Assert.Equal(alone[chunk], Read(log, chunk, [.. Enumerable.Range(0, chunk)]));
        }
    }

    [Fact]
    public void A_broken_chunk_reads_the_same_after_others_as_by_itself()
    {
        byte[] log = Log();
        int differ = 0;
        string whole = Read(log, 2, []);
        for (int seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            byte[] broken = [.. log];
            Span<byte> chunk = broken.AsSpan(HeaderSize + (2 * ChunkSize) + 512, 6_000);
            for (int i = 1 + random.Next(3); i > 0; i--)
            {
                int at = random.Next(chunk.Length - 4);
                switch (random.Next(3))
                {
                    case 0:
                        chunk[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        chunk[at] ^= (byte)(1 << random.Next(8));
                        break;
                    default:
                        // Offsets of names are what is not compared.
                        chunk.Slice(random.Next(chunk.Length - 4), 4).CopyTo(chunk[at..]);
                        break;
                }
            }

            string alone = Read(broken, 2, []);
            Assert.True(alone == Read(broken, 2, [0, 1]), $"seed {seed}");
            differ += alone == whole ? 0 : 1;
        }

        Assert.True(differ > 200, $"only {differ} of the broken chunks read otherwise than the whole one");
    }

    // Chunks that begin with different events, so that names and templates lie elsewhere in each.
    private static byte[] Log()
    {
        using var stream = new MemoryStream();
        using (var writer = new EvtxWriter(stream, leaveOpen: true))
        {
            for (int i = 0; i < 700; i++)
            {
                int kind = ((i / 90) + i) % 5;
                writer.Write(
                    new EvtxWriteEvent
                    {
                        ProviderName = $"Provider-{kind}",
                        Channel = "Test/Operational",
                        EventId = (ushort)kind,
                        Time = TestLog.Noon.AddSeconds(i),
                        Computer = "host.example",
                        Payload =
                        [
                            EvtxPayload.EventData([
                                .. Enumerable
                                    .Range(0, 3 + kind)
                                    .Select(n =>
                                        (
                                            (string?)$"A{kind}{n}",
                                            BinXmlValue.String($"value {i} {new string('x', 120)}")
                                        )
                                    ),
                            ]),
                        ],
                    }
                );
            }
        }

        return stream.ToArray();
    }

    private static string Read(byte[] log, int chunk, int[] before)
    {
        var text = new StringBuilder();
        bool isTold = false;
        using EvtxFile file = TestLog.Open(log);
        var reader = new EvtxReader(EvtxOptions.Default, new EvtxTemplateCache())
        {
            Damaged = damage =>
            {
                if (isTold)
                {
                    text.AppendLine(damage.ToString());
                }
            },
        };
        foreach (int one in before)
        {
            Assert.True(reader.Open(file, one));
            while (reader.Read()) { }
        }

        isTold = true;
        var output = new ArrayBufferWriter<byte>();
        if (reader.Open(file, chunk))
        {
            while (reader.Read())
            {
                output.ResetWrittenCount();
                reader.Current.WriteJson(output);
                text.AppendLine(Encoding.UTF8.GetString(output.WrittenSpan));
            }
        }

        return text.ToString();
    }
}
