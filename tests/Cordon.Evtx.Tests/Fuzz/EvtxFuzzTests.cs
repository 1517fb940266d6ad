using Cordon.Testing;

namespace Cordon.Evtx.Tests.Fuzz;

/// <summary>A few seconds of <see cref="EvtxFuzz"/> from fixed seeds.</summary>
public sealed class EvtxFuzzTests
{
    private const int Iterations = 400;

    /// <summary>For a longer run set CORDON_FUZZ_ITERATIONS, and CORDON_FUZZ_SEED for another one.</summary>
    [Fact]
    public void Holds_the_contract_on_logs_broken_from_a_seed_of_choice() =>
        EvtxFuzz.Run(Read("CORDON_FUZZ_SEED", 20_261_123), Read("CORDON_FUZZ_ITERATIONS", Iterations));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Holds_the_contract_on_broken_logs(int seed) => EvtxFuzz.Run(seed, Iterations);

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

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out int value) ? value : otherwise;
}
