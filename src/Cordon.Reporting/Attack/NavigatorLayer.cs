using System.Globalization;
using System.Text.Json;

namespace Cordon.Reporting.Attack;

/// <summary>
/// Writes coverage as a layer for the ATT&amp;CK Navigator, layer format 4.5: the score of a technique is the number of its rules,
/// or of findings where there are some.
/// </summary>
public static class NavigatorLayer
{
    private const int TitlesShown = 20;
    private const int TitleLength = 200;

    // From a colour that is hardly there to one that is: more is better for rules, worse for findings.
    private static readonly string[] RuleColours = ["#deebf7", "#6baed6", "#08519c"];
    private static readonly string[] FindingColours = ["#fee5d9", "#fb6a4a", "#a50f15"];

    /// <summary>Writes the layer as UTF-8, indented, without a byte order mark.</summary>
    /// <param name="coverage">What is shown.</param>
    /// <param name="name">The layer's name.</param>
    /// <param name="rules">Where the rules are from, for the layer's metadata.</param>
    /// <param name="platforms">Platforms of ATT&amp;CK to show techniques of, such as <c>Windows</c>; empty for all.</param>
    /// <param name="output">Stays open.</param>
    public static void Write(
        AttackCoverage coverage,
        string name,
        string rules,
        IReadOnlyList<string> platforms,
        Stream output
    )
    {
        ArgumentNullException.ThrowIfNull(coverage);
        ArgumentNullException.ThrowIfNull(platforms);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("versions");
        json.WriteString("navigator", "5.0.0");
        json.WriteString("layer", "4.5");
        json.WriteEndObject();
        json.WriteString("domain", "enterprise-attack");
        json.WriteString(
            "description",
            coverage.HasFindings
                ? "Techniques by the number of findings. A technique with rules and without findings has the score 0."
                : "Techniques by the number of rules that look for them, by the rules' own tags."
        );
        if (platforms.Count > 0)
        {
            json.WriteStartObject("filters");
            WriteTexts(json, "platforms", platforms);
            json.WriteEndObject();
        }

        json.WriteNumber("sorting", 3);
        json.WriteStartObject("layout");
        json.WriteString("layout", "side");
        json.WriteBoolean("showName", true);
        json.WriteBoolean("showID", true);
        json.WriteString("expandedSubtechniques", "annotated");
        json.WriteEndObject();
        json.WriteBoolean("hideDisabled", false);
        long highest = WriteTechniques(json, coverage);
        json.WriteStartObject("gradient");
        WriteTexts(json, "colors", coverage.HasFindings ? FindingColours : RuleColours);
        json.WriteNumber("minValue", 0);
        json.WriteNumber("maxValue", Math.Max(1, highest));
        json.WriteEndObject();
        json.WriteStartArray("metadata");
        WriteMetadata(json, "rules from", rules);
        WriteMetadata(json, "rules", Number(coverage.RuleCount));
        WriteMetadata(json, "rules without a technique", Number(coverage.WithoutTechnique));
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static long WriteTechniques(Utf8JsonWriter json, AttackCoverage coverage)
    {
        long highest = 0;
        json.WriteStartArray("techniques");
        foreach (TechniqueCoverage technique in coverage.Techniques)
        {
            int rules = coverage.RulesOf(technique.Id);
            long score = technique.Findings ?? rules;
            highest = Math.Max(highest, score);
            json.WriteStartObject();
            json.WriteString("techniqueID", technique.Id);
            json.WriteNumber("score", score);
            json.WriteString("comment", Comment(technique, rules));
            json.WriteBoolean("enabled", true);
            json.WriteStartArray("metadata");
            WriteMetadata(json, "rules", Number(rules));
            if (technique.Findings is { } findings)
            {
                WriteMetadata(json, "findings", Number(findings));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        return highest;
    }

    private static string Comment(TechniqueCoverage technique, int rules)
    {
        IEnumerable<string> titles = technique
            .Titles.Take(TitlesShown)
            .Select(static title => Terminal.SafeText.OneLine(title, TitleLength));
        int left = technique.Titles.Count - TitlesShown;
        string text = string.Join('\n', titles);
        return rules == 0 ? "no rule of this set names it"
            : left > 0 ? $"{text}\n… and {Wording.Count(left)} more"
            : text;
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
