using Cordon.Events;
using Cordon.Telemetry.Containers;
using Cordon.Telemetry.Discovery;

namespace Cordon.Telemetry.Tests.Containers;

/// <summary>Packed logs: every way of packing, inside each other, cut, too large, with hostile names.</summary>
public sealed class ContainerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-packed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_log_is_read_out_of_whatever_it_is_packed_in()
    {
        byte[] log = Packed.LogBytes;
        (string Name, byte[] Bytes, string Shown)[] all =
        [
            ("auth.log.gz", Packed.Gzip(log), "auth.log.gz"),
            ("auth.log.zst", Packed.Zstandard(log), "auth.log.zst"),
            ("auth.log.bz2", Packed.Bzip2(log), "auth.log.bz2"),
            ("a.zip", Packed.Zip(("logs/auth.log", log)), "a.zip!/logs/auth.log"),
            ("a.tar", Packed.Tar(("logs/auth.log", log)), "a.tar!/logs/auth.log"),
            ("a.tgz", Packed.Gzip(Packed.Tar(("auth.log", log))), "a.tgz!/auth.log"),
            ("a.tar.zst", Packed.Zstandard(Packed.Tar(("auth.log", log))), "a.tar.zst!/auth.log"),
            ("a.7z", Packed.SevenZip(("logs/auth.log", log)), "a.7z!/logs/auth.log"),
            ("misnamed.txt", Packed.Gzip(log), "misnamed.txt"),
            ("b.zip", Packed.Zip(("auth.log.gz", Packed.Gzip(log))), "b.zip!/auth.log.gz"),
            ("c.zip", Packed.Zip(("d.zip", Packed.Zip(("auth.log", log)))), "c.zip!/d.zip!/auth.log"),
        ];
        foreach ((string name, byte[] bytes, string shown) in all)
        {
            (List<string> events, List<SourceReport> reports) = Read(name, bytes);
            Assert.Equal([$"{shown} one", $"{shown} two", $"{shown} three"], events);
            Assert.All(reports, r => Assert.Equal(0, r.ProblemCount));
        }
    }

    [Fact]
    public void Streams_one_after_the_other_are_one_log()
    {
        byte[] log = Packed.LogBytes;

        Assert.Equal(6, Read("a.gz", [.. Packed.Gzip(log), .. Packed.Gzip(log)]).Events.Count);
        Assert.Equal(6, Read("a.bz2", [.. Packed.Bzip2(log), .. Packed.Bzip2(log)]).Events.Count);
        Assert.Equal(6, Read("a.zst", [.. Packed.Zstandard(log), .. Packed.Zstandard(log)]).Events.Count);
    }

    [Fact]
    public void Zeros_behind_a_packed_log_cost_nothing() =>
        Assert.Equal(3, Read("a.gz", [.. Packed.Gzip(Packed.LogBytes), .. new byte[512]]).Events.Count);

    [Fact]
    public void What_is_beside_a_log_in_an_archive_is_told_and_costs_nothing()
    {
        (List<string> events, List<SourceReport> reports) = Read(
            "a.zip",
            Packed.Zip(("readme.txt", "hello"u8.ToArray()), ("auth.log", Packed.LogBytes), ("empty", []))
        );

        Assert.Equal(3, events.Count);
        ReadProblem problem = Assert.Single(reports.SelectMany(static r => r.Problems));
        Assert.Contains("readme.txt", problem.Message, StringComparison.Ordinal);
        Assert.False(problem.IsLoss);
    }

    [Fact]
    public void An_archive_without_a_log_is_refused_with_a_reason()
    {
        Assert.Contains(
            "no log",
            Refusal("a.zip", Packed.Zip(("a.txt", "hello"u8.ToArray()))),
            StringComparison.Ordinal
        );
        Assert.Contains("nothing is packed", Refusal("b.zip", Packed.Zip()), StringComparison.Ordinal);
        Assert.Contains("no log", Refusal("c.gz", Packed.Gzip("hello"u8.ToArray())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("bz2")]
    [InlineData("zst")]
    [InlineData("tar")]
    [InlineData("zip")]
    [InlineData("7z")]
    public void A_file_that_is_cut_short_says_so_wherever_it_is_cut(string kind)
    {
        byte[] log = [.. Enumerable.Repeat(Packed.LogBytes, 50).SelectMany(static b => b)];
        byte[] whole = Pack(kind, log);
        for (int part = 1; part < 8; part++)
        {
            int length = whole.Length * part / 8;
            (List<string> events, List<SourceReport> reports) = Read($"{part}.{kind}", whole[..length]);
            Assert.True(events.Count <= 150);
            // Of a tar the end alone may be lacking.
            Assert.True(
                (kind == "tar" && events.Count == 150)
                    || reports.Exists(static r => r.Refusal is not null || r.Problems.Any(static p => p.IsLoss)),
                $"{kind} cut at {length} of {whole.Length} gave {events.Count} events and no word"
            );
        }
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("bz2")]
    [InlineData("zst")]
    [InlineData("tar")]
    [InlineData("zip")]
    [InlineData("7z")]
    public void No_damage_stops_a_reading(string kind)
    {
        byte[] whole = Pack(kind, [.. Enumerable.Repeat(Packed.LogBytes, 20).SelectMany(static b => b)]);
        var random = new Random(20260102);
        for (int i = 0; i < 25; i++)
        {
            byte[] bytes = [.. whole];
            for (int k = random.Next(1, 6); k > 0; k--)
            {
                bytes[random.Next(6, bytes.Length)] = (byte)random.Next(256);
            }

            List<SourceReport> reports = Read($"{i}.{kind}", bytes).Reports;
            Assert.All(reports, static r => Assert.All(r.Problems, static p => Assert.NotEmpty(p.Message)));
        }
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("bz2")]
    [InlineData("zst")]
    [InlineData("tar")]
    [InlineData("zip")]
    [InlineData("7z")]
    public void A_bomb_stops_at_its_limit_and_what_came_before_stays(string kind)
    {
        byte[] bomb = [.. Packed.LogBytes, .. new byte[2_000_000]];
        ContainerLimits limits = ContainerLimits.Default with { FreeBytes = 300_000, MaxRatio = 1 };
        byte[] bytes = kind == "tar" ? Packed.Gzip(Pack(kind, bomb)) : Pack(kind, bomb);
        Assert.True(bytes.Length < 300_000);
        (List<string> events, List<SourceReport> reports) = Read($"a.{kind}", bytes, limits);

        Assert.Contains(
            reports,
            static r =>
                $"{r.Refusal} {string.Join(' ', r.Problems.Select(static p => p.Message))}".Contains(
                    "unpacks to more than",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(kind is "gz" or "bz2" or "zst" ? 3 : 0, events.Count);
    }

    [Fact]
    public void Members_have_a_limit_each_and_together()
    {
        byte[] log = Packed.LogBytes;
        byte[] large = [.. log, .. new byte[100_000]];
        (List<string> events, List<SourceReport> reports) = Read(
            "a.zip",
            Packed.Zip(("large.log", large), ("auth.log", log)),
            ContainerLimits.Default with
            {
                MaxMemberBytes = 50_000,
            }
        );
        Assert.Equal(3, events.Count);
        Assert.Contains(
            reports.SelectMany(static r => r.Problems),
            static p => p.Place.EndsWith("large.log", StringComparison.Ordinal) && p.IsLoss
        );

        (events, reports) = Read(
            "b.zip",
            Packed.Zip([.. Enumerable.Range(0, 9).Select(i => ($"{i}.log", log))]),
            ContainerLimits.Default with
            {
                MaxMembers = 4,
            }
        );
        Assert.Equal(12, events.Count);
        Assert.Contains(
            reports.SelectMany(static r => r.Problems),
            static p => p.Message.Contains("more than 4 members", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Archives_inside_each_other_have_a_limit()
    {
        byte[] bytes = Packed.Zip(("auth.log", Packed.LogBytes));
        for (int i = 0; i < 3; i++)
        {
            bytes = Packed.Zip(("in.zip", bytes));
        }

        Assert.Equal(3, Read("four.zip", bytes).Events.Count);
        string refusal = Refusal("five.zip", Packed.Zip(("in.zip", bytes)));
        Assert.Contains("more than 4 deep", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../tmp/evil.log")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("..\\..\\evil.log")]
    [InlineData("C:\\Windows\\evil.log")]
    [InlineData("a/../../evil.log")]
    [InlineData("\u001b[31mevil.log")]
    public void Names_lead_nowhere_and_are_shown_without_control_characters(string name)
    {
        string[] before = Directory.GetFileSystemEntries(_folder.FullName, "*", SearchOption.AllDirectories);
        foreach (byte[] bytes in (byte[][])[Packed.Zip((name, Packed.LogBytes)), Packed.Tar((name, Packed.LogBytes))])
        {
            (List<string> events, List<SourceReport> reports) = Read("a.bin", bytes);
            Assert.Equal(3, events.Count);
            Assert.DoesNotContain(reports.SelectMany(static r => r.Path), char.IsControl);
            Assert.All(
                reports,
                r => Assert.StartsWith(Path.Combine(_folder.FullName, "a.bin"), r.Path, StringComparison.Ordinal)
            );
        }

        Assert.Equal(
            [.. before, Path.Combine(_folder.FullName, "a.bin")],
            Directory.GetFileSystemEntries(_folder.FullName, "*", SearchOption.AllDirectories)
        );
        Assert.False(File.Exists("/tmp/evil.log"));
    }

    [Fact]
    public void A_name_that_is_very_long_is_cut_where_it_is_shown()
    {
        (List<string> events, List<SourceReport> reports) = Read(
            "a.zip",
            Packed.Zip((new string('x', 5_000) + ".log", Packed.LogBytes))
        );

        Assert.Equal(3, events.Count);
        Assert.All(reports, static r => Assert.True(r.Path.Length < 1_400));
    }

    [Fact]
    public void Links_and_devices_in_an_archive_are_not_followed()
    {
        using var packed = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(packed, leaveOpen: true))
        {
            writer.WriteEntry(
                new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.SymbolicLink, "passwd")
                {
                    LinkName = "/etc/passwd",
                }
            );
            writer.WriteEntry(
                new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "auth.log")
                {
                    DataStream = new MemoryStream(Packed.LogBytes),
                }
            );
        }

        Assert.Equal(3, Read("a.tar", packed.ToArray()).Events.Count);
    }

    [Fact]
    public void The_year_of_lines_comes_from_the_member_and_not_the_archive()
    {
        (List<string> _, List<SourceReport> _, List<DateTime?> times) = ReadTimes(
            "a.tar",
            Packed.Tar(("auth.log", Packed.LogBytes))
        );

        Assert.All(times, static t => Assert.Equal(2026, t!.Value.Year));
    }

    private static byte[] Pack(string kind, byte[] log) =>
        kind switch
        {
            "gz" => Packed.Gzip(log),
            "bz2" => Packed.Bzip2(log),
            "zst" => Packed.Zstandard(log),
            "tar" => Packed.Tar(("auth.log", log)),
            "zip" => Packed.Zip(("auth.log", log)),
            _ => Packed.SevenZip(("auth.log", log)),
        };

    private string Refusal(string name, byte[] bytes) =>
        string.Join(' ', Read(name, bytes).Reports.Select(static r => r.Refusal));

    private (List<string> Events, List<SourceReport> Reports) Read(
        string name,
        byte[] bytes,
        ContainerLimits? limits = null
    )
    {
        (List<string> events, List<SourceReport> reports, _) = ReadTimes(name, bytes, limits);
        return (events, reports);
    }

    private (List<string> Events, List<SourceReport> Reports, List<DateTime?> Times) ReadTimes(
        string name,
        byte[] bytes,
        ContainerLimits? limits = null
    )
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 3, 1, 0, 0, 0, DateTimeKind.Utc));
        var options = new LogReaderOptions { Containers = limits ?? ContainerLimits.Default };
        var fields = new FieldTable();
        FieldId message = fields.Intern("message");
        List<string> events = [];
        List<DateTime?> times = [];
        List<SourceReport> reports = [];
        foreach (EventPart part in new LogReader(fields, options).Open(LogFinder.Find([path], options)))
        {
            reports.Add(part.Source);
            part.Source.Add(
                part.Read(e =>
                {
                    events.Add($"{Path.GetRelativePath(_folder.FullName, e.Source)} {e.Value(message).Text}");
                    times.Add(e.Time);
                })
            );
        }

        return (events, reports, times);
    }
}
