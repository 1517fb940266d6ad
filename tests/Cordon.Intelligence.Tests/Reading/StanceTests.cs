using System.Text.Json;
using Cordon.Intelligence.Reading;
using Cordon.Testing;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>The project's own texts on denials and corrections; half of them were looked at when rules were made.</summary>
public sealed class StanceTests
{
    [Theory]
    [InlineData("tune")]
    [InlineData("held")]
    public void Stances_are_right_nine_times_in_ten(string part)
    {
        var reader = new ReportReader();
        (int right, int all) = (0, 0);
        foreach (
            string line in File.ReadLines(
                Repository.At("tests", "Cordon.Intelligence.Tests", "Reading", "Data", "stances.jsonl")
            )
        )
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.GetProperty("part").GetString() != part)
            {
                continue;
            }

            string text = root.GetProperty("text").GetString()!;
            Report report = reader.Read(text);
            foreach (JsonElement statement in root.GetProperty("statements").EnumerateArray())
            {
                int at = text.IndexOf(statement.GetProperty("at").GetString()!, StringComparison.Ordinal);
                string by = statement.GetProperty("by").GetString()!;
                string stance = statement.GetProperty("stance").GetString()!;
                all++;
                right += report.Claims.Any(c =>
                    c.Start <= at
                    && at < c.End
                    && c.Stance.ToString().Equals(stance, StringComparison.OrdinalIgnoreCase)
                    && (
                        by.Length == 0
                        || (c.AssertedBy.Count > 0 && c.AssertedBy[0].Contains(by, StringComparison.OrdinalIgnoreCase))
                    )
                )
                    ? 1
                    : 0;
            }
        }

        Assert.True(right >= 0.9 * all, $"{right} of {all} are right");
    }
}
