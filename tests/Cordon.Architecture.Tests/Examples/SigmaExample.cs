using Cordon.Events;
using Cordon.Sigma;
using Cordon.Sigma.Evaluation;

namespace Cordon.Architecture.Tests.Examples;

/// <summary>The example of src/Cordon.Sigma/README.md, word for word.</summary>
internal static class SigmaExample
{
    public static void Run()
    {
        var fields = new FieldTable();
        RuleSet rules = RuleSet.Parse(
            """
            title: Shell started by an office program
            logsource:
                product: windows
                category: process_creation
            detection:
                selection:
                    ParentImage|endswith: '\winword.exe'
                    Image|endswith: ['\cmd.exe', '\powershell.exe']
                condition: selection
            level: high
            """,
            "example.yml",
            new SigmaOptions { Fields = fields }
        );
        foreach (SigmaProblem problem in rules.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        var logEvent = new EventSnapshot(
            fields,
            new EventOrigin { Source = "example" },
            [
                SnapshotField.OfText("ParentImage", @"C:\Program Files\Office\WINWORD.EXE"),
                SnapshotField.OfText("Image", @"C:\Windows\System32\cmd.exe"),
            ]
        );
        var interpreter = new SigmaInterpreter();
        foreach (SigmaRule rule in rules.Rules.Where(rule => interpreter.Matches(rule, logEvent)))
        {
            Console.WriteLine($"{rule.Level}: {rule.Title}");
        }
    }
}
