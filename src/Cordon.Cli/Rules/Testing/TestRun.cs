using System.Buffers;
using Cordon.Detection.Cases;
using Cordon.Detection.Rules;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Regression;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Cli.Rules.Testing;

/// <summary>Runs cases one after the other; whatever is wrong with one, the others are run.</summary>
internal sealed class TestRun
{
    private const int MaxLine = 1 << 20;

    private static readonly SearchValues<char> Special = SearchValues.Create(" '$&;|<>()*?\\\"`");

    private readonly LoadedRules _rules;
    private readonly string? _only;
    private readonly FieldTable _fields;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<string, SigmaRule> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SigmaRule> _byPath = new(StringComparer.Ordinal);
    private readonly Lazy<RuleEngine> _engine;

    /// <summary>Prepares a run.</summary>
    public TestRun(LoadedRules rules, string? only, FieldTable fields, CancellationToken cancel)
    {
        _rules = rules;
        _only = only;
        _fields = fields;
        _cancel = cancel;
        foreach (SigmaRule rule in rules.Set.Rules)
        {
            _byPath.TryAdd(Path.GetFullPath(rule.Path), rule);
            if (rule.Id is { } id)
            {
                _byId.TryAdd(id, rule);
            }
        }

        // All rules run at once, as in a scan: what a case shows is what a scan would do.
        _engine = new Lazy<RuleEngine>(() =>
            RuleEngine.Build(rules.Set.Rules, LogSourceMap.Default, fields, rules.Set.Correlations)
        );
    }

    /// <summary>A rule that points to a description which is not there.</summary>
    public IEnumerable<TestOutcome> Missing(SigmaRule rule, string path)
    {
        if (IsWanted(rule.Id ?? rule.Title))
        {
            yield return new TestOutcome(
                TestVerdict.Bad,
                $"{rule.Path}:{rule.Line}",
                rule.Id ?? rule.Title,
                rule.Title,
                "",
                null,
                null,
                $"regression_tests_path names '{path}', which is in no folder above the rule"
            );
        }
    }

    /// <summary>Runs the cases of descriptions and of files with made-up events.</summary>
    public IEnumerable<TestOutcome> Run(IReadOnlyList<string> infos, IReadOnlyList<string> events) =>
        infos.SelectMany(OfInfo).Concat(events.SelectMany(OfEvents));

    private bool IsWanted(string rule) => _only is null || _only.Equals(rule, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<TestOutcome> OfInfo(string path)
    {
        var info = RegressionInfo.Read(path);
        foreach (SigmaProblem problem in info.Problems)
        {
            yield return Bad($"{path}:{problem.Line}", problem.Message);
        }

        foreach (RegressionCase test in info.Cases)
        {
            foreach (string rule in test.RuleIds.Where(IsWanted))
            {
                _cancel.ThrowIfCancellationRequested();
                yield return OfLog(test, rule);
            }
        }
    }

    private TestOutcome OfLog(RegressionCase test, string id)
    {
        string place = $"{test.Info}:{test.Line}";
        SigmaRule? rule = _byId.GetValueOrDefault(id);
        var failed = new TestOutcome(
            TestVerdict.Failed,
            place,
            id,
            rule?.Title ?? "",
            test.LogPath,
            test.Expected,
            null,
            null
        );
        if (rule is null)
        {
            return failed with { Message = WhyNoRule(id) };
        }

        string? log =
            CaseFiles.Above(test.Info, test.LogPath) ?? CaseFiles.Above(test.Info, Path.GetFileName(test.LogPath));
        if (log is null)
        {
            return failed with { Message = "the log is in no folder above the description" };
        }

        failed = failed with { Log = log };
        try
        {
            LogCaseResult result = new LogCaseRunner(_engine.Value).Run(Open(log), id, test.Expected, _cancel);
            return result.IsPassed
                ? failed with
                {
                    Verdict = TestVerdict.Passed,
                    Found = result.Found,
                }
                : failed with
                {
                    Found = result.Found,
                    Message = result.Refusal ?? Wrong(result),
                    Hint = result.Refusal is null ? Hint(rule, log, result) : null,
                };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return failed with { Message = fault.Message };
        }
    }

    private static string? Wrong(LogCaseResult result) =>
        result.Problems > 0 ? $"{result.Problems} places of the log could not be read" : null;

    private IEnumerable<EventPart> Open(string log) => new LogReader(_fields).Open(LogFinder.Find([log]));

    /// <summary>A command that shows why: for a record that did not fire where some should have, for one that did where too many have.</summary>
    private string? Hint(SigmaRule rule, string log, LogCaseResult result)
    {
        bool isTooMany = result.Found > (result.Expected ?? long.MaxValue);
        ulong? record = isTooMany && result.Fired.Count > 0 ? result.Fired[^1] : null;
        foreach (EventPart part in record is null ? Open(log) : [])
        {
            part.Read(logEvent => record ??= result.Fired.Contains(logEvent.RecordId ?? 0) ? null : logEvent.RecordId);
        }

        return record is null ? null : $"cordon rules explain {Quoted(rule.Path)} --event {Quoted($"{log}:{record}")}";
    }

    private IEnumerable<TestOutcome> OfEvents(string path)
    {
        int number = 0;
        using var reader = new StreamReader(path);
        while (reader.ReadLine() is { } line)
        {
            _cancel.ThrowIfCancellationRequested();
            number++;
            if (!string.IsNullOrWhiteSpace(line) && OfEvent(path, number, line) is { } outcome)
            {
                yield return outcome;
            }
        }
    }

    private TestOutcome? OfEvent(string path, int number, string line)
    {
        string place = $"{path}:{number}";
        EventCase test;
        try
        {
            test = line.Length > MaxLine ? throw new FormatException("the line is too long") : EventCase.Parse(line);
        }
        catch (FormatException fault)
        {
            return Bad(place, fault.Message);
        }

        SigmaRule? rule =
            _byId.GetValueOrDefault(test.Rule)
            ?? _byPath.GetValueOrDefault(
                Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, test.Rule))
            );
        string id = rule?.Id ?? rule?.Title ?? test.Rule;
        if (!IsWanted(id))
        {
            return null;
        }

        var outcome = new TestOutcome(
            TestVerdict.Failed,
            place,
            id,
            rule?.Title ?? "",
            "",
            test.Fires ? 1 : 0,
            null,
            null
        );
        if (rule is null)
        {
            return outcome with { Message = WhyNoRule(test.Rule) };
        }

        List<Finding> findings = [];
        _engine.Value.CreateEvaluator().Evaluate(test.ToEvent(_fields), findings);
        bool fired = findings.Exists(f => f.Rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        return outcome with
        {
            Verdict = fired == test.Fires ? TestVerdict.Passed : TestVerdict.Failed,
            Found = fired ? 1 : 0,
        };
    }

    private string WhyNoRule(string word)
    {
        // A rule that is refused carries its title into the problem, not its id; its file tells.
        SigmaProblem? problem = _rules.Set.Problems.FirstOrDefault(p =>
            p.Severity == ProblemSeverity.Error
            && p.Path.Replace('\\', '/').EndsWith("/" + word.Replace('\\', '/'), StringComparison.Ordinal)
        );
        return problem is not null
            ? $"the rule can't be used: {problem}"
            : $"no usable rule of {_rules.Origin} has this id; 'cordon rules check' tells which are refused, --rules names others";
    }

    private static TestOutcome Bad(string place, string message) =>
        new(TestVerdict.Bad, place, "", "", "", null, null, message);

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'" : text;
}
