using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cordon.Simulation.Tests;

/// <summary>Every file is what its name says.</summary>
[Collection(nameof(SectorFixture))]
public sealed partial class FormatTests(SectorFixture fixture)
{
    [Fact]
    public void Every_file_can_be_read_as_its_format()
    {
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string path in fixture.Sectors.SelectMany(static s => WrittenSector.Files(s.Folder)))
        {
            string name = Path.GetFileName(path);
            if (Path.GetFileName(Path.GetDirectoryName(path)) == "intel")
            {
                // What could be known of those behind the attempts is no log: one document a file.
                using var document = JsonDocument.Parse(WrittenSector.ReadText(path));
                Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
                continue;
            }

            string kind =
                Path.GetFileName(Path.GetDirectoryName(path))!
                + Path.GetExtension(name.Replace(".gz", "", StringComparison.Ordinal));
            seen.Add(kind);
            if (name.EndsWith(".evtx", StringComparison.Ordinal))
            {
                string events = WrittenSector.ReadEvents(path, out int damages);
                Assert.Equal(0, damages);
                Assert.NotEmpty(events);
                continue;
            }

            string text = WrittenSector.ReadText(path);
            Assert.NotEmpty(text);
            switch (Path.GetExtension(name.Replace(".gz", "", StringComparison.Ordinal)))
            {
                case ".json":
                    Json(path, text);
                    break;
                case ".csv":
                    Csv(path, text);
                    break;
                case ".log":
                    Assert.All(
                        text.TrimEnd('\n').Split('\n'),
                        line => Assert.True(LogLine().IsMatch(line), $"{line} in {path}")
                    );
                    break;
                case ".eml":
                    Mail(path, text);
                    break;
                case ".mbox":
                    Assert.StartsWith("From ", text, StringComparison.Ordinal);
                    break;
                default:
                    Assert.Equal("cordon.yaml", name);
                    break;
            }
        }

        foreach (
            string kind in (string[])
                [
                    "entra.json",
                    "entra.csv",
                    "m365.csv",
                    "m365.json",
                    "okta.json",
                    "google.json",
                    "mail.csv",
                    "mail.mbox",
                    "messages.eml",
                    "linux.log",
                    "vpn.log",
                    "network.csv",
                    "network.log",
                    "dc01.evtx",
                ]
        )
        {
            Assert.Contains(kind, seen);
        }
    }

    [Fact]
    public void Some_files_are_packed_and_some_are_not()
    {
        string[] files = [.. fixture.Sectors.SelectMany(static s => WrittenSector.Files(s.Folder))];

        Assert.Contains(files, static f => f.EndsWith(".json.gz", StringComparison.Ordinal));
        Assert.Contains(files, static f => f.EndsWith(".json", StringComparison.Ordinal));
    }

    private static void Json(string path, string text)
    {
        if (
            text.StartsWith("{\"value\":[", StringComparison.Ordinal)
            || Path.GetFileName(path) is "truth.json" or "knowledge.json" or "warninglist.json"
        )
        {
            using JsonDocument whole = JsonDocument.Parse(text);
            return;
        }

        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            using JsonDocument item = JsonDocument.Parse(line);
            Assert.Equal(JsonValueKind.Object, item.RootElement.ValueKind);
        }
    }

    private static void Csv(string path, string text)
    {
        List<List<string>> rows = Rows(text);
        Assert.True(rows.Count > 1, path);
        int data = rows[0].IndexOf("AuditData");
        Assert.All(
            rows,
            row =>
            {
                Assert.True(
                    row.Count == rows[0].Count,
                    $"a row of {path} has {row.Count} cells instead of {rows[0].Count}"
                );
                if (data >= 0 && row != rows[0])
                {
                    using JsonDocument cell = JsonDocument.Parse(row[data]);
                }
            }
        );
    }

    private static List<List<string>> Rows(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var cell = new System.Text.StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    isQuoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"')
            {
                isQuoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        Assert.False(isQuoted);
        Assert.Empty(row);
        return rows;
    }

    private static void Mail(string path, string text)
    {
        int body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(body > 0, path);
        foreach (string line in text[..body].Split("\r\n"))
        {
            Assert.True(Header().IsMatch(line), $"{line} in {path}");
        }
    }

    [GeneratedRegex(
        @"^(<\d+>)?([A-Z][a-z]{2} [ \d]\d( \d{4})? \d\d:\d\d:\d\d |\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\.\d{3} )\S"
    )]
    private static partial Regex LogLine();

    [GeneratedRegex(@"^[A-Za-z\-]+: \S")]
    private static partial Regex Header();
}
