using Cordon.Testing;

namespace Cordon.Architecture.Tests.Examples;

/// <summary>What the libraries' READMEs show compiles, runs and prints what they say.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void The_event_log_example_prints_what_its_page_says()
    {
        string folder = Directory.CreateTempSubdirectory("cordon-example-").FullName;
        try
        {
            Assert.Equal("1 4625 freezer-service", Printed(() => EvtxExample.Run(Path.Combine(folder, "a.evtx"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_rule_example_prints_what_its_page_says() =>
        Assert.Equal("High: Shell started by an office program", Printed(SigmaExample.Run));

    [Fact]
    public void The_STIX_example_prints_what_its_page_says() => Assert.Equal("match", Printed(StixExample.Run));

    [Theory]
    [InlineData("Cordon.Stix", "StixExample.cs", "match")]
    [InlineData("Cordon.Evtx", "EvtxExample.cs", "1 4625 freezer-service")]
    [InlineData("Cordon.Sigma", "SigmaExample.cs", "High: Shell started by an office program")]
    public void The_page_shows_the_code_that_is_run(string library, string file, string printed)
    {
        string page = File.ReadAllText(Repository.At("src", library, "README.md"));
        string code = page.Split("```csharp\n")[1].Split("```")[0];
        string source = File.ReadAllText(Repository.At("tests", "Cordon.Architecture.Tests", "Examples", file));
        Assert.Contains(Flat(code), Flat(source), StringComparison.Ordinal);
        Assert.Contains($"prints `{printed}`", page, StringComparison.Ordinal);
    }

    private static string Printed(Action example)
    {
        TextWriter console = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            example();
        }
        finally
        {
            Console.SetOut(console);
        }

        return text.ToString().TrimEnd();
    }

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(static line => line.Trim()));
}
