using Cordon.Events;
using Cordon.Sigma;

namespace Cordon.Bench;

/// <summary>Rules with what their log sources stand for.</summary>
internal sealed record Rules(SigmaRule[] All, FieldTable Fields, string[] Paths)
{
    public static Rules Load(string[] paths)
    {
        var fields = new FieldTable();
        RuleSet set = RuleSet.Load(paths, SigmaOptions.Default with { Fields = fields });
        return new Rules([.. set.Rules], fields, paths);
    }

    /// <summary>Every n-th rule, so many that <paramref name="count"/> are taken.</summary>
    public Rules Take(int count) =>
        count >= All.Length
            ? this
            : this with
            {
                All = [.. Enumerable.Range(0, count).Select(i => All[(long)i * All.Length / count])],
            };

    public CompiledRuleSet Compile() =>
        CompiledRuleSet.Compile(All, [.. All.Select(r => LogSourceMap.Default.Resolve(r.LogSource))], Fields);
}
