using Cordon.Bench;
using Cordon.Evtx;
using Cordon.Testing;

namespace Cordon.SampleTests;

/// <summary>Holds the log that <c>./bench</c> makes of the chunks of others.</summary>
public sealed class ChunkLogTests : IDisposable
{
    private const string Sample = "Microsoft-Windows-PowerShell%4Operational.evtx";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-chunks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_holds_whole_chunks_with_records_and_no_others()
    {
        byte[] sample = File.ReadAllBytes(Repository.At("samples", "ws-assay07", Sample));
        // Behind the sample: its first chunk with a byte changed in the middle, and an empty slot.
        byte[] damaged = sample[EvtxFile.HeaderSize..(EvtxFile.HeaderSize + EvtxFile.ChunkSize)];
        damaged[0x1000] ^= 0xFF;
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "in"));
        File.WriteAllBytes(
            Path.Combine(_folder.FullName, "in", Sample),
            [.. sample, .. damaged, .. new byte[EvtxFile.ChunkSize]]
        );

        string made = Path.Combine(_folder.FullName, "made.evtx");
        ChunkLog.Write(made, Path.Combine(_folder.FullName, "in"), bytes: EvtxFile.HeaderSize + 1);

        Assert.Equal(Records(Repository.At("samples", "ws-assay07", Sample)), Records(made));
        using var file = EvtxFile.Open(made);
        Assert.Equal((sample.Length - EvtxFile.HeaderSize) / EvtxFile.ChunkSize, file.ChunkCount);
    }

    [Fact]
    public void A_log_is_repeated_to_the_size_asked_for()
    {
        string made = Path.Combine(_folder.FullName, "made.evtx");
        long size = ChunkLog.Repeat(made, [Repository.At("samples", "ws-assay07", Sample)], 1 << 20);
        Assert.InRange(size, 1 << 20, (1 << 20) + EvtxFile.ChunkSize);
        Assert.True(Records(made) > Records(Repository.At("samples", "ws-assay07", Sample)));
    }

    private static long Records(string path)
    {
        using var file = EvtxFile.Open(path);
        Assert.Empty(file.Damage);
        var reader = new EvtxReader { Damaged = damage => Assert.Fail(damage.ToString()) };
        long records = 0;
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            for (bool isOpen = reader.Open(file, chunk); isOpen && reader.Read(); records++) { }
        }

        return records;
    }
}
