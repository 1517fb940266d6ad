namespace Cordon.Sigma.Tests.Fuzzing;

public sealed class RuleFuzzTests(ITestOutputHelper output)
{
    /// <summary>For a longer run set CORDON_FUZZ_ITERATIONS, and CORDON_FUZZ_SEED for another one.</summary>
    [Fact]
    public void Broken_rules_give_problems_and_never_exceptions()
    {
        int seed = Read("CORDON_FUZZ_SEED", 20261123);
        int iterations = Read("CORDON_FUZZ_ITERATIONS", 4000);
        (int loaded, int refused) = RuleFuzzer.Run(seed, iterations);
        output.WriteLine($"seed {seed}, {iterations} texts: {loaded} documents loaded, {refused} refused");
        Assert.True(loaded > iterations / 20, $"only {loaded} of {iterations} texts got past the first checks");
        Assert.True(refused > iterations / 20);
    }

    [Fact]
    public void Begins_with_texts_that_can_be_used()
    {
        RuleSet set = RuleSet.Parse(string.Join("\n---\n", RuleFuzzer.Unbroken));
        Assert.Equal(5, set.DocumentCount - set.RefusedCount);
        Assert.Equal(1, set.RefusedCount);
    }

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out int value) ? value : otherwise;
}
