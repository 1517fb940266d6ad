using System.Globalization;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;

namespace Cordon.Reading.Measures;

/// <summary>Measures on the project's own texts whether each marked statement is read with the right stance by the right one.</summary>
internal static class StanceMeasure
{
    /// <summary>Prints both halves.</summary>
    public static int Run(string path, bool tells)
    {
        var reader = new ReportReader();
        foreach (string part in (string[])["tune", "held"])
        {
            (int right, int all) = (0, 0);
            foreach (string line in File.ReadLines(path))
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
                    bool good = IsRight(report, text, statement);
                    all++;
                    right += good ? 1 : 0;
                    if (!good && tells && part == "tune")
                    {
                        Console.WriteLine($"wrong: {statement} in: {text}");
                        foreach (Claim claim in report.Claims)
                        {
                            Console.WriteLine(
                                $"    {string.Join(" <- ", claim.AssertedBy)} {claim.Stance}: {claim.Subject} | {claim.Predicate} | {claim.Object} ({claim.Outcome})"
                            );
                        }
                    }
                }
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stances, {part}: {right} of {all} ({100.0 * right / all:0} %)"
                )
            );
        }

        return 0;
    }

    /// <summary>Whether a claim of the marked sentence has the stance and the speaker, and none there has another stance by the same.</summary>
    private static bool IsRight(Report report, string text, JsonElement statement)
    {
        int at = text.IndexOf(statement.GetProperty("at").GetString()!, StringComparison.Ordinal);
        string by = statement.GetProperty("by").GetString()!;
        string wanted = statement.GetProperty("stance").GetString()!;
        List<Claim> told =
        [
            .. report.Claims.Where(c =>
                c.Start <= at
                && at < c.End
                && (
                    by.Length == 0
                    || (c.AssertedBy.Count > 0 && c.AssertedBy[0].Contains(by, StringComparison.OrdinalIgnoreCase))
                )
            ),
        ];
        return told.Exists(c => c.Stance.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }
}
