using System.Diagnostics;
using System.Text;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Fuzzing;

/// <summary>
/// Breaks rule texts in every way it can think of and checks what loading promises: problems, never exceptions; every document
/// either usable or refused with an error; the same again; in bounded time.
/// </summary>
public static class RuleFuzzer
{
    private static readonly string[] Fragments =
    [
        "|all",
        "|contains",
        "|re",
        "|re|i",
        "|base64offset",
        "|windash",
        "|wide",
        "|cidr",
        "|expand",
        "|fieldref",
        "|exists",
        "|gt",
        "|hour",
        "|neq",
        "|cased",
        "null",
        "'*'",
        "'?'",
        "\\",
        "\\\\",
        "%x%",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a ",
        "<<: *a",
        "---\n",
        "...\n",
        "\t",
        "\r",
        "\0",
        "\u2028",
        "\uFEFF",
        "|\n",
        ">\n",
        "'",
        "\"",
        "# ",
        "!!str ",
        "!x ",
        "? ",
        "- ",
        ": ",
        "not ",
        "(",
        ")",
        " and ",
        " or ",
        "1 of ",
        "all of ",
        "them",
        "sel*",
        "| count() > 5",
        "(?=a)",
        "(a+)+$",
        "a{1000}",
        "[[:alpha:]]",
        "10.0.0.0/8",
        "::/0",
        "0x10",
        "1e999",
        "-0",
        "2024-02-30",
        "\uD800",
        "é",
        "\U0001F600",
        "~",
        "correlation:\n  type: temporal\n",
        "filter:\n  rules: any\n",
        "action: global\n",
    ];

    private static readonly string[] Seeds =
    [
        Sample.Rule(
            "selection:\n    A|contains|all: [x, 'y*']\n    B: 5\nfilter:\n    C|re: 'a+b?'\n    D: null\ncondition: selection and not 1 of filter*"
        ),
        Sample.Rule(
            "words: [needle, 'b?d']\n'x':\n    - A|cidr: 10.0.0.0/8\n    - B|hour|gte: 5\ncondition: words or x"
        ),
        "title: C\nname: c\ncorrelation:\n  type: value_count\n  rules: [a, b]\n  group-by: [x]\n  timespan: 5m\n  condition: {field: y, gte: 3}\n  aliases:\n    x:\n      a: f\n",
        "title: F\nlogsource:\n  category: process_creation\nfilter:\n  rules: any\n  selection:\n    User|startswith: svc\n  condition: not selection\n",
        "title: &t T\nlogsource: &l\n  product: windows\ndetection:\n  s: &s\n    A|base64offset|contains: [abc, de]\n  t:\n    <<: *s\n    '|all': [k, l]\n  condition:\n    - s\n    - t\n---\ntitle: *t\n",
    ];

    /// <summary>Runs; throws with the seed and the text where a promise is broken.</summary>
    /// <param name="seed">Where to begin; the same seed gives the same run.</param>
    /// <param name="iterations">How many texts.</param>
    /// <returns>How many documents loaded and how many were refused.</returns>
    public static (int Loaded, int Refused) Run(int seed, int iterations)
    {
        int loaded = 0;
        int refused = 0;
        for (int i = 0; i < iterations; i++)
        {
            string text = Broken(seed, i);
            try
            {
                RuleSet set = Check(text);
                loaded += set.DocumentCount - set.RefusedCount;
                refused += set.RefusedCount;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}, iteration {i}: {e.Message}\n{text}", e);
            }
        }

        return (loaded, refused);
    }

    /// <summary>The texts as they are before they are broken; all but the last document of the last one can be used.</summary>
    public static IReadOnlyList<string> Unbroken => Seeds;

    /// <summary>One of the broken texts of a seed.</summary>
    public static string Broken(int seed, int number) => Mutate(new Random(unchecked((seed * 1_000_003) + number)));

    private static RuleSet Check(string text)
    {
        var watch = Stopwatch.StartNew();
        var table = new FieldTable();
        var options = new SigmaOptions
        {
            Fields = table,
            MaxYamlNodes = 5000,
            MaxPredicates = 5000,
        };
        RuleSet set = RuleSet.Parse(text, "fuzz.yml", options);
        RuleSet fromBytes = RuleSet.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), "fuzz.yml", options);
        Require(fromBytes.DocumentCount >= 0, "documents");
        Require(set.RefusedCount >= 0, "more documents than there are");
        Require(
            set.RefusedCount <= set.Problems.Count(problem => problem.Severity == ProblemSeverity.Error),
            "refused without an error"
        );
        int lines = text.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 2;
        foreach (SigmaProblem problem in set.Problems)
        {
            Require(problem.Line >= 1 && problem.Line <= lines && problem.Column >= 1, $"no such place: {problem}");
            Require(
                problem.Message.Length is > 10 and < 2000,
                $"a message that says nothing, or everything: {problem.Code}"
            );
            Require(!problem.Message.Any(char.IsControl), $"a message with control characters: {problem.Code}");
        }

        RuleSet again = RuleSet.Parse(text, "fuzz.yml", options);
        Require(set.Problems.SequenceEqual(again.Problems), "another result on the second run");
        Require(
            set.Rules.Select(rule => rule.Condition).SequenceEqual(again.Rules.Select(rule => rule.Condition)),
            "another condition"
        );

        EventSnapshot sample = Sample.Event(table, ("A", "xy"), ("B", 5), ("C", "aab"), ("D", null), ("User", "svc"));
        var interpreter = new SigmaInterpreter();
        foreach (SigmaRule rule in set.Rules)
        {
            interpreter.Evaluate(rule.Condition, sample);
            interpreter.Explain(rule.Condition, sample);
            Require($"{rule.Condition}".Length > 0, "a condition without words");
        }

        Require(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        return set;
    }

    private static string Mutate(Random random)
    {
        var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (int changes = 1 + (random.Next(8) / random.Next(1, 9)); changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(7))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, (char)random.Next(1, 0x300));
                    break;
                case 3 when text.Length > 0:
                    text[Math.Min(at, text.Length - 1)] = "\n \t:|-*'\"[]{}&#%?\\"[random.Next(18)];
                    break;
                case 4:
                    string piece = Fragments[random.Next(Fragments.Length)];
                    text.Insert(at, string.Concat(Enumerable.Repeat(piece, random.Next(20) == 0 ? 300 : 1)));
                    break;
                default:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Require(bool holds, string broken)
    {
        if (!holds)
        {
            throw new InvalidOperationException(broken);
        }
    }
}
