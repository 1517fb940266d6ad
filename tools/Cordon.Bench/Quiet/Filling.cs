using System.Globalization;
using System.Text;

namespace Cordon.Bench.Quiet;

/// <summary>Fills names in braces: those of one event fit together, and the same seed gives the same text on every machine.</summary>
internal sealed class Filling(uint seed)
{
    private const int People = 180;
    private const int Hosts = 140;
    private const int Policies = 12;
    private const int ComClasses = 24;

    private static readonly string[] Families =
    [
        "smith",
        "jones",
        "diaz",
        "meyer",
        "okafor",
        "tanaka",
        "rossi",
        "novak",
        "silva",
        "kaur",
        "haddad",
        "larsen",
        "dubois",
        "ivanova",
        "chen",
        "patel",
        "murphy",
        "kowalski",
        "santos",
        "berg",
        "nguyen",
        "yilmaz",
        "cohen",
        "garcia",
        "jansen",
        "weber",
        "lopez",
        "ali",
        "martin",
        "kim",
    ];

    private static readonly (string Name, int Port)[] Listeners =
    [
        ("lsass.exe", 88),
        ("lsass.exe", 389),
        ("lsass.exe", 3268),
        ("dns.exe", 53),
        ("svchost.exe", 135),
        ("svchost.exe", 123),
        ("dfsrs.exe", 5722),
        ("svchost.exe", 49_666),
    ];

    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private uint _state = seed;
    private int _person;
    private int _host;
    private string[] _process = [];
    private string[] _talk = [];
    private string[] _library = [];
    private string[] _file = [];
    private string[] _value = [];
    private (string Name, int Port) _listener;
    private uint _logon;
    private DateTime _time;

    /// <summary>Chooses who, where and what the next event is about.</summary>
    public void Begin(DateTime time)
    {
        _time = time;
        _person = Below(People);
        _host = Below(Hosts);
        _logon = Random();
        _process = Pick(Ordinary.Processes);
        _talk = Pick(Ordinary.Connections);
        _library = Pick(Ordinary.Libraries);
        _file = Pick(Ordinary.Files);
        _value = Pick(Ordinary.Registry);
        _listener = Listeners[Below(Listeners.Length)];
    }

    /// <summary>The text with its names filled.</summary>
    public string Fill(string text)
    {
        int open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var filled = new StringBuilder();
        int from = 0;
        while (open >= 0)
        {
            int close = text.IndexOf('}', open);
            string? value = close < 0 ? null : ValueOf(text[(open + 1)..close]);
            if (value is null)
            {
                filled.Append(text, from, open + 1 - from);
                from = open + 1;
            }
            else
            {
                filled.Append(text, from, open - from).Append(value);
                from = close + 1;
            }

            open = text.IndexOf('{', from);
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Random() % (uint)end);

    // Null where the name is none: braces of a script.
    private string? ValueOf(string name) =>
        name switch
        {
            "user" => UserOf(_person),
            "usersid" => Text($"S-1-5-21-2084719403-1177238915-682003330-{1_100 + _person}"),
            "host" => Text($"WS-{1_000 + (_host * 7)}"),
            "ip" => Text($"10.20.{1 + (_host / 100)}.{20 + (_host % 100)}"),
            "serverip" => Text($"10.20.0.{10 + Below(8)}"),
            "port" => Text($"{49_152 + Below(16_000)}"),
            "logon" => Text($"0x{_logon:x}"),
            "logontype" => _person % 40 == 0 ? "2" : "3",
            "logonprocess" => _person % 40 == 0 ? "User32 " : "Kerberos",
            "pid" => Text($"0x{Below(0x8000):x}"),
            "guid" => Text(
                $"{{{Random():x8}-{Below(0x10000):x4}-{Below(0x10000):x4}-{Below(0x10000):x4}-{Random():x8}{Below(0x10000):x4}}}"
            ),
            "policy" => Names.IdOf(Text($"policy {Below(Policies)}")).ToString("B").ToUpperInvariant(),
            "comclass" => Names.IdOf(Text($"class {Below(ComClasses)}")).ToString("B").ToUpperInvariant(),
            "time" => _time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            "parent" => Fill(_process[0]),
            "parentcommand" => Fill(_process[1]),
            "image" => Fill(_process[2]),
            "command" => Fill(_process[3]),
            "description" => _process[4],
            "company" => _process[5],
            "imagename" => NameOf(_process[2]),
            "hashes" => HashesOf(_process[2]),
            "talker" => Fill(_talk[0]),
            "talkerport" => _talk[1],
            "talkername" => _talk[2],
            "library" => _library[0],
            "librarytext" => _library[1],
            "libraryname" => NameOf(_library[0]),
            "libraryhashes" => HashesOf(_library[0]),
            "writer" => _file[0],
            "file" => Fill(_file[1]),
            "setter" => _value[0],
            "key" => Fill(_value[1]),
            "details" => Fill(_value[2]),
            "listener" => _listener.Name,
            "listenerport" => Text($"{_listener.Port}"),
            "servicestate" => Below(2) == 0 ? "running" : "stopped",
            _ when name.StartsWith("n:", StringComparison.Ordinal) => Text(
                $"{Below(int.Parse(name.AsSpan(2), CultureInfo.InvariantCulture))}"
            ),
            _ when name.StartsWith("hex:", StringComparison.Ordinal) => Text($"{Random():x8}")[
                ..int.Parse(name.AsSpan(4), CultureInfo.InvariantCulture)
            ],
            _ => Ordinary.Words.TryGetValue(name, out string[]? words) ? Fill(Pick(words)) : null,
        };

    private static string UserOf(int person) =>
        Text($"{(char)('a' + (person * 7 % 26))}{Families[person % Families.Length]}");

    private static string NameOf(string path) => path[(path.LastIndexOf('\\') + 1)..];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string HashesOf(string path) =>
        _hashes.TryGetValue(path, out string? hashes) ? hashes : _hashes[path] = Names.HashesOf(path);

    private T Pick<T>(T[] items) => items[Below(items.Length)];

    private uint Random()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }
}
