using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;
using Cordon.Testing;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>
/// Texts in the manner of news and reports, written and marked for Cordon: those of stances.jsonl by who made the rules, the others by others. The floors are below
/// what is measured, so that a change may lose a statement and not a kind of statement.
/// </summary>
public sealed class NewsTests
{
    [Theory]
    [InlineData("stances.jsonl", "tune", 0.9)]
    [InlineData("stances.jsonl", "held", 0.9)]
    [InlineData("news.jsonl", "plain", 0.88)]
    [InlineData("news.jsonl", "varied", 0.42)]
    [InlineData("reports.jsonl", "reports", 0.25)]
    public void Whose_word_a_statement_is_and_with_what_stance_is_read(string file, string part, double least)
    {
        (int right, int all) = (0, 0);
        foreach ((JsonElement root, Report report) in Read(file, part))
        {
            foreach (JsonElement statement in root.GetProperty("statements").EnumerateArray())
            {
                all++;
                right += report.Claims.Any(c => IsRight(c, root, statement)) ? 1 : 0;
            }
        }

        Assert.True(right >= least * all, $"{right} of {all} are right");
    }

    [Theory]
    [InlineData("news.jsonl", "plain")]
    [InlineData("news.jsonl", "varied")]
    [InlineData("reports.jsonl", "reports")]
    public void Nothing_is_claimed_where_nobody_claims_anything(string file, string part)
    {
        (int silent, int all) = (0, 0);
        foreach ((JsonElement root, Report report) in Read(file, part))
        {
            string text = root.GetProperty("text").GetString()!;
            foreach (JsonElement none in root.GetProperty("none").EnumerateArray())
            {
                int at = text.IndexOf(none.GetString()!, StringComparison.Ordinal);
                int end = at + none.GetString()!.Length;
                bool isMarked = report.Claims.Any(c =>
                    c.Start < end
                    && at < c.End
                    && !root.GetProperty("statements").EnumerateArray().Any(s => IsRight(c, root, s))
                );
                all++;
                silent += isMarked ? 0 : 1;
            }
        }

        Assert.True(silent >= 0.95 * all, $"{silent} of {all} are silent");
    }

    private static IEnumerable<(JsonElement Root, Report Report)> Read(string file, string part)
    {
        var reader = new ReportReader();
        foreach (
            string line in File.ReadLines(Repository.At("tests", "Cordon.Intelligence.Tests", "Reading", "Data", file))
        )
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.GetProperty("part").GetString() == part)
            {
                yield return (root, reader.Read(root.GetProperty("text").GetString()!));
            }
        }
    }

    // Who passes on another's word has it in his chain, and no claim of his own.
    private static bool IsRight(Claim claim, JsonElement root, JsonElement statement)
    {
        int at = root.GetProperty("text")
            .GetString()!
            .IndexOf(statement.GetProperty("at").GetString()!, StringComparison.Ordinal);
        string by = statement.GetProperty("by").GetString()!;
        bool isRelay = statement.TryGetProperty("chain", out JsonElement chain) && chain.GetString() == "relay";
        return claim.Start <= at
            && at < claim.End
            && (
                isRelay
                || claim
                    .Stance.ToString()
                    .Equals(statement.GetProperty("stance").GetString(), StringComparison.OrdinalIgnoreCase)
            )
            && (
                by.Length == 0
                || claim
                    .AssertedBy.Take(isRelay ? int.MaxValue : 1)
                    .Any(n =>
                        n.Contains(by, StringComparison.OrdinalIgnoreCase)
                        || by.Contains(n, StringComparison.OrdinalIgnoreCase)
                    )
            );
    }
}
