using System.Text.Json;
using Cordon.Testing;

namespace Cordon.Stix.Tests;

/// <summary>The test cases of the makers of STIX, as data.</summary>
public sealed class PatternCorporaTests
{
    [Fact]
    public void Patterns_are_valid_where_they_should_be()
    {
        using JsonDocument cases = Open("syntax.json");
        List<string> different = [];
        foreach (JsonElement one in cases.RootElement.EnumerateArray())
        {
            string text = one.GetProperty("pattern").GetString()!;
            string verdict = StixPattern.TryParse(text, out StixPattern? pattern, out StixPatternException? fault)
                ? pattern.Problems.Count == 0
                    ? "valid"
                    : "invalid"
                : "invalid";
            if (verdict != one.GetProperty("expected").GetString())
            {
                different.Add($"{verdict}: {text} {fault?.Message}");
            }
        }

        Assert.True(different.Count == 0, string.Join("\n", different));
    }

    [Fact]
    public void Patterns_match_where_they_should()
    {
        using JsonDocument cases = Open("matching.json");
        List<string> different = [];
        int lost = 0;
        foreach (JsonElement one in cases.RootElement.EnumerateArray())
        {
            if (HasLostItsObservations(one))
            {
                lost++;
                continue;
            }

            string text = one.GetProperty("pattern").GetString()!;
            string verdict;
            string? message = null;
            try
            {
                ObservedData[] observed =
                [
                    .. one.GetProperty("observations").EnumerateArray().SelectMany(ObservedData.Of),
                ];
                verdict = StixPattern.Parse(text).Matches(observed) ? "match" : "no-match";
            }
            catch (StixPatternException fault)
            {
                (verdict, message) = ("error", fault.Message);
            }

            if (verdict != one.GetProperty("expected").GetString())
            {
                different.Add(
                    $"{one.GetProperty("test")}: {verdict}, not {one.GetProperty("expected")}: {text} {message}"
                );
            }
        }

        Assert.True(different.Count == 0, string.Join("\n", different));
        Assert.True(lost < cases.RootElement.GetArrayLength() / 4);
    }

    /// <summary>
    /// Cases about times come with the observations of another test, so that the same pattern over the same observations is said to match and not to match: what
    /// they stand for is in <see cref="PatternTests"/>, on observations of our own.
    /// </summary>
    private static bool HasLostItsObservations(JsonElement one) =>
        one.GetProperty("source").GetString() == "test_temporal_qualifiers.py"
        && one.GetProperty("expected").GetString() != "error";

    private static JsonDocument Open(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Corpora.Require("intel", "stix-pattern-cases", file)));
}
