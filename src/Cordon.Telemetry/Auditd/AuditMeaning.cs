using System.Globalization;
using System.Text;
using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Auditd;

/// <summary>What the records of one event say together: which call it was, who called, and whether it executed, made a file or connected.</summary>
/// <remarks>Gives names of its own, below <c>audit.</c>, beside those of the records, as rules on the audit log ask for the latter.</remarks>
internal sealed class AuditMeaning
{
    // EINPROGRESS: a socket that does not block goes on connecting.
    private const string GoesOn = "-115";
    private const long WriteFlags = 3;
    private const long TruncateFlag = 0x200;

    private readonly IReadOnlyList<AuditRecord> _records;
    private readonly AuditRecord _call;
    private readonly string _name;

    /// <summary>Looks at the records of an event.</summary>
    public AuditMeaning(IReadOnlyList<AuditRecord> records)
    {
        _records = records;
        _call = First("SYSCALL") ?? new AuditRecord("", []);
        _name = _call.Of("SYSCALL") is { Length: > 0 } named
            ? named
            : SystemCalls.NameOf(_call.Of("arch"), _call.Of("syscall")) ?? "";
    }

    private bool HasFailed => _call.Of("success") is "no";

    /// <summary>Adds it to the event that is begun, before the records' own fields.</summary>
    /// <param name="sink">The event.</param>
    /// <param name="processes">What is known of other processes; takes what this event says of its own.</param>
    /// <param name="node">The host.</param>
    /// <param name="time">When.</param>
    public void AddTo(LineSink sink, AuditProcesses processes, string node, DateTime? time)
    {
        if (_call.Of("SYSCALL").Length == 0)
        {
            sink.Add("SYSCALL", _name);
        }

        if (_call.Of("UID").Length == 0 && _call.Of("uid") is "0")
        {
            sink.Add("UID", "root");
        }

        sink.Add("audit.user", UserOf());
        bool executes = !HasFailed && (First("EXECVE") is not null || _name is "execve" or "execveat");
        string command = CommandOf();
        sink.Add("audit.command", command);
        if (executes)
        {
            sink.Add("audit.does", "execute");
        }

        AddCreated(sink);
        if (Connects())
        {
            sink.Add("audit.does", "connect");
        }

        if (time is not { } known)
        {
            return;
        }

        if (_call.Of("ppid") is { Length: > 0 } parent && processes.Find(node, parent, known) is { } above)
        {
            sink.Add("audit.parent.exe", above.Image);
            sink.Add("audit.parent.command", above.Command);
        }

        if (_call.Of("pid") is { Length: > 0 and < 16 } process && _call.Of("exe") is { Length: > 0 and < 4096 } image)
        {
            processes.Keep(node, process, image, executes ? command : null, known);
        }
    }

    /// <summary>A path without <c>.</c>, <c>..</c> and repeated slashes, as far as it says by itself where it leads.</summary>
    public static string Straight(string path)
    {
        if (!path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal))
        {
            return path;
        }

        List<string> parts = [];
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count > 0)
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return $"/{string.Join('/', parts)}";
    }

    private AuditRecord? First(string type)
    {
        foreach (AuditRecord record in _records)
        {
            if (record.Type == type)
            {
                return record;
            }
        }

        return null;
    }

    // The account whose rights the call has; "unknown(1000)" and "unset" are none.
    private string UserOf() =>
        _call.Of("EUID") is { Length: > 0 } name
            ? name.Contains('(', StringComparison.Ordinal) || name == "unset"
                ? ""
                : name
            : _call.Of("euid") is "0"
                ? "root"
                : "";

    private bool Connects() =>
        First("SOCKADDR") is { } address
        && address.Of("laddr").Length > 0
        && (_name is "connect" || (_name is "socketcall" && _call.Of("a0") is "3"))
        && (!HasFailed || _call.Of("exit") is GoesOn or "EINPROGRESS");

    private void AddCreated(LineSink sink)
    {
        if (HasFailed)
        {
            return;
        }

        bool empties = Empties();
        bool isFirst = true;
        foreach (AuditRecord path in _records)
        {
            bool isMade = path.Type is "PATH" && path.Of("nametype") is "CREATE";
            bool isEmptied = path.Type is "PATH" && empties && path.Of("nametype") is "NORMAL";
            if ((isMade || isEmptied) && IsFile(path.Of("mode")) && Whole(path.Of("name")) is { Length: > 0 } whole)
            {
                sink.Add("audit.created", whole);
                if (isFirst)
                {
                    sink.Add("audit.does", "create");
                    isFirst = false;
                }
            }
        }
    }

    // A file that was there and is written from its beginning.
    private bool Empties()
    {
        string flags = _name switch
        {
            "open" => _call.Of("a1"),
            "openat" => _call.Of("a2"),
            "creat" => "201",
            _ => "",
        };
        return long.TryParse(flags, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long bits)
            && (bits & WriteFlags) != 0
            && (bits & TruncateFlag) != 0;
    }

    // Regular files (010…) and links (012…), not folders, sockets and pipes; older kernels say nothing.
    private static bool IsFile(string mode) =>
        mode.Length == 0
        || mode.StartsWith("010", StringComparison.Ordinal)
        || mode.StartsWith("012", StringComparison.Ordinal)
        || mode.StartsWith("file,", StringComparison.Ordinal)
        || mode.StartsWith("link,", StringComparison.Ordinal);

    // Empty where the name begins at a folder that the call holds open: which one, no record says.
    private string Whole(string name)
    {
        if (name.StartsWith('/'))
        {
            return Straight(name);
        }

        string folder = First("CWD")?.Of("cwd") ?? "";
        string opened = _name switch
        {
            "openat" or "openat2" or "mkdirat" or "mknodat" => _call.Of("a0"),
            "symlinkat" => _call.Of("a1"),
            "renameat" or "renameat2" or "linkat" => _call.Of("a2"),
            _ => "",
        };
        bool isElsewhere = opened is not ("" or "ffffff9c" or "ffffffffffffff9c" or "AT_FDCWD");
        bool isOpen = folder.StartsWith('/') && name.Length > 0 && !isElsewhere;
        return isOpen ? Straight($"{folder}/{name}") : "";
    }

    // The arguments of EXECVE, joined by blanks; a long one comes in pieces, and many in several records.
    private string CommandOf()
    {
        var command = new StringBuilder();
        foreach (AuditRecord record in _records)
        {
            if (record.Type is not "EXECVE")
            {
                continue;
            }

            foreach ((string name, string value) in record.Fields)
            {
                if (
                    name.Length < 2
                    || name[0] != 'a'
                    || !char.IsAsciiDigit(name[1])
                    || name.EndsWith("_len", StringComparison.Ordinal)
                )
                {
                    continue;
                }

                bool isPiece = name.EndsWith(']') && !name.EndsWith("[0]", StringComparison.Ordinal);
                if (command.Length > 0 && !isPiece)
                {
                    command.Append(' ');
                }

                if (command.Length < LineLimits.MaxText)
                {
                    command.Append(value);
                }
            }
        }

        return command.ToString();
    }
}
