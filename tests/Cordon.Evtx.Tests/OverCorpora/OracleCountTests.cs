using System.Globalization;
using Cordon.Evtx.Tests.Build;
using Cordon.Testing;

namespace Cordon.Evtx.Tests.OverCorpora;

/// <summary>
/// How many records each log holds, beside what two independent readers say (libevtx and python-evtx; regenerate with
/// <c>oracle-counts.py</c>). Where those two agree we agree; every other case is explained here.
/// </summary>
public sealed class OracleCountTests
{
    // Ours, and why we differ from a reader that gave a number.
    private static readonly Dictionary<string, (int Ours, string Why)> Explained = new(StringComparer.Ordinal)
    {
        ["parser-cases/samples/2-vss_0-Microsoft-Windows-RemoteDesktopServices-RdpCoreTS%4Operational.evtx"] = (
            1_910,
            "python-evtx counts two records whose end was overwritten by another chunk and in which the next record begins"
        ),
        ["parser-cases/samples/2-vss_0-Microsoft-Windows-TerminalServices-RemoteConnectionManager%4Operational.evtx"] =
            (1_775, "libevtx leaves out a record whose second size was overwritten; its values up to there are sound"),
        ["parser-cases/samples/E_ShadowCopy6_windows_system32_winevt_logs_Microsoft-Windows-CAPI2%4Operational.evtx"] =
            (459, "libevtx stops in the middle of the log"),
        ["parser-cases/samples/Microsoft-Windows-LanguagePackSetup%4Operational.evtx"] = (
            17,
            "libevtx leaves out the last record, whose end was not yet written"
        ),
        ["parser-cases/samples/sample-with-zero-data-size-event.evtx"] = (
            449,
            "both readers leave the chunk at record 3, whose size is 0; records 4 to 117 behind it are whole"
        ),
    };

    [Fact]
    public void Counts_as_the_oracles_do_or_says_why_not()
    {
        string folder = Corpora.Require("evtx");
        var wrong = new List<string>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            string line in File.ReadLines(
                    Repository.At("tests", "Cordon.Evtx.Tests", "OverCorpora", "OracleCounts.tsv")
                )
                .Skip(1)
        )
        {
            string[] columns = line.Split('\t');
            string path = Path.Combine(folder, columns[0]);
            if (!File.Exists(path))
            {
                continue;
            }

            int ours = TestLog.Ids(File.ReadAllBytes(path)).Count;
            if (Explained.TryGetValue(columns[0], out (int Ours, string Why) known))
            {
                met.Add(columns[0]);
                if (ours != known.Ours)
                {
                    wrong.Add($"{columns[0]}: {ours}, not {known.Ours} ({known.Why})");
                }
            }
            else if (!Agrees(columns[1], ours) || !Agrees(columns[2], ours))
            {
                wrong.Add($"{columns[0]}: {ours}; libevtx {columns[1]}, python-evtx {columns[2]}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(Explained.Count, met.Count);
    }

    [Fact]
    public void Reads_every_log_in_every_way_without_fail()
    {
        string folder = Corpora.Require("evtx");
        int records = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*.evtx", SearchOption.AllDirectories))
        {
            records += Fuzz.EvtxFuzz.ReadAll(File.ReadAllBytes(path), new EvtxOptions { RecoverDeleted = true });
        }

        Assert.True(records > 20_000, $"{records} records");
    }

    // A reader that failed on the whole file says nothing about its records.
    private static bool Agrees(string count, int ours) =>
        count == "-" || int.Parse(count, CultureInfo.InvariantCulture) == ours;
}
