using System.Net;
using System.Net.Mail;
using Cordon.Events.Organisations;
using Cordon.Settings;

namespace Cordon.Incidents.Organisations;

/// <summary>Reads a <c>cordon.yaml</c>; see docs/formats/organisation.md.</summary>
public static class OrganisationReader
{
    /// <summary>What the file is called where it is looked for.</summary>
    public const string FileName = "cordon.yaml";

    private static readonly SettingsLimits Limits = new() { MaxCharacters = 1024 * 1024, MaxNodes = 20_000 };

    /// <summary>Reads a file. The organisation's <see cref="Organisation.Folder"/> is the file's own folder.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SettingsException">It can't be used; the message says why, where, and what to do.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Organisation Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(SettingsFile.Load(path, Limits), Path.GetDirectoryName(path) ?? "");
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="folder">The folder whose logs are the organisation's; empty for all.</param>
    /// <exception cref="SettingsException">It can't be used; the message says why, where, and what to do.</exception>
    public static Organisation Read(string text, string name, string folder = "") =>
        Read(SettingsFile.Read(text, name, Limits), folder);

    private static Organisation Read(SettingsFile file, string folder)
    {
        SettingsTable root = file.Root;
        file.AllowKeys(
            root,
            "name",
            "domains",
            "addresses",
            "mail-servers",
            "protected-names",
            "suppliers",
            "administrators",
            "scanners",
            "time-zone"
        );
        if (root["name"] is not { } nameNode)
        {
            file.Refuse(root, "the organisation has no name; add a line such as 'name: Example Laboratory'");
            return Organisation.Unnamed;
        }

        return new Organisation
        {
            Name = file.Text(nameNode, "name").Trim(),
            Folder = folder,
            Domains = Each(file, root["domains"], "domains", Domain),
            AddressRanges = Each(file, root["addresses"], "addresses", Range),
            MailServers = Each(file, root["mail-servers"], "mail-servers", Domain),
            ProtectedNames = file.Texts(root["protected-names"], "protected-names"),
            Suppliers = Suppliers(file, root["suppliers"]),
            Administrators = Each(file, root["administrators"], "administrators", Account),
            Scanners = Each(file, root["scanners"], "scanners", Range),
            TimeZone = root["time-zone"] is { } zone ? TimeZone(file, zone) : "UTC",
        };
    }

    private static List<Supplier> Suppliers(SettingsFile file, SettingsNode? node)
    {
        List<Supplier> suppliers = [];
        foreach (SettingsNode item in node is null ? [] : file.List(node, "suppliers"))
        {
            SettingsTable table = file.Table(item, "a supplier");
            file.AllowKeys(table, "name", "domains", "ties", "contact");
            if (table["name"] is not { } name)
            {
                file.Refuse(table, "a supplier has no name; add 'name:' beside its domains");
                return [];
            }

            suppliers.Add(
                new Supplier(
                    file.Text(name, "a supplier's name"),
                    Each(file, table["domains"], "a supplier's domains", Domain),
                    file.Texts(table["ties"], "a supplier's ties")
                )
                {
                    Contact = table["contact"] is { } contact ? Mailbox(file, contact) : "",
                }
            );
        }

        return suppliers;
    }

    private static List<string> Each(
        SettingsFile file,
        SettingsNode? node,
        string what,
        Func<SettingsFile, SettingsNode, string, string> read
    )
    {
        IReadOnlyList<SettingsNode> items = node switch
        {
            null => [],
            SettingsText => [node],
            _ => file.List(node, what),
        };
        List<string> values = [];
        foreach (SettingsNode item in items)
        {
            string value = read(file, item, file.Text(item, $"each of {what}").Trim());
            if (!values.Contains(value, StringComparer.Ordinal))
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static string Domain(SettingsFile file, SettingsNode node, string text)
    {
        string domain = text.TrimEnd('.').ToLowerInvariant();
        bool isGood =
            domain.Length is > 0 and <= 253
            && domain
                .Split('.')
                .All(label =>
                    label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                );
        if (!isGood)
        {
            file.Refuse(
                node,
                $"'{text}' is no domain; write a name such as lab.example, other letters than a-z as punycode (xn--…)"
            );
        }

        return domain;
    }

    private static string Range(SettingsFile file, SettingsNode node, string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(text, out IPAddress? single))
        {
            return $"{single}/{(single.GetAddressBytes().Length == 4 ? 32 : 128)}";
        }

        if (!IPNetwork.TryParse(text, out IPNetwork range) || !IsPlain(text, range))
        {
            file.Refuse(
                node,
                $"'{text}' is no range of addresses; write one such as 192.0.2.0/24 with the bits after the prefix 0, or a single address"
            );
        }

        return range.ToString();
    }

    /// <summary>A range whose address has bits beyond the prefix was meant otherwise: 192.0.2.7/24 is a range or a computer.</summary>
    private static bool IsPlain(string text, IPNetwork range) =>
        IPAddress.TryParse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal)), out IPAddress? address)
        && range.BaseAddress.Equals(address);

    private static string Account(SettingsFile file, SettingsNode node, string text)
    {
        string account = text.ToLowerInvariant();
        return account[(account.LastIndexOf('\\') + 1)..] is { Length: > 0 } bare
            ? bare
            : Refused(file, node, $"'{text}' is no account; write name@domain, or the bare name for Windows and Linux");
    }

    private static string Mailbox(SettingsFile file, SettingsNode node)
    {
        string text = file.Text(node, "a supplier's contact").Trim();
        return
            MailAddress.TryCreate(text, out MailAddress? address)
            && address.Address == text
            && !text.Any(static c => c <= ' ' || c is '"' or '<' or '>' or ',')
            ? text
            : Refused(file, node, $"'{text}' is no e-mail address; write one such as security@coldchain.example");
    }

    private static string TimeZone(SettingsFile file, SettingsNode node)
    {
        string zone = file.Text(node, "time-zone");
        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? zone
            : Refused(
                file,
                node,
                $"'{zone}' is no time zone that this computer knows; write an IANA name such as Europe/Berlin"
            );
    }

    private static string Refused(SettingsFile file, SettingsNode node, string reason)
    {
        file.Refuse(node, reason);
        return "";
    }
}
