using System.Text.Json;
using Cordon.Evtx.Tests.Build;
using Cordon.Testing;

namespace Cordon.Evtx.Tests.OverCorpora;

/// <summary>
/// Our JSON against that which lies beside the logs of the regression data, value by value. The differences that are allowed are
/// those of representation that <c>docs/formats/evtx.md</c> argues: the writer of that JSON cut times to microseconds and
/// trimmed white space at the end of text.
/// </summary>
public sealed class RegressionJsonTests
{
    [Fact]
    public void Renders_every_log_as_the_JSON_beside_it()
    {
        string folder = Corpora.Require("sigma", "regression_data");
        var differences = new List<string>();
        int compared = 0;
        foreach (string json in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            string log = Path.ChangeExtension(json, ".evtx");
            if (!File.Exists(log))
            {
                continue;
            }

            List<JsonElement> expected = Objects(File.ReadAllBytes(json));
            List<string> ours = TestLog.Json(File.ReadAllBytes(log));
            string name = Path.GetRelativePath(folder, log);
            if (expected.Count != ours.Count)
            {
                differences.Add($"{name}: {expected.Count} records expected, {ours.Count} read");
                continue;
            }

            for (int i = 0; i < ours.Count; i++)
            {
                using JsonDocument mine = JsonDocument.Parse(ours[i]);
                Compare($"{name}[{i}]", expected[i], mine.RootElement, differences);
                compared++;
            }
        }

        Assert.True(compared > 0, "no JSON was found beside any log");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(50)));
    }

    private static void Compare(string place, JsonElement expected, JsonElement ours, List<string> differences)
    {
        if (expected.ValueKind == JsonValueKind.Object && ours.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in expected.EnumerateObject())
            {
                if (ours.TryGetProperty(property.Name, out JsonElement value))
                {
                    Compare($"{place}.{property.Name}", property.Value, value, differences);
                }
                else
                {
                    differences.Add($"{place}.{property.Name}: missing");
                }
            }

            differences.AddRange(
                ours.EnumerateObject()
                    .Where(p => !expected.TryGetProperty(p.Name, out _))
                    .Select(p => $"{place}.{p.Name}: not expected")
            );
        }
        else if (expected.ValueKind == JsonValueKind.Array && ours.ValueKind == JsonValueKind.Array)
        {
            if (expected.GetArrayLength() != ours.GetArrayLength())
            {
                differences.Add($"{place}: {expected.GetArrayLength()} items expected, {ours.GetArrayLength()} read");
                return;
            }

            for (int i = 0; i < expected.GetArrayLength(); i++)
            {
                Compare($"{place}[{i}]", expected[i], ours[i], differences);
            }
        }
        else if (!IsSameValue(expected, ours))
        {
            differences.Add($"{place}: expected {expected.GetRawText()}, read {ours.GetRawText()}");
        }
    }

    private static bool IsSameValue(JsonElement expected, JsonElement ours)
    {
        if (expected.ValueKind != JsonValueKind.String || ours.ValueKind != JsonValueKind.String)
        {
            return expected.ValueKind == ours.ValueKind && expected.GetRawText() == ours.GetRawText();
        }

        string theirs = expected.GetString()!;
        string mine = ours.GetString()!;
        return theirs == mine
            || theirs == mine.TrimEnd()
            || (IsTime(theirs) && IsTime(mine) && theirs[..^1] == mine[..26]);
    }

    private static bool IsTime(string text) => text.Length is 27 or 28 && text[10] == 'T' && text[^1] == 'Z';

    // Some of the files hold several objects in a row.
    private static List<JsonElement> Objects(byte[] json)
    {
        ReadOnlySpan<byte> bytes = json;
        bytes = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        var all = new List<JsonElement>();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            all.Add(JsonElement.ParseValue(ref reader));
        }

        return all;
    }
}
