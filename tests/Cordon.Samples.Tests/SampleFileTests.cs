using Cordon.Testing;

namespace Cordon.Samples.Tests;

/// <summary>The committed samples are what the generator writes, and small.</summary>
public sealed class SampleFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-samples-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_committed_files_are_what_the_generator_writes()
    {
        SampleLogs.WriteAll(_folder);
        foreach (var path in SampleLogs.Paths)
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(_folder, path))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Repository.At("samples", path))),
                $"samples/{path} is not what tools/Cordon.Samples writes; run: dotnet run --project tools/Cordon.Samples -- samples"
            );
        }
    }

    [Fact]
    public void No_other_log_lies_among_the_samples() =>
        Assert.Equal(
            SampleLogs.Paths.Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Repository.At("samples"), "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Repository.At("samples"), path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void They_are_small()
    {
        var sizes = SampleLogs.Paths.Select(path => new FileInfo(Repository.At("samples", path)).Length).ToArray();
        Assert.All(sizes, size => Assert.InRange(size, 1, 200 * 1024));
        Assert.InRange(sizes.Sum(), 1, 1024 * 1024);
    }
}
