using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

/// <summary>Warnings and sightings, as a scan leaves them.</summary>
public sealed partial class WarningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-warnings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_account_of_any_simulated_organisation_is_in_any_warning()
    {
        string logs = Path.Combine(_folder, "logs");
        string results = Path.Combine(_folder, "out");
        Assert.Equal(
            0,
            CordonCommand.Run("simulate", "--out", logs, "--members", "8", "--days", "12", "--seed", "7", "-q").Code
        );
        Outcome scan = CordonCommand.Run("scan", logs, "--out", results, "-q");
        Assert.Equal(0, scan.Code);
        string[] files = Directory.GetFiles(Path.Combine(results, "warnings"));
        Assert.True(files.Length >= 9, "too few warnings to say anything");
        HashSet<string> names = NamesIn(logs);
        Assert.True(names.Count > 200, "too few names to say anything");
        foreach (string file in files)
        {
            Assert.All(Words(file), w => Assert.False(names.Contains(w), $"{Path.GetFileName(file)} holds {w}"));
            if (file.EndsWith(".stix.json", StringComparison.Ordinal))
            {
                Assert.Equal(0, CordonCommand.Run("stix", "validate", file).Code);
            }
        }
    }

    [Fact]
    public void A_scan_of_the_samples_says_whom_to_warn_and_why()
    {
        string results = Path.Combine(_folder, "out");
        Outcome scan = CordonCommand.Run("scan", Repository.At("samples"), "--out", results, "-q");
        Assert.Contains(
            "Northline Cold Logistics",
            scan.Output[scan.Output.IndexOf("\nWARN", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(results, "incidents.json")));
        JsonElement warning = document
            .RootElement.GetProperty("incidents")
            .EnumerateArray()
            .SelectMany(i => i.GetProperty("warnings").EnumerateArray())
            .First();
        JsonElement reason = warning.GetProperty("reasons")[0];
        Assert.NotEqual(0, reason.GetProperty("events").GetArrayLength());
        Assert.NotEqual(0, reason.GetProperty("findings").GetArrayLength());
        string file = Path.Combine(results, warning.GetProperty("file").GetString()!);
        Assert.All((string[])[".txt", ".eml", ".stix.json"], e => Assert.True(File.Exists(file + e)));
        Assert.Equal(0, CordonCommand.Run("stix", "validate", file + ".stix.json").Code);
    }

    [Fact]
    public void A_scan_keeps_what_it_saw_once_and_it_can_be_exported_and_undone()
    {
        string store = Path.Combine(_folder, "store");
        string list = Path.Combine(_folder, "list.txt");
        File.WriteAllText(list, "198.51.100.61\n");
        Assert.Equal(0, CordonCommand.Run("intel", "import", list, "--store", store).Code);
        Outcome first = CordonCommand.Run("scan", Repository.At("samples", "cloud"), "--intel", store, "-q");
        Match kept = Kept().Match(first.Output);
        Assert.True(kept.Success, first.Output);
        Outcome second = CordonCommand.Run("scan", Repository.At("samples", "cloud"), "--intel", store, "-q");
        Assert.Contains($"already kept as {kept.Groups[1].Value}", second.Output, StringComparison.Ordinal);
        string bundle = Path.Combine(_folder, "sightings.json");
        File.WriteAllText(bundle, CordonCommand.Run("intel", "export", "--sightings", "--store", store).Output);
        Assert.Equal(0, CordonCommand.Run("stix", "validate", bundle).Code);
        Assert.Contains("198.51.100.61", File.ReadAllText(bundle), StringComparison.Ordinal);
        Assert.DoesNotContain("meridale.example", File.ReadAllText(bundle), StringComparison.Ordinal);
        Assert.Contains(
            "sightings of a scan",
            CordonCommand.Run("intel", "undo", kept.Groups[1].Value, "--store", store).Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "sightings of a scan",
            CordonCommand.Run("intel", "list", "--store", store).Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>Every mailbox of the organisations that is in any of their logs, and what stands before its sign where that is no ordinary word.</summary>
    private static HashSet<string> NamesIn(string logs)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string settings in Directory.GetFiles(logs, "cordon.yaml", SearchOption.AllDirectories))
        {
            string domain = Domain().Match(File.ReadAllText(settings)).Groups[1].Value;
            var mailbox = new Regex(
                $@"[A-Za-z0-9._-]+@{Regex.Escape(domain)}",
                RegexOptions.None,
                TimeSpan.FromSeconds(60)
            );
            foreach (
                string file in Directory.GetFiles(Path.GetDirectoryName(settings)!, "*", SearchOption.AllDirectories)
            )
            {
                foreach (Match match in mailbox.Matches(TextOf(file)))
                {
                    names.Add(match.Value);
                    string bare = match.Value[..match.Value.IndexOf('@', StringComparison.Ordinal)];
                    if (bare.Contains('.', StringComparison.Ordinal))
                    {
                        names.Add(bare);
                    }
                }
            }
        }

        return names;
    }

    private static string TextOf(string file)
    {
        using Stream stream = File.OpenRead(file);
        using Stream plain = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
        using var reader = new StreamReader(plain, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>Runs of the signs that names are made of, with brackets of defanging undone; of a draft, its text as it is read.</summary>
    private static IEnumerable<string> Words(string file)
    {
        string text = File.ReadAllText(file);
        if (file.EndsWith(".eml", StringComparison.Ordinal))
        {
            text = text.Replace("=\r\n", "", StringComparison.Ordinal);
        }

        text = text.Replace("[.]", ".", StringComparison.Ordinal).Replace("[@]", "@", StringComparison.Ordinal);
        foreach (Match match in Word().Matches(text))
        {
            string word = match.Value.Trim('.');
            yield return word;
            int at = word.IndexOf('@', StringComparison.Ordinal);
            if (at > 0)
            {
                yield return word[..at];
            }
        }
    }

    [GeneratedRegex(@"domains: \[([^\],]+)", RegexOptions.None, 10_000)]
    private static partial Regex Domain();

    [GeneratedRegex("[A-Za-z0-9._@-]+", RegexOptions.None, 60_000)]
    private static partial Regex Word();

    [GeneratedRegex("SIGHTINGS: [0-9]+ kept as ([0-9a-f]{16});", RegexOptions.None, 10_000)]
    private static partial Regex Kept();
}
