using System.Security.Cryptography;

namespace Cordon.Simulation.Tests;

/// <summary>The same request gives the same bytes.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cordon-simulation-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public void Writes_the_same_bytes_with_any_number_of_threads(string profile)
    {
        Dictionary<string, string> one = Write("one", members: 6, seed: 11, threads: 1, profile);
        Dictionary<string, string> four = Write("four", members: 6, seed: 11, threads: 4, profile);

        Assert.Contains("truth.json", one.Keys);
        Assert.True(one.Count > 30);
        Assert.Equal(one, four);
    }

    [Fact]
    public void Another_seed_and_another_profile_write_other_logs()
    {
        Dictionary<string, string> first = Write("a", members: 2, seed: 1, threads: 2, "first");

        Assert.NotEqual(first["truth.json"], Write("b", members: 2, seed: 2, threads: 2, "first")["truth.json"]);
        Assert.NotEqual(first["truth.json"], Write("c", members: 2, seed: 1, threads: 2, "second")["truth.json"]);
    }

    [Fact]
    public void A_member_does_not_change_when_others_are_added()
    {
        Dictionary<string, string> few = Write("few", members: 2, seed: 4, threads: 2, "first");
        Dictionary<string, string> more = Write("more", members: 5, seed: 4, threads: 2, "first");

        few.Remove("truth.json");
        Assert.NotEmpty(few);
        Assert.All(few, file => Assert.Equal(file.Value, more[file.Key]));
    }

    [Fact]
    public void Dates_files_by_their_last_event()
    {
        Write("dated", members: 2, seed: 4, threads: 1, "first");

        Assert.All(
            Directory.EnumerateFiles(Path.Combine(_root, "dated"), "trace-*", SearchOption.AllDirectories),
            f => Assert.Equal(2020, File.GetLastWriteTimeUtc(f).Year)
        );
    }

    [Theory]
    [InlineData(0, 5, "first")]
    [InlineData(5, 0, "first")]
    [InlineData(1_001, 5, "first")]
    [InlineData(5, 121, "first")]
    [InlineData(5, 5, "third")]
    public void Refuses_what_is_out_of_bounds(int members, int days, string profile) =>
        Assert.Throws<ArgumentException>(() =>
            Simulator.Run(
                new SimulationRequest
                {
                    Members = members,
                    Days = days,
                    Seed = 1,
                    Profile = profile,
                    Folder = Path.Combine(_root, "never"),
                }
            )
        );

    private Dictionary<string, string> Write(string name, int members, long seed, int threads, string profile)
    {
        string folder = Path.Combine(_root, name);
        Simulator.Run(
            new SimulationRequest
            {
                Members = members,
                Days = 5,
                Seed = seed,
                Threads = threads,
                Profile = profile,
                Folder = folder,
            }
        );
        return WrittenSector
            .Files(folder)
            .ToDictionary(
                f => Path.GetRelativePath(folder, f).Replace('\\', '/'),
                static f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))),
                StringComparer.Ordinal
            );
    }
}
