using Cordon.Events;

namespace Cordon.Reporting.Tests.Fakes;

/// <summary>Figures of a scan with files that were refused and damaged, named as an attacker would name them.</summary>
internal static class FakeFigures
{
    public static ScanFigures Of()
    {
        var damaged = new SourceReport("logs/" + Hostile.Image, "json", 1_200_000);
        damaged.Add(
            new PartReport
            {
                Records = 4_000,
                ProblemCount = 1,
                Problems = [new ReadProblem("line 12, column 3", Hostile.Script, IsLoss: true)],
            }
        );
        return new ScanFigures
        {
            Sources =
            [
                new SourceReport("logs/entra/signins.json", "entra", 48_000_000),
                damaged,
                new SourceReport(Hostile.Bidi, "", 12) { Refusal = "not a log that is known: " + Hostile.Comment },
            ],
            FilesFound = 3,
            Elapsed = TimeSpan.FromSeconds(3),
            Rules = new RuleFigures
            {
                Origin = "built-in",
                Loaded = 812,
                Refused = 1,
                BelowLevel = 0,
                NotServed = 20,
                WithoutEvents = 411,
            },
        };
    }
}
