using System.Globalization;
using System.Text;

namespace Cordon.Bench.Quiet;

/// <summary>Fills names in braces: those of one event fit together, and the same seed gives the same text on every machine.</summary>
/// <param name="seed">Of all that is chosen; not 0.</param>
/// <param name="station">The workstation whose log it is, from 0; null for the domain controller, which sees all.</param>
internal sealed class Filling(uint seed, int? station)
{
    private const int People = 180;
    private const int PeopleOfStation = 3;
    private const int Hosts = 140;
    private const int Elsewhere = 25;
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

    private const string Domain = "S-1-5-21-2084719403-1177238915-682003330";

    private static readonly string[][] AllProcesses = [.. Ordinary.Processes, .. Programs.All];

    // Nobody sits at a server.
    private static readonly string[][] ProcessesOfServer =
    [
        .. AllProcesses.Where(static p => IsService(p[0]) || p[0].EndsWith(@"\svchost.exe", StringComparison.Ordinal)),
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
    private string[] _lookup = [];
    private string[] _logonKind = [];
    private string[] _flow = [];
    private string[] _task = [];
    private bool _isSystem;
    private bool _isComputer;
    private string? _image;
    private uint _logon;
    private DateTime _time;

    /// <summary>Chooses who, where and what the next event is about.</summary>
    public void Begin(DateTime time)
    {
        _time = time;
        _person = station is { } here ? ((here * 11) + Below(PeopleOfStation)) % People : Below(People);
        // People sit at computers of their own, and now and then at somebody else's: whoever comes from all of them looks like a password spray.
        _host = station ?? (Below(Elsewhere) == 0 ? Below(Hosts) : _person % Hosts);
        _logon = Random();
        // What stands first in the table is what runs most, as on real computers.
        string[][] programs = station is null ? ProcessesOfServer : AllProcesses;
        _process = programs[Math.Min(Below(programs.Length), Below(programs.Length))];
        _isSystem = IsService(_process[0]);
        _isComputer = station is null && Below(100) < 45;
        _talk = Pick(Ordinary.Connections);
        _library = Pick(Ordinary.Libraries);
        _file = Pick(Ordinary.Files);
        _value = Pick(Ordinary.Registry);
        _lookup = Pick(Network.Lookups);
        _logonKind = Pick(station is null ? Network.LogonsOfDomain : Network.LogonsOfStation);
        _flow = Pick(station is null ? Network.FlowsOfDomain : Network.FlowsOfStation);
        _task = Pick(Network.Tasks);
        _image = null;
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
            "usersid" => Text($"{Domain}-{1_100 + _person}"),
            "account" => _isComputer ? HostOf(_host) + "$" : UserOf(_person),
            "accountsid" => Text($"{Domain}-{(_isComputer ? 4_000 + _host : 1_100 + _person)}"),
            "subject" => _isSystem ? Computer + "$" : UserOf(_person),
            "subjectsid" => _isSystem ? "S-1-5-18" : Text($"{Domain}-{1_100 + _person}"),
            "subjectlogon" => _isSystem ? "0x3e7" : Text($"0x{_logon:x}"),
            "owner" => _isSystem ? @"NT AUTHORITY\SYSTEM" : @"MERIDALE\" + UserOf(_person),
            "session" => _isSystem ? "0" : "1",
            "integrity" => _isSystem ? "System" : "Medium",
            "label" => _isSystem ? "S-1-16-16384" : "S-1-16-8192",
            "elevation" => _isSystem ? "%%1936" : "%%1938",
            "host" => HostOf(_host),
            "ip" => Text($"10.20.{1 + (_host / 100)}.{20 + (_host % 100)}"),
            "serverip" => Text($"10.20.0.{10 + Below(24)}"),
            "webip" => Text($"198.51.100.{1 + Below(250)}"),
            "port" => Text($"{49_152 + Below(16_000)}"),
            "logon" => Text($"0x{_logon:x}"),
            "logontype" => _logonKind[0],
            "logonprocess" => _logonKind[1],
            "logonpackage" => _logonKind[2],
            "logonfrom" => Fill(_logonKind[3]),
            "logonaddress" => Fill(_logonKind[4]),
            "logonport" => Fill(_logonKind[5]),
            "logonby" => _logonKind[6],
            "pid" => Text($"0x{Below(0x8000):x}"),
            "guid" => Text(
                $"{{{Random():x8}-{Below(0x10000):x4}-{Below(0x10000):x4}-{Below(0x10000):x4}-{Random():x8}{Below(0x10000):x4}}}"
            ),
            "policy" => Names.IdOf(Text($"policy {Below(Policies)}")).ToString("B").ToUpperInvariant(),
            "comclass" => Names.IdOf(Text($"class {Below(ComClasses)}")).ToString("B").ToUpperInvariant(),
            "time" => _time.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            "parent" => Fill(_process[0]),
            "parentcommand" => Fill(_process[1]),
            "image" => _image ??= Fill(_process[2]),
            "command" => Fill(_process[3]),
            "description" => _process[4],
            "company" => _process[5],
            "imagename" => NameOf(_process[2]),
            "hashes" => HashesOf(_process[2]),
            "talker" => Fill(_talk[0]),
            "talkerport" => _talk[1],
            "talkername" => _talk[2],
            "talkerto" => Fill(_talk[3]),
            "talkertoname" => Fill(_talk[4]),
            "lookedupby" => Fill(_lookup[0]),
            "name" => Fill(_lookup[1]),
            "taskname" => Fill(_task[0]),
            "taskaction" => _task[1],
            "library" => _library[0],
            "librarytext" => _library[1],
            "libraryname" => NameOf(_library[0]),
            "libraryhashes" => HashesOf(_library[0]),
            "writer" => _file[0],
            "file" => Fill(_file[1]),
            "setter" => _value[0],
            "key" => Fill(_value[1]),
            "details" => Fill(_value[2]),
            "flowapplication" => _flow[0],
            "flowdirection" => _flow[1],
            "flowsource" => Fill(_flow[2]),
            "flowsourceport" => Fill(_flow[3]),
            "flowtarget" => Fill(_flow[4]),
            "flowtargetport" => Fill(_flow[5]),
            "flowprotocol" => _flow[6],
            "flowlayer" => _flow[7],
            "servicestate" => Below(2) == 0 ? "running" : "stopped",
            _ when name.StartsWith("n:", StringComparison.Ordinal) => Text(
                $"{Below(int.Parse(name.AsSpan(2), CultureInfo.InvariantCulture))}"
            ),
            _ when name.StartsWith("hex:", StringComparison.Ordinal) => Text($"{Random():x8}")[
                ..int.Parse(name.AsSpan(4), CultureInfo.InvariantCulture)
            ],
            _ => Ordinary.Words.TryGetValue(name, out string[]? words) ? Fill(Pick(words)) : null,
        };

    private string Computer => station is { } here ? HostOf(here) : "DC01";

    private static bool IsService(string parent) =>
        parent.EndsWith(@"\services.exe", StringComparison.Ordinal)
        || parent.EndsWith(@"\TrustedInstaller.exe", StringComparison.Ordinal)
        || parent.EndsWith(@"\SearchIndexer.exe", StringComparison.Ordinal);

    /// <summary>The name of a workstation.</summary>
    public static string HostOf(int host) => Text($"WS-{1_000 + (host * 7)}");

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
