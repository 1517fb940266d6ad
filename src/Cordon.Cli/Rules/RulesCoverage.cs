using System.Text.Json;
using Cordon.Cli.Terminal;
using Cordon.Events;
using Cordon.Reporting;
using Cordon.Reporting.Attack;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Tells which techniques of ATT&amp;CK rules look for, and writes a layer for the Navigator.</summary>
internal static class RulesCoverage
{
    private const int OddShown = 20;
    private const int MaxLine = 16 * 1024 * 1024;

    /// <summary>Writes the summary to <paramref name="output"/>, or the layer where <paramref name="file"/> is <c>-</c>.</summary>
    /// <param name="paths">Rules; empty for those that a scan would use.</param>
    /// <param name="tuning">The user's tuning file; null for none. What it switches off is not looked for.</param>
    /// <param name="file">Where the layer goes; null for none.</param>
    /// <param name="findings">The <c>findings.jsonl</c> of a scan; null for none.</param>
    /// <param name="platforms">Platforms to show techniques of; empty for all.</param>
    /// <param name="output">Where the summary goes.</param>
    public static int Run(
        IReadOnlyList<string> paths,
        string? tuning,
        string? file,
        string? findings,
        IReadOnlyList<string> platforms,
        TextWriter output
    )
    {
        LoadedRules? rules = RuleSources.Load(paths, new FieldTable(), CacheFolder.Find(), tuning);
        if (rules is null)
        {
            return ExitCode.Failed;
        }

        var coverage = AttackCoverage.Of(
            rules.Effective.Rules.Select(static r => new CoverageRule(r.Title, r.Tags, r.Techniques, r.Tactics))
        );
        if (findings is not null)
        {
            coverage.AddFindings(CountFindings(findings));
        }

        if (file == "-")
        {
            using Stream standard = StandardOutput.Open();
            NavigatorLayer.Write(coverage, NameOf(rules), rules.Origin, platforms, standard);
            return ExitCode.Done;
        }

        WriteSummary(coverage, output);
        if (file is not null)
        {
            WriteFile(file, stream => NavigatorLayer.Write(coverage, NameOf(rules), rules.Origin, platforms, stream));
            output.WriteLine();
            output.WriteLine(SafeText.OneLine($"written: {file}"));
        }

        return ExitCode.Done;
    }

    private static string NameOf(LoadedRules rules) => $"Cordon: {SafeText.OneLine(rules.Origin, 80)}";

    private static void WriteSummary(AttackCoverage coverage, TextWriter output)
    {
        output.WriteLine($"{"tactic", -22}  {"rules", 6}  techniques");
        foreach (string tactic in AttackTactics.Present)
        {
            (int rules, int techniques) = coverage.OfTactic(tactic);
            output.WriteLine($"{tactic, -22}  {Wording.Count(rules), 6}  {Wording.Count(techniques), 10}");
        }

        (int evading, int evasions) = coverage.OfTactic("defense-evasion");
        if (evading > 0)
        {
            output.WriteLine(
                $"{"defense-evasion (old)", -22}  {Wording.Count(evading), 6}  {Wording.Count(evasions), 10}"
            );
        }

        TechniqueCoverage[] all = [.. coverage.Techniques];
        output.WriteLine();
        output.WriteLine(
            $"{Wording.Counted(coverage.RuleCount, "rule")}, {Wording.Count(coverage.WithoutTechnique)} of them without a technique"
        );
        output.WriteLine(
            $"{Wording.Counted(all.Count(static t => t.Id.Length == 5), "technique")} and {Wording.Counted(all.Count(static t => t.Id.Length > 5), "sub-technique")}"
        );
        if (coverage.HasFindings)
        {
            output.WriteLine($"{Wording.Count(all.Count(static t => t.Findings > 0))} of them found");
        }

        OddTag[] odd = [.. coverage.OddTags];
        if (odd.Length > 0)
        {
            output.WriteLine();
            output.WriteLine("Tags that ATT&CK does not know, or no longer:");
            foreach (OddTag tag in odd.Take(OddShown))
            {
                output.WriteLine(
                    SafeText.OneLine(
                        $"    {tag.Tag}: {tag.Reason} ({Wording.Counted(tag.Rules, "rule")}, first: {tag.FirstRule})",
                        300
                    )
                );
            }

            if (odd.Length > OddShown)
            {
                output.WriteLine($"    … and {Wording.Count(odd.Length - OddShown)} more");
            }
        }
    }

    /// <summary>How often each technique was found, by the lines of a <c>findings.jsonl</c>.</summary>
    /// <exception cref="IOException">The file can't be read, or is none of that kind.</exception>
    private static Dictionary<string, long> CountFindings(string path)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        long number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            try
            {
                if (line.Length > MaxLine)
                {
                    throw new JsonException("the line is too long");
                }

                using var finding = JsonDocument.Parse(line);
                foreach (JsonElement technique in finding.RootElement.GetProperty("techniques").EnumerateArray())
                {
                    if (technique.GetString() is { Length: 5 or 9 } id)
                    {
                        counts[id] = counts.GetValueOrDefault(id) + 1;
                    }
                }
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new IOException(
                    $"{path}:{number}: this is no line of the findings.jsonl that 'cordon scan --out' writes",
                    fault
                );
            }
        }

        return counts;
    }

    // A file that is there is whole.
    private static void WriteFile(string path, Action<Stream> write)
    {
        string partial = path + ".partial";
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            write(stream);
        }

        File.Move(partial, path, overwrite: true);
    }
}
