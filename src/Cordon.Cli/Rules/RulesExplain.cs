using Cordon.Cli.Terminal;
using Cordon.Detection.Explaining;
using Cordon.Events;
using Cordon.Evtx;
using Cordon.Sigma;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Cli.Rules;

/// <summary>Shows which part of a rule's condition held for an event and which did not.</summary>
internal static class RulesExplain
{
    private const int MostExplained = 100;

    /// <summary>Explains <paramref name="word"/>, a rule, for one event, or for each that has the same number.</summary>
    public static int Run(
        string word,
        EventAddress address,
        IReadOnlyList<string> paths,
        string? tuning,
        bool recover,
        string format,
        bool all,
        TextWriter output,
        CancellationToken cancel
    )
    {
        var fields = new FieldTable();
        // A rule that is named by its file need not be among those that a scan would use.
        LoadedRules? rules = RuleSources.Load(
            paths.Count == 0 && File.Exists(word) ? [word] : paths,
            fields,
            CacheFolder.Find(),
            tuning
        );
        SigmaRule? rule = rules is null ? null : RuleChoice.Find(word, rules);
        if (rule is null)
        {
            return ExitCode.Failed;
        }

        List<RuleExplanation> found = [];
        List<long> places = [];
        string? refusal = Read(rule, address, recover, fields, found, places, cancel);
        if (found.Count == 0)
        {
            ErrorText.Write(
                refusal is null
                    ? $"{address.Path} has no record {(address.Record is { } id ? $"{id}" : $"at {address.Position}")}; 'cordon evtx info' tells its record numbers"
                    : $"{address.Path}: {refusal}"
            );
            return ExitCode.Failed;
        }

        if (places.Count > 1)
        {
            ErrorText.Write(
                $"{places.Count} records of {address.Path} have this number; each is explained. To name one: {string.Join(", ", places.Take(10).Select(p => $"{address.Path}:@{p}"))}"
            );
        }

        for (int i = 0; i < found.Count; i++)
        {
            if (format == "json")
            {
                ExplanationJson.Write(found[i], places[i], output);
            }
            else
            {
                ExplanationText.Write(found[i], places[i], all, output);
            }
        }

        return ExitCode.Done;
    }

    private static string? Read(
        SigmaRule rule,
        EventAddress address,
        bool recover,
        FieldTable fields,
        List<RuleExplanation> found,
        List<long> places,
        CancellationToken cancel
    )
    {
        var explainer = new RuleExplainer(rule, LogSourceMap.Default, fields);
        var reader = new LogReader(fields, EvtxOptions.Default with { RecoverDeleted = recover });
        string? refusal = null;
        foreach (EventPart part in reader.Open(LogFinder.Find([address.Path])))
        {
            cancel.ThrowIfCancellationRequested();
            part.Read(logEvent =>
            {
                bool isMeant = address.Position is { } position
                    ? logEvent.Position == position
                    : logEvent.RecordId == address.Record;
                if (isMeant && found.Count < MostExplained)
                {
                    found.Add(explainer.Explain(logEvent));
                    places.Add(logEvent.Position);
                }
            });
            refusal ??= part.Source.Refusal;
        }

        return refusal;
    }
}
