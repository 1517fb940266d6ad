using Cordon.Detection.Scanning;
using Cordon.Events;
using Cordon.Sigma;
using Cordon.Testing;

namespace Cordon.Detection.Tests;

/// <summary>The correlations that others have published, over public attack logs.</summary>
public sealed class CorporaCorrelationTests
{
    [Fact]
    public void Published_correlations_find_the_attacks_that_they_are_for()
    {
        string rules = Corpora.Require("hayabusa-rules");
        string logs = Corpora.Require("evtx", "hayabusa-samples", "DeepBlueCLI");
        var fields = new FieldTable();
        RuleSet set = RuleSet.Load([rules], SigmaOptions.Default with { Fields = fields });
        Assert.Equal(3, set.Correlations.Count);
        Scanner scan = Scanner.Scan(set, fields, [logs]);
        Assert.Equal(3, scan.Correlations!.Correlations);
        Assert.Equal(
            ["password-spray.evtx", "smb-password-guessing-security.evtx"],
            scan.CorrelationFindings.Select(f => Path.GetFileName(f.Event.Source)).Order(StringComparer.Ordinal)
        );
        string[] pictures =
        [
            .. new[] { 1, 8 }.Select(threads =>
                string.Join(
                    '\n',
                    Scanner
                        .Scan(set, fields, [logs], new ScanOptions { Threads = threads })
                        .CorrelationFindings.Select(f => $"{f.Id} {f.Correlation!.EventCount} {f.Correlation.Figure}")
                )
            ),
        ];
        Assert.Equal(pictures[0], pictures[1]);
    }
}
