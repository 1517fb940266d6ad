using Cordon.Sigma;
using Cordon.Testing;

namespace Cordon.SampleTests;

/// <summary>The file server's sample log still holds what was emptied.</summary>
public sealed class RecoveredRecordTests
{
    private static readonly PlainScan Scan = new(RuleSet.Load([Repository.At("rules")]));

    [Fact]
    public void What_the_intruder_emptied_is_found_among_the_recovered_records()
    {
        var recovered = Scan.Scan(Repository.At("samples", "fs02", "Security.evtx"), recover: true)
            .Where(f => f.IsRecovered);
        // The collector has it too, and beside it what the security log never held and the emptying itself.
        var collected = Scan.Scan(Repository.At("samples", "collector", "ForwardedEvents.evtx"))
            .Where(f => f.Rule.Title is not ("Service Installed That Is a Shell Command" or "Security Log Emptied"));
        Assert.Equal(collected.Select(f => f.Rule.Title), recovered.Select(f => f.Rule.Title), StringComparer.Ordinal);
    }
}
