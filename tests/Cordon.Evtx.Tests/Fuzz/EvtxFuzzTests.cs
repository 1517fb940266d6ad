using Cordon.Testing;

namespace Cordon.Evtx.Tests.Fuzz;

/// <summary>A few seconds of <see cref="EvtxFuzz"/> from fixed seeds.</summary>
public sealed class EvtxFuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Holds_the_contract_on_broken_logs(int seed) => EvtxFuzz.Run(seed, 400);

    [Fact]
    public void Holds_the_contract_on_whole_logs()
    {
        int records = Seeds.All.Sum(static log => EvtxFuzz.ReadAll(log, new EvtxOptions { RecoverDeleted = true }));
        Assert.Equal(30 + 20 + 10 + 11, records);
    }

    [Fact]
    public void Holds_the_contract_on_broken_real_logs()
    {
        string folder = Corpora.Require("sigma", "regression_data");
        byte[][] logs =
        [
            .. Directory
                .EnumerateFiles(folder, "*.evtx", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Take(40)
                .Select(File.ReadAllBytes),
        ];
        EvtxFuzz.Run(5, 600, logs);
    }
}
