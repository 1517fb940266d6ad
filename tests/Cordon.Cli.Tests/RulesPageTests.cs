using System.Text.RegularExpressions;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

/// <summary>docs/rules.md shows what the commands print.</summary>
public sealed partial class RulesPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-page-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_example_of_the_page_prints_what_the_page_shows()
    {
        string page = File.ReadAllText(Repository.At("docs", "rules.md")).ReplaceLineEndings("\n");
        string section = page[page.IndexOf("## Writing and testing a rule", StringComparison.Ordinal)..];
        Write("my-rules/rar_waste.yml", Block(section, "yaml"));
        Write("my-rules/cases.jsonl", Block(section, "json"));
        Write("samples/collector/ForwardedEvents.evtx", "");
        File.Copy(
            Repository.At("samples", "collector", "ForwardedEvents.evtx"),
            Path.Combine(_folder, "samples", "collector", "ForwardedEvents.evtx"),
            overwrite: true
        );
        MatchCollection shown = ConsoleBlock().Matches(section);
        Assert.Equal(2, shown.Count);
        foreach (Match block in shown)
        {
            string[] arguments = block.Groups["call"].Value.Split(' ');
            Outcome outcome = CordonCommand.RunIn(_folder, arguments);
            Assert.Equal("", outcome.Errors);
            Assert.Equal(block.Groups["output"].Value, outcome.Output.ReplaceLineEndings("\n").TrimEnd('\n'));
        }
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Block(string text, string language)
    {
        string open = $"```{language}\n";
        int start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"```console\n\$ cordon (?<call>[^\n]+)\n(?<output>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();
}
