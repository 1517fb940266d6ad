using System.Globalization;
using Cordon.Bench;
using Cordon.Bench.Quiet;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Testing;

namespace Cordon.SampleTests;

/// <summary>Holds the quiet logs that <c>./bench</c> measures with to what its page says of them.</summary>
public sealed class QuietSetTests : IDisposable
{
    private const long Bytes = 8 << 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-quiet-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_same_call_writes_the_same_bytes_whatever_the_language()
    {
        string first = Written("first");
        CultureInfo before = CultureInfo.CurrentCulture;
        string second;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NegativeSign, other.NumberFormat.NumberDecimalSeparator) = ("−", ",");
            other.DateTimeFormat.TimeSeparator = ".";
            CultureInfo.CurrentCulture = other;
            second = Written("second");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string[] names = [.. Logs(first).Select(path => Path.GetRelativePath(first, path))];
        Assert.Equal(names, Logs(second).Select(path => Path.GetRelativePath(second, path)));
        foreach (string name in names)
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, name)), File.ReadAllBytes(Path.Combine(second, name)));
        }
    }

    [Fact]
    public void Every_record_is_read_whole_and_in_the_order_of_its_time()
    {
        string folder = Path.Combine(_folder.FullName, "logs");
        long written = QuietSet.Write(folder, Bytes);
        long read = 0;
        foreach (string path in Logs(folder))
        {
            using var file = EvtxFile.Open(path);
            Assert.Empty(file.Damage);
            var reader = new EvtxReader { Damaged = damage => Assert.Fail(damage.ToString()) };
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            DateTime? last = null;
            for (long chunk = 0; chunk < file.ChunkCount; chunk++)
            {
                reader.Open(file, chunk);
                for (; reader.Read(); read++)
                {
                    output.ResetWrittenCount();
                    reader.Current.WriteJson(output);
                    Assert.True(
                        last is null || last <= reader.Current.Time,
                        $"{path}: record {reader.Current.RecordId}"
                    );
                    last = reader.Current.Time;
                }
            }
        }

        Assert.Equal(written, read);
    }

    [Fact]
    public void Values_vary_as_those_of_a_network_do()
    {
        var fields = new FieldTable();
        string[] names = ["Image", "NewProcessName", "CommandLine", "TargetUserName", "IpAddress", "QueryName"];
        FieldId[] ids = [.. names.Select(fields.Intern)];
        var seen = names.ToDictionary(n => n, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        HashSet<string> computers = [];
        HashSet<(string, long?)> kinds = [];
        Inputs
            .Of("quiet", Written("logs"))
            .ForEach(
                fields,
                e =>
                {
                    computers.Add(e.Computer.ToString());
                    kinds.Add((e.Channel.ToString(), e.Code));
                    for (int i = 0; i < ids.Length; i++)
                    {
                        if (e.Count(ids[i]) > 0)
                        {
                            seen[names[i]].Add(e.Value(ids[i]).Text.ToString());
                        }
                    }
                }
            );
        Assert.Equal(7, computers.Count);
        Assert.True(kinds.Count >= 20, $"{kinds.Count} kinds of events");
        // Value caches hold hundreds of texts; a set that repeats fewer would flatter them.
        Assert.True(seen["Image"].Count + seen["NewProcessName"].Count >= 300, Told());
        Assert.True(seen["CommandLine"].Count >= 500, Told());
        Assert.True(seen["TargetUserName"].Count >= 250, Told());
        Assert.True(seen["IpAddress"].Count >= 140, Told());
        Assert.True(seen["QueryName"].Count >= 150, Told());

        string Told() => string.Join(", ", seen.Select(s => $"{s.Value.Count} {s.Key}"));
    }

    [Fact]
    public void No_built_in_rule_raises_an_alarm()
    {
        var rules = Bench.Rules.Load([Repository.At("rules")]);
        var evaluator = rules.Compile().CreateEvaluator();
        List<int> held = [];
        SortedSet<string> alarms = new(StringComparer.Ordinal);
        long records = Inputs
            .Of("quiet", Written("logs"))
            .ForEach(
                rules.Fields,
                e =>
                {
                    evaluator.Evaluate(e, held);
                    alarms.UnionWith(
                        held.Where(r => rules.All[r].Level > Level.Informational).Select(r => rules.All[r].Path)
                    );
                }
            );
        Assert.True(records > 5_000, $"{records} records");
        Assert.Empty(alarms);
    }

    private static string[] Logs(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.evtx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private string Written(string name)
    {
        string folder = Path.Combine(_folder.FullName, name);
        QuietSet.Write(folder, Bytes);
        return folder;
    }
}
