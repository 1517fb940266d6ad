using System.Text.Json;
using Cordon.Cli.Terminal;
using Cordon.Stix;

namespace Cordon.Cli.Stix;

/// <summary>What <c>cordon stix</c> does: checks patterns, holds them against observations, validates files.</summary>
internal static class StixFiles
{
    private const int ProblemsShown = 200;

    /// <summary>Says whether a pattern is valid.</summary>
    /// <returns><see cref="ExitCode.Done"/> where it is, <see cref="ExitCode.Failed"/> where it is not.</returns>
    public static int Check(string text)
    {
        if (!StixPattern.TryParse(text, out StixPattern? pattern, out StixPatternException? fault))
        {
            Console.Out.WriteLine($"invalid: {Safe(fault.Message)}");
            return ExitCode.Failed;
        }

        foreach (StixPatternException problem in pattern.Problems)
        {
            Console.Out.WriteLine($"invalid: {Safe(problem.Message)}");
        }

        if (pattern.Problems.Count > 0)
        {
            return ExitCode.Failed;
        }

        Console.Out.WriteLine("valid");
        return ExitCode.Done;
    }

    /// <summary>Holds a pattern against the observations of a file.</summary>
    /// <returns><see cref="ExitCode.Done"/> for a match, <see cref="ExitCode.Failed"/> for none, <see cref="ExitCode.Usage"/> where it can't be told.</returns>
    public static int Match(string text, string path)
    {
        try
        {
            var pattern = StixPattern.Parse(text);
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            bool matches = pattern.Matches(Observed(document.RootElement));
            Console.Out.WriteLine(matches ? "match" : "no match");
            return matches ? ExitCode.Done : ExitCode.Failed;
        }
        catch (StixPatternException fault)
        {
            ErrorText.Write($"the pattern: {fault.Message}");
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write($"{path}: {fault.Message}");
        }

        return ExitCode.Usage;
    }

    /// <summary>Holds every object of a file against STIX 2.1; one of 2.0 as what it becomes in 2.1.</summary>
    public static int Validate(string path, CancellationToken cancel)
    {
        long objects = 0;
        long wrong = 0;
        long told = 0;
        long converted = 0;
        void Tell(string line)
        {
            if (told++ < ProblemsShown)
            {
                Console.Out.WriteLine(Safe(line));
            }
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            var reader = new StixReader(
                stream,
                null,
                problem =>
                {
                    wrong++;
                    Tell($"byte {problem.Offset}: {problem.Reason}");
                }
            );
            foreach (StixObject one in reader.Objects())
            {
                cancel.ThrowIfCancellationRequested();
                objects++;
                bool isWrong = false;
                try
                {
                    IReadOnlyList<StixObject> all = StixConverter.ToVersion21(one);
                    converted += ReferenceEquals(all[0], one) ? 0 : 1;
                    foreach (StixProblem problem in all.SelectMany(StixValidator.Validate))
                    {
                        isWrong = true;
                        Tell($"{problem.Id}{(problem.Path.Length > 0 ? " " : "")}{problem.Path}: {problem.Reason}");
                    }
                }
                catch (FormatException fault)
                {
                    isWrong = true;
                    Tell($"{one.Id}: {fault.Message}");
                }

                wrong += isWrong ? 1 : 0;
            }
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write($"{path}: {fault.Message}");
            return ExitCode.Failed;
        }

        if (told > ProblemsShown)
        {
            Console.Out.WriteLine($"… and {told - ProblemsShown} more");
        }

        string version =
            converted > 0 ? $", {converted} of them of STIX 2.0 and looked at as what they become in 2.1" : "";
        Console.Out.WriteLine($"{objects} objects{version}: {wrong} invalid");
        if (objects == 0)
        {
            ErrorText.Write($"{path}: there is no STIX object in it");
        }

        return wrong == 0 && objects > 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static IReadOnlyList<ObservedData> Observed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
            ? [.. root.EnumerateArray().SelectMany(ObservedData.Of)]
            : ObservedData.Of(root);

    private static string Safe(string text) => Reporting.Terminal.SafeText.OneLine(text);
}
