using Cordon.Reporting;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli.Rules.Updating;

/// <summary>What a new set of rules brings, by the rules' ids.</summary>
internal sealed class RuleChanges
{
    private const int Shown = 20;

    private readonly List<SigmaRule> _added = [];
    private readonly List<SigmaRule> _removed = [];
    private readonly List<SigmaRule> _changed = [];
    private readonly RuleSet _new;

    /// <summary>Compares two sets.</summary>
    /// <param name="before">Null where there was none.</param>
    /// <param name="after">The new one.</param>
    public RuleChanges(RuleSet? before, RuleSet after)
    {
        _new = after;
        Dictionary<string, SigmaRule> old = ById(before);
        Dictionary<string, SigmaRule> now = ById(after);
        foreach ((string key, SigmaRule rule) in now)
        {
            if (!old.TryGetValue(key, out SigmaRule? was))
            {
                _added.Add(rule);
            }
            else if (!File.ReadAllBytes(was.Path).AsSpan().SequenceEqual(File.ReadAllBytes(rule.Path)))
            {
                _changed.Add(rule);
            }
        }

        _removed.AddRange(old.Where(entry => !now.ContainsKey(entry.Key)).Select(static entry => entry.Value));
    }

    /// <summary>Writes counts, and the first names of each kind; of a first release the counts only.</summary>
    public void Write(bool isFirst, string folder, TextWriter output)
    {
        if (!isFirst)
        {
            WriteKind("added", _added, output);
            WriteKind("removed", _removed, output);
            WriteKind("changed", _changed, output);
        }

        SigmaProblem[] refused = [.. _new.Problems.Where(static p => p.Severity == ProblemSeverity.Error)];
        output.WriteLine($"{Wording.Count(_new.RefusedCount)} refused");
        foreach (SigmaProblem problem in refused.Take(Shown))
        {
            string path = Path.IsPathRooted(problem.Path) ? Path.GetRelativePath(folder, problem.Path) : problem.Path;
            output.WriteLine("    " + SafeText.OneLine((problem with { Path = path }).ToString(), 400));
        }

        More(refused.Length, output);
    }

    private static void WriteKind(string kind, List<SigmaRule> rules, TextWriter output)
    {
        output.WriteLine($"{Wording.Count(rules.Count)} {kind}");
        foreach (SigmaRule rule in rules.Take(Shown))
        {
            output.WriteLine("    " + SafeText.OneLine($"{rule.Title} ({rule.Id ?? "no id"})", 300));
        }

        More(rules.Count, output);
    }

    private static void More(int count, TextWriter output)
    {
        if (count > Shown)
        {
            output.WriteLine($"    … and {Wording.Count(count - Shown)} more");
        }
    }

    private static Dictionary<string, SigmaRule> ById(RuleSet? rules)
    {
        Dictionary<string, SigmaRule> found = new(StringComparer.OrdinalIgnoreCase);
        foreach (SigmaRule rule in rules?.Rules ?? [])
        {
            found.TryAdd(rule.Id ?? rule.Title, rule);
        }

        return found;
    }
}
