using System.Globalization;
using System.Runtime.InteropServices;
using Cordon.Bench.Quiet;

namespace Cordon.Bench;

/// <summary>Builds the inputs, measures, prints.</summary>
internal sealed class BenchRun(bool quick, string work, Rules rules, IReadOnlySet<string> only)
{
    /// <summary>The variable that tells the command where to keep what rules give: here, with the inputs.</summary>
    public const string CacheVariable = "CORDON_CACHE";

    private const long Mebibyte = 1 << 20;

    private static readonly (double Megabytes, double Records) WantedOfQuiet = (600, 300_000);
    private static readonly (double Megabytes, double Records) WantedOfDense = (200, 80_000);

    private readonly int _rounds = quick ? 3 : 7;
    private readonly Report _report = new();
    private readonly Bars _bars = new(rules.All.Length);

    public BenchRun(bool quick, string work, Rules rules, string[] only)
        : this(quick, work, rules, only.ToHashSet(StringComparer.Ordinal)) { }

    public int Run(string? json)
    {
        string machine =
            $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}";
        Console.WriteLine(machine);
        Console.WriteLine($"{rules.All.Length} rules from {string.Join(", ", rules.Paths)}");
        Environment.SetEnvironmentVariable(CacheVariable, Path.GetFullPath(Path.Combine(work, "cache")));
        Inputs quiet = Quiet(quick ? 64 : 256);
        Inputs dense = Dense(quick ? 32 : 128);
        if (Wants("inside"))
        {
            InsideTable.Run(rules, quiet, _rounds, _report, _bars, WantedOfQuiet);
            InsideTable.Run(rules, dense, _rounds, _report, _bars, WantedOfDense);
        }

        if (Wants("json"))
        {
            JsonTable.Run(rules, Json(quiet, quick ? 16 : 64), _rounds, _report, _bars);
        }

        if (Wants("allocation"))
        {
            InsideTable.RunAllocation(rules, quiet, _report);
        }

        var processes = new ProcessTables(rules, _report, _bars, work, quick);
        if (Wants("processes"))
        {
            processes.Compare(quiet, _rounds, WantedOfQuiet);
            processes.Compare(dense, _rounds, WantedOfDense);
        }

        if (Wants("cores"))
        {
            processes.Cores(quiet, 3, (quick ? 256 : 1_024) * Mebibyte);
        }

        if (Wants("size"))
        {
            processes.Sizes(
                quiet,
                3,
                quick ? [64 * Mebibyte, 256 * Mebibyte] : [64 * Mebibyte, 512 * Mebibyte, 4_096 * Mebibyte]
            );
        }

        if (Wants("start"))
        {
            processes.Start(quick ? 7 : 21);
        }

        _bars.Print(_report);
        if (json is not null)
        {
            _report.Save(json, machine);
        }

        return 0;
    }

    private bool Wants(string table) => only.Count == 0 || only.Contains(table);

    // Inputs are kept: a name that says what they are is enough, as the same call makes the same bytes.
    private Inputs Quiet(int megabytes)
    {
        string folder = Path.Combine(
            work,
            string.Create(CultureInfo.InvariantCulture, $"quiet-{QuietSet.Version}-{megabytes}")
        );
        Once(folder, at => QuietSet.Write(at, megabytes * Mebibyte));
        return Inputs.Of("quiet", folder);
    }

    private Inputs Dense(int megabytes)
    {
        string corpora = Path.Combine(BenchCommand.Corpora(), "evtx");
        bool isThere = Directory.Exists(corpora);
        string kind = isThere ? "attacks" : "samples";
        string folder = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"dense-2-{kind}-{megabytes}"));
        Once(
            folder,
            at => ChunkLog.Write(Path.Combine(at, "dense.evtx"), isThere ? corpora : "samples", megabytes * Mebibyte)
        );
        return Inputs.Of($"dense ({(isThere ? "public attack samples" : "the project's samples")}, repeated)", folder);
    }

    private Inputs Json(Inputs quiet, int megabytes)
    {
        string corpora = Path.Combine(BenchCommand.Corpora(), "logs", "security-datasets");
        bool isThere = Directory.Exists(corpora);
        string kind = isThere ? "attacks" : "quiet";
        string folder = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"json-1-{kind}-{megabytes}"));
        Once(
            folder,
            at =>
            {
                if (isThere)
                {
                    JsonLogs.Extract(corpora, at, megabytes * Mebibyte);
                }
                else
                {
                    JsonLogs.Write(quiet, at, megabytes * Mebibyte);
                }
            }
        );
        return Inputs.Of(isThere ? "JSON (public attack logs)" : "JSON (the quiet set)", folder);
    }

    private static void Once(string folder, Action<string> make)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        string next = folder + ".next";
        if (Directory.Exists(next))
        {
            Directory.Delete(next, recursive: true);
        }

        Console.Error.WriteLine($"making {folder}");
        make(next);
        Directory.Move(next, folder);
    }

    private static string Processor()
    {
        const string Facts = "/proc/cpuinfo";
        return
            File.Exists(Facts)
            && File.ReadLines(Facts).FirstOrDefault(static l => l.StartsWith("model name", StringComparison.Ordinal))
                is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]
            : RuntimeInformation.ProcessArchitecture.ToString();
    }
}
