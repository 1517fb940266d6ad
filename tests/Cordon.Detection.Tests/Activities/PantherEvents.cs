using System.Globalization;
using System.Text;
using System.Text.Json;
using Cordon.Settings;
using Cordon.Testing;

namespace Cordon.Detection.Tests.Activities;

/// <summary>The events in the tests of a public set of rules, as JSON.</summary>
internal static class PantherEvents
{
    private static readonly SettingsLimits Limits = new() { MaxDepth = 40 };

    /// <summary>The events of a folder's rules; files that plain YAML can't say are left out.</summary>
    public static IEnumerable<(string Name, string Json)> Of(string folder)
    {
        foreach (
            string path in Directory
                .EnumerateFiles(Corpora.Require("identity", "panther-tests", "rules", folder), "*.yml")
                .Order(StringComparer.Ordinal)
        )
        {
            SettingsTable root;
            try
            {
                root = SettingsFile.Load(path, Limits).Root;
            }
            catch (SettingsException)
            {
                continue;
            }

            if (root["Tests"] is not SettingsList tests)
            {
                continue;
            }

            foreach (SettingsTable test in tests.Items.OfType<SettingsTable>())
            {
                if (test["Log"] is SettingsTable log)
                {
                    yield return ($"{Path.GetFileName(path)}: {(test["Name"] as SettingsText)?.Text}", ToJson(log));
                }
            }
        }
    }

    private static string ToJson(SettingsNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, SettingsNode node)
    {
        switch (node)
        {
            case SettingsTable table:
                writer.WriteStartObject();
                foreach ((SettingsText key, SettingsNode value) in table.Entries)
                {
                    writer.WritePropertyName(key.Text);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case SettingsList list:
                writer.WriteStartArray();
                foreach (SettingsNode item in list.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case SettingsText { Text: "true" or "false" } flag:
                writer.WriteBooleanValue(flag.Text == "true");
                break;
            case SettingsText { Text: "null" or "~" }:
                writer.WriteNullValue();
                break;
            case SettingsText text
                when text.Text.Length < 16
                    && long.TryParse(
                        text.Text,
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out long number
                    ):
                writer.WriteNumberValue(number);
                break;
            case SettingsText text:
                writer.WriteStringValue(text.Text);
                break;
        }
    }
}
