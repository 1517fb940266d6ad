using System.Globalization;
using System.Text;
using Cordon.Events;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>Makes rules of every kind of test, and events that are near to them, from a seed.</summary>
/// <param name="seed">The same seed gives the same rules and events.</param>
/// <param name="standIn">Whether the events stand in for those that the rules are for, so that some fields are unknown.</param>
internal sealed class RandomRules(int seed, bool standIn = false)
{
    private static readonly string[] PlainFields =
    [
        "EventID",
        "Channel",
        "Image",
        "CommandLine",
        "User",
        "Ip",
        "When",
        "Gone",
        "Odd",
    ];

    // What Sysmon's event 1 has: by their own names in the rules, by those of Security 4688 in the events, the last three in neither.
    private static readonly string[] ProcessFields =
    [
        "Image",
        "CommandLine",
        "Odd",
        "ParentImage",
        "EventID",
        "User",
        "Hashes",
        "ParentCommandLine",
        "OriginalFileName",
    ];

    private static readonly string[] LoggedProcessFields =
    [
        "NewProcessName",
        "CommandLine",
        "Odd",
        "ParentProcessName",
        "EventID",
        "SubjectUserName",
        "SubjectDomainName",
    ];

    private readonly string[] _fields = standIn ? ProcessFields : PlainFields;
    private readonly string[] _logged = standIn ? LoggedProcessFields : [.. PlainFields.Where(static f => f != "Gone")];

    private static readonly string[] Texts =
    [
        "a",
        "ab",
        "abc",
        "ABC",
        "cmd.exe",
        @"\cmd.exe",
        @"C:\Windows\cmd.exe",
        "powershell -enc",
        "-enc",
        "/enc",
        "x",
        "",
        " ",
        "ſtraße",
        "STRASSE",
        "Kelvin",
        "\u212Aelvin",
        "İstanbul",
        "istanbul",
        "ΣΑΣ",
        "σας",
        "𐐀x",
        "𐐨x",
        "É",
        "é",
        "ˣ",
        "1",
        "16",
        "0x10",
        "16.0",
        "-5",
        "true",
        "10.1.2.3",
        "::1",
        "2026-03-02T05:00:00Z",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
        "mimikatz",
        "a%b",
        "{x}",
        "a|b",
    ];

    private static readonly string[] Regexes =
    [
        "abc",
        "^c.*exe$",
        "(?i)ABC+",
        "cmd|power",
        "(?:cmd|power)shell?",
        @"\\cmd\.exe",
        "a{2,}b",
        "[a-c]{3}",
        @"\d{2}",
        "x?y*z?",
        "(a(b|c))+",
        "-enc.*x|kelvin",
        @"`a?`b",
        "(?i)kelvin",
        "(?i)ſ",
        "%b",
        @"\{x\}",
        "a{1}b",
    ];

    private readonly Random _random = new(seed);

    public string Rule()
    {
        int searches = 1 + _random.Next(4);
        var detection = new StringBuilder();
        for (int i = 0; i < searches; i++)
        {
            detection.Append(CultureInfo.InvariantCulture, $"s{i}:\n");
            if (_random.Next(8) == 0)
            {
                detection.Append(
                    CultureInfo.InvariantCulture,
                    $"    - {Quoted(NonEmpty())}\n    - {Quoted(NonEmpty())}\n"
                );
                continue;
            }

            int tests = 1 + _random.Next(3);
            for (int t = 0; t < tests; t++)
            {
                detection.Append(CultureInfo.InvariantCulture, $"    {Test(t)}\n");
            }
        }

        string rule = Sample.Rule(detection + $"condition: {Condition(searches, 0)}");
        return standIn
            ? rule.Replace(
                "product: windows",
                "product: windows\n    category: process_creation",
                StringComparison.Ordinal
            )
            : rule;
    }

    /// <summary>A filter for all rules, of one search.</summary>
    public string Filter() =>
        $"title: F\nlogsource:\n    product: windows\nfilter:\n    rules: any\n    f:\n        {Test(0)}\n        {Test(1)}\n    condition: not f\n";

    public EventSnapshot Event(FieldTable table)
    {
        List<SnapshotField> fields = [];
        foreach (string field in _logged)
        {
            AddValues(
                fields,
                field,
                _random.Next(6) switch
                {
                    0 => 0,
                    1 => 2,
                    _ => 1,
                }
            );
        }

        return Made(table, Pick(["Security", "System", "Other"]), _random.Next(4), fields);
    }

    /// <summary>An event whose fields of channel, provider and code say what its header does, and few of whose fields repeat.</summary>
    /// <param name="table">The table of fields.</param>
    /// <param name="mark">Stands in <see cref="MarkedField"/>, if it is not empty.</param>
    public KeyedEvent PlainEvent(FieldTable table, string mark = "")
    {
        int code = standIn ? 4688 : 1 + (_random.Next(5) / 4);
        List<SnapshotField> fields =
        [
            SnapshotField.OfInteger("EventID", code),
            SnapshotField.OfText("Channel", "Security"),
            SnapshotField.OfText("Provider_Name", standIn ? "Microsoft-Windows-Security-Auditing" : "P"),
        ];
        foreach (string field in _logged.Where(static f => f is not ("EventID" or "Channel")))
        {
            if (field == MarkedField && mark.Length > 0)
            {
                fields.Add(SnapshotField.OfText(field, Pick(Texts) + mark));
                continue;
            }

            AddValues(
                fields,
                field,
                _random.Next(60) switch
                {
                    < 8 => 0,
                    8 => 2,
                    _ => 1,
                }
            );
        }

        return new KeyedEvent(Made(table, "Security", code, fields));
    }

    /// <summary>A field of the events that rules ask for; of those that stand in, one of several that a rule's field is made of.</summary>
    public string MarkedField => standIn ? "SubjectUserName" : "Odd";

    private void AddValues(List<SnapshotField> fields, string field, int count)
    {
        for (int i = 0; i < count; i++)
        {
            fields.Add(Value(field));
        }
    }

    private EventSnapshot Made(FieldTable table, string channel, int code, List<SnapshotField> fields) =>
        new(
            table,
            new EventOrigin
            {
                Source = "made",
                Product = "windows",
                Channel = standIn ? "Security" : channel,
                Provider = standIn ? "Microsoft-Windows-Security-Auditing" : "P",
                Code = standIn ? 4688 : code,
            },
            fields
        );

    private SnapshotField Value(string name) =>
        _random.Next(12) switch
        {
            0 => SnapshotField.OfNull(name),
            1 => SnapshotField.OfInteger(name, _random.Next(20)),
            2 => SnapshotField.Of(name, FieldValue.FromReal(16, "16")),
            3 => SnapshotField.Of(name, FieldValue.FromBoolean(true)),
            4 => SnapshotField.Of(
                name,
                FieldValue.FromTime(new DateTime(2026, 3, 2, 5, 0, 0, DateTimeKind.Utc).Ticks, "2026-03-02T05:00:00Z")
            ),
            5 => SnapshotField.OfText(name, Swap(Pick(Texts)) + Pick(Texts)),
            6 => SnapshotField.OfText(name, Pick(Texts) + Swap(Pick(Texts)) + Pick(Texts)),
            _ => SnapshotField.OfText(name, Swap(Pick(Texts))),
        };

    private string Test(int number)
    {
        // A key may stand only once; a modifier's place tells them apart.
        string field = _fields[(_random.Next(3) * 3) + (number % 3)];
        return _random.Next(18) switch
        {
            0 => $"{field}|contains:{List()}",
            1 => $"{field}|startswith:{List()}",
            2 => $"{field}|endswith:{List()}",
            3 => $"{field}|contains|all:{List()}",
            4 => $"{field}|cased: {Quoted(Pick(Texts))}",
            5 => $"{field}|re: {Quoted(Pick(Regexes))}",
            6 => $"{field}|re|i: {Quoted(Pick(Regexes))}",
            7 => $"{field}|cidr: {Pick(["10.0.0.0/8", "::/0"])}",
            8 => $"{field}|{Pick(["lt", "lte", "gt", "gte"])}: {_random.Next(20)}",
            9 => $"{field}|exists: {Pick(["true", "false"])}",
            10 => $"{field}|fieldref: {Pick(_fields)}",
            11 => $"{field}: null",
            12 => $"{field}: {_random.Next(20)}",
            13 => $"{field}|contains|windash:\n            - {Quoted("-" + NonEmpty())}",
            14 => $"{field}: {Quoted(Pick(["*", "?", "a?c", "*a*b*", "*b", "?md.exe", "*\\\\cmd*exe", "a*", "*ˣ*"]))}",
            15 => $"{field}|{Pick(["contains", "startswith", "endswith"])}:{LongList()}",
            16 => $"{field}:{LongList()}",
            _ => $"{field}: {Quoted(Pick(Texts))}",
        };
    }

    // Of four values on they are looked for together.
    private string LongList() =>
        string.Concat(
            Enumerable
                .Range(0, 3 + _random.Next(4))
                .Select(_ => NonEmpty())
                .Append("zzz")
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(static text => $"\n            - {Quoted(text)}")
        );

    private string List() =>
        _random.Next(2) == 0
            ? $" {Quoted(NonEmpty())}"
            : $"\n            - {Quoted(NonEmpty())}\n            - {Quoted(NonEmpty())}";

    private string Condition(int searches, int depth)
    {
        string one = $"s{_random.Next(searches)}";
        return depth > 3
            ? one
            : _random.Next(7) switch
            {
                0 => $"({Condition(searches, depth + 1)} and {Condition(searches, depth + 1)})",
                1 => $"({Condition(searches, depth + 1)} or {Condition(searches, depth + 1)})",
                2 => $"not ({Condition(searches, depth + 1)})",
                3 => $"(not {one} and {Condition(searches, depth + 1)})",
                4 => $"{Pick(["1", "all"])} of s*",
                _ => one,
            };
    }

    private string NonEmpty()
    {
        string text = Pick(Texts);
        return text.Trim().Length == 0 ? "ab" : text;
    }

    // Turns the case of some characters, so that equality ignoring case is met from both sides.
    private string Swap(string text) =>
        _random.Next(3) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.ToLowerInvariant(),
            _ => text,
        };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
