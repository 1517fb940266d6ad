using Cordon.Settings;

namespace Cordon.Telemetry.Mapping;

/// <summary>Reads files of mappings, strictly: what is misspelt is refused with its place.</summary>
internal static class MappingFile
{
    private static readonly string[] Known =
    [
        "name",
        "match",
        "product",
        "channel",
        "time",
        "zone",
        "day-first",
        "delimiter",
        "computer",
        "provider",
        "code",
        "fields",
        "constants",
    ];

    /// <summary>The mappings of a file.</summary>
    /// <exception cref="SettingsException">The file can't be used.</exception>
    public static IReadOnlyList<LogMapping> Read(SettingsFile file)
    {
        file.AllowKeys(file.Root, "logs");
        if (file.Root["logs"] is not { } list)
        {
            file.Refuse(file.Root, "'logs' is missing: a list of mappings");
            return [];
        }

        return [.. file.List(list, "logs").Select(node => Mapping(file, file.Table(node, "an entry of logs")))];
    }

    private static LogMapping Mapping(SettingsFile file, SettingsTable table)
    {
        file.AllowKeys(table, Known);
        IReadOnlyList<string> match = file.Texts(table["match"], "match");
        if (match.Count == 0)
        {
            file.Refuse(table, "'match' is missing: names of fields by which such a file is known");
        }

        return new LogMapping
        {
            Name = Needed(file, table, "name"),
            Match = match,
            Product = Needed(file, table, "product"),
            Channel = Needed(file, table, "channel"),
            Time = Needed(file, table, "time"),
            Zone = Zone(file, table["zone"]),
            IsDayFirst = table["day-first"] is { } flag && file.Flag(flag, "day-first"),
            Delimiter = Delimiter(file, table["delimiter"]),
            Computer = Optional(file, table, "computer"),
            Provider = Optional(file, table, "provider"),
            Code = Optional(file, table, "code"),
            Fields = Pairs(file, table["fields"], "fields"),
            Constants = Pairs(file, table["constants"], "constants"),
        };
    }

    private static string Needed(SettingsFile file, SettingsTable table, string key)
    {
        if (table[key] is not { } node)
        {
            file.Refuse(table, $"'{key}' is missing");
            return "";
        }

        return file.Text(node, key);
    }

    private static string Optional(SettingsFile file, SettingsTable table, string key) =>
        table[key] is { } node ? file.Text(node, key) : "";

    private static TimeZoneInfo? Zone(SettingsFile file, SettingsNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(file.Text(node, "zone"), out TimeZoneInfo? zone))
        {
            file.Refuse(node, "zone is no time zone; write one like Europe/Berlin or UTC");
        }

        return zone;
    }

    private static char? Delimiter(SettingsFile file, SettingsNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string text = file.Text(node, "delimiter");
        if (text is "tab" or "\\t")
        {
            return '\t';
        }

        if (text.Length != 1 || text[0] == '"')
        {
            file.Refuse(node, "delimiter is one character, or tab");
        }

        return text[0];
    }

    private static List<KeyValuePair<string, string>> Pairs(SettingsFile file, SettingsNode? node, string what) =>
        node is null
            ? []
            :
            [
                .. file.Table(node, what)
                    .Entries.Select(e => KeyValuePair.Create(e.Key.Text, file.Text(e.Value, e.Key.Text))),
            ];
}
