using System.Globalization;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;

namespace Cordon.Reading.Measures;

/// <summary>
/// Measures whole claims on texts whose statements are marked by hand: whose word a statement is and with what stance, then who did it to whom and
/// what came of it; and claims that nobody marked.
/// </summary>
internal static class ClaimMeasure
{
    /// <summary>Prints each part.</summary>
    /// <param name="path">Texts, one JSON object a line.</param>
    /// <param name="tells">Whether what is wrong is shown, text by text.</param>
    public static int Run(string path, bool tells)
    {
        var reader = new ReportReader();
        var parts = new SortedDictionary<string, Sums>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            string part = Text(root, "part");
            if (!parts.TryGetValue(part, out Sums? sums))
            {
                parts[part] = sums = new Sums();
            }

            sums.Add(root, reader.Read(Text(root, "text")), tells);
        }

        foreach ((string part, Sums sums) in parts)
        {
            sums.Print(part);
        }

        return 0;
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    /// <summary>What was right and what was not, over some texts.</summary>
    private sealed class Sums
    {
        private int _statements;
        private int _stances;
        private int _who;
        private int _whom;
        private int _outcomes;
        private int _whole;
        private int _claims;
        private int _marked;
        private int _silent;
        private int _silentRight;

        public void Add(JsonElement root, Report report, bool tells)
        {
            string text = Text(root, "text");
            var used = new HashSet<Claim>();
            var wrong = new List<string>();
            foreach (JsonElement statement in root.GetProperty("statements").EnumerateArray())
            {
                int at = text.IndexOf(Text(statement, "at"), StringComparison.Ordinal);
                List<Claim> there = [.. report.Claims.Where(c => c.Start <= at && at < c.End)];
                List<Claim> said = [.. there.Where(c => HasStance(c, statement))];
                List<Claim> whole = [.. said.Where(c => IsWhole(c, statement))];
                used.UnionWith(whole.Count > 0 ? whole : said);
                _statements++;
                _stances += said.Count > 0 ? 1 : 0;
                _who += said.Exists(c => HasSubject(c, statement)) ? 1 : 0;
                _whom += said.Exists(c => HasObject(c, statement)) ? 1 : 0;
                _outcomes += said.Exists(c => HasOutcome(c, statement)) ? 1 : 0;
                _whole += whole.Count > 0 ? 1 : 0;
                if (whole.Count == 0)
                {
                    wrong.Add((said.Count == 0 ? "missed: " : "partly: ") + statement);
                }
            }

            foreach (JsonElement none in root.TryGetProperty("none", out JsonElement list) ? list.EnumerateArray() : [])
            {
                int at = text.IndexOf(none.GetString()!, StringComparison.Ordinal);
                int end = at + none.GetString()!.Length;
                bool isRight = !report.Claims.Any(c => c.Start < end && at < c.End && !used.Contains(c));
                _silent++;
                _silentRight += isRight ? 1 : 0;
                if (!isRight)
                {
                    wrong.Add("no claim: " + none.GetString());
                }
            }

            _claims += report.Claims.Count;
            _marked += report.Claims.Count(used.Contains);
            if (tells && (wrong.Count > 0 || report.Claims.Any(c => !used.Contains(c))))
            {
                Tell(root, text, report, used, wrong);
            }
        }

        public void Print(string part) =>
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"claims, {part}: stance and speaker {_stances} of {_statements} ({Percent(_stances, _statements)} %); of these who {_who}, whom {_whom}, outcome {_outcomes}; all of it {_whole} ({Percent(_whole, _statements)} %); "
                        + $"{_marked} of {_claims} claims marked ({Percent(_marked, _claims)} %); silent where nothing is claimed {_silentRight} of {_silent}"
                )
            );

        private static string Percent(int part, int all) =>
            (100.0 * part / Math.Max(1, all)).ToString("0", CultureInfo.InvariantCulture);

        private static void Tell(JsonElement root, string text, Report report, HashSet<Claim> used, List<string> wrong)
        {
            Console.WriteLine($"--- {root.GetProperty("id")}: {text}");
            wrong.ForEach(static w => Console.WriteLine("  " + w));
            Console.WriteLine(
                "    names: " + string.Join(", ", report.Entities.Select(static e => $"{e.Text} ({e.Type})"))
            );
            foreach (Claim claim in report.Claims)
            {
                Console.WriteLine(
                    $"    {(used.Contains(claim) ? "+" : "-")} {string.Join(" <- ", claim.AssertedBy)} {claim.Stance}: {claim.Subject} | {claim.Predicate} | {claim.Object} ({claim.Outcome})"
                );
            }
        }
    }

    // Who passes on another's word has it in his chain, and no claim of his own.
    private static bool HasStance(Claim claim, JsonElement statement)
    {
        string by = Text(statement, "by");
        bool isRelay = Text(statement, "chain") == "relay";
        return (
                isRelay || claim.Stance.ToString().Equals(Text(statement, "stance"), StringComparison.OrdinalIgnoreCase)
            ) && (by.Length == 0 || claim.AssertedBy.Take(isRelay ? int.MaxValue : 1).Any(name => IsSame(name, by)));
    }

    private static bool IsWhole(Claim claim, JsonElement statement) =>
        HasSubject(claim, statement)
        && HasObject(claim, statement)
        && HasOutcome(claim, statement)
        && (Text(statement, "predicate") is not { Length: > 0 } predicate || predicate == claim.Predicate);

    private static bool HasSubject(Claim claim, JsonElement statement)
    {
        string who = Parties(claim, statement).Who;
        return IsSame(who, Text(statement, "subject"))
            || (Text(statement, "antecedent") is { Length: > 0 } named && IsSame(who, named));
    }

    private static bool HasObject(Claim claim, JsonElement statement) =>
        IsSame(Parties(claim, statement).Whom, Text(statement, "object"));

    // A denial is of what was claimed, with what was claimed to have come of it.
    private static bool HasOutcome(Claim claim, JsonElement statement) =>
        claim.Stance is ClaimStance.Denies or ClaimStance.Retracts
        || Outcome(claim.Outcome) == Text(statement, "outcome");

    // Whose doing something is, is marked as who did it; and two names of one actor are that either way.
    private static (string Who, string Whom) Parties(Claim claim, JsonElement statement)
    {
        bool isTurned =
            (Text(statement, "predicate").Length == 0 && claim.Predicate == "attributed-to")
            || (claim.Predicate == "alias-of" && IsSame(claim.Subject, Text(statement, "object")));
        return isTurned ? (claim.Object, claim.Subject) : (claim.Subject, claim.Object);
    }

    // What nobody marked is not held against a claim.
    private static bool IsSame(string told, string wanted) =>
        wanted.Length == 0
        || (
            told.Length > 0
            && (
                told.Contains(Plain(wanted), StringComparison.OrdinalIgnoreCase)
                || wanted.Contains(Plain(told), StringComparison.OrdinalIgnoreCase)
            )
        );

    private static string Plain(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Outcome(ClaimedOutcome outcome) =>
        outcome switch
        {
            ClaimedOutcome.PartlySucceeded => "partly-succeeded",
            _ => outcome.ToString().ToLowerInvariant(),
        };
}
