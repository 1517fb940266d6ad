using System.Net;
using Cordon.Events;
using Cordon.Incidents.Organisations;

namespace Cordon.Incidents.Entities;

/// <summary>Takes observables and their part out of findings that carry none yet: those of rules over single events.</summary>
internal static class EntityExtractor
{
    private const int MaxEntities = 64;
    private const int MaxLength = 512;

    /// <summary>The finding's own entities, or those that its fields and its event give; bounded, without repeats, in the event's order.</summary>
    public static IReadOnlyList<FindingEntity> Of(Finding finding)
    {
        if (finding.Entities.Count > 0)
        {
            return finding.Entities;
        }

        List<FindingEntity> entities = [];
        string host = HostName(finding.Event.Computer);
        if (host.Length > 0 && IsHost(finding.Event))
        {
            entities.Add(new FindingEntity(new Observable(ObservableKind.Host, host), EntityRole.Target));
        }

        // They are made anew each time that they are asked for.
        SnapshotField[] fields = [.. finding.Fields];
        bool isSystem = fields.Any(f =>
            f.Name.Equals("TargetUserSid", StringComparison.OrdinalIgnoreCase) && OrdinaryNames.IsSystemSid(f.Text)
        );
        bool comesFromOutside = fields.Any(f =>
            FieldMeaning.TryGet(f.Name, out FieldMeaning m)
            && m is { Kind: ObservableKind.Address, Role: EntityRole.Source }
            && !AddressRanges.IsInner(Address(f.Text))
            && Address(f.Text).Length > 0
        );
        foreach (SnapshotField field in fields)
        {
            if (entities.Count >= MaxEntities)
            {
                break;
            }

            if (
                field.Text.Length is > 0 and <= MaxLength * 4
                && FieldMeaning.TryGet(field.Name, out FieldMeaning meaning)
                && !(isSystem && field.Name.Equals("TargetUserName", StringComparison.OrdinalIgnoreCase))
            )
            {
                Add(entities, field, meaning, host, comesFromOutside);
            }
        }

        return entities;
    }

    /// <summary>A computer's name without its domain, lower case, so that logs agree on it.</summary>
    public static string HostName(string computer)
    {
        string name = computer.Trim().TrimEnd('.').TrimStart('\\').ToLowerInvariant();
        if (name.Length > MaxLength || IPAddress.TryParse(name, out _))
        {
            return name.Length > MaxLength ? "" : name;
        }

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? name[..dot] : name;
    }

    /// <summary>An address without port, zone and brackets, IPv4 where it was mapped into IPv6; empty where it is none.</summary>
    public static string Address(string text)
    {
        string value = text.Trim();
        if (value.StartsWith('['))
        {
            int end = value.IndexOf(']', StringComparison.Ordinal);
            value = end > 0 ? value[1..end] : "";
        }
        else if (value.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon && colon == value.LastIndexOf(':'))
        {
            value = value[..colon];
        }

        if (value.Length < 2 || !IPAddress.TryParse(value, out IPAddress? address))
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || IPAddress.IsLoopback(address)
            ? ""
            : address.ToString();
    }

    /// <summary>Whether the log's computer is what the event happened to, as opposed to a service's or a sensor's name.</summary>
    private static bool IsHost(EventOrigin origin) =>
        origin.Product.Length == 0
        || origin.Product.Equals("windows", StringComparison.OrdinalIgnoreCase)
        || origin.Product.Equals("linux", StringComparison.OrdinalIgnoreCase)
        || origin.Product.Equals("macos", StringComparison.OrdinalIgnoreCase)
        || origin.Channel.Equals("webserver", StringComparison.OrdinalIgnoreCase);

    private static void Add(
        List<FindingEntity> entities,
        SnapshotField field,
        FieldMeaning meaning,
        string host,
        bool comesFromOutside
    )
    {
        if (meaning.Kind == ObservableKind.Hash)
        {
            AddHashes(entities, field.Text);
            return;
        }

        string value = Clean(meaning.Kind, field.Text);
        if (value.Length == 0 || (meaning.Kind == ObservableKind.Host && value == host))
        {
            return;
        }

        EntityRole role = meaning.Role;
        if (FieldMeaning.IsDestination(field.Name) && !comesFromOutside && !AddressRanges.IsInner(value))
        {
            // From within to the outside: the other end is where it comes from, as far as the attack is concerned.
            role = EntityRole.Source;
        }
        else if (
            meaning is { Kind: ObservableKind.Account, Role: EntityRole.Related }
            && !field.Name.Contains("ubject", StringComparison.Ordinal)
            && host.Length == 0
        )
        {
            role = EntityRole.Target;
        }

        Add(entities, new Observable(meaning.Kind, value), role);
    }

    private static void AddHashes(List<FindingEntity> entities, string text)
    {
        foreach (string part in text.Split(',', 8, StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            bool isFile = equals < 0 || !part.StartsWith("IMPHASH", StringComparison.OrdinalIgnoreCase);
            string digest = part[(equals + 1)..].ToLowerInvariant();
            if (
                isFile
                && digest.Length is 32 or 40 or 64
                && digest.All(char.IsAsciiHexDigitLower)
                && digest.Any(c => c != '0')
            )
            {
                Add(entities, new Observable(ObservableKind.Hash, digest), EntityRole.Related);
            }
        }
    }

    private static string Clean(ObservableKind kind, string text)
    {
        string value = text.Trim();
        switch (kind)
        {
            case ObservableKind.Account:
                string name = AccountNames.Plain(value);
                return OrdinaryNames.IsNobody(value) || OrdinaryNames.IsNobody(name) || name.Length > MaxLength
                    ? ""
                    : name;
            case ObservableKind.Host:
                return value is "-" ? "" : HostName(value);
            case ObservableKind.Address:
                return Address(value);
            case ObservableKind.Domain:
                string domain = value.TrimEnd('.').ToLowerInvariant();
                return domain.Length <= 253 && domain.Contains('.', StringComparison.Ordinal) && Address(domain) == ""
                    ? domain
                    : "";
            case ObservableKind.EmailAddress:
                return value.Contains('@', StringComparison.Ordinal) && value.Length <= MaxLength
                    ? value.Trim('<', '>').ToLowerInvariant()
                    : "";
            case ObservableKind.Message:
                return value.Length <= MaxLength ? value.Trim('<', '>') : "";
            case ObservableKind.Url:
                return value.Length <= MaxLength && value.Contains("://", StringComparison.Ordinal) ? value : "";
            default:
                return value is "-" || value.Length > MaxLength ? "" : value;
        }
    }

    private static void Add(List<FindingEntity> entities, Observable observable, EntityRole role)
    {
        if (entities.Count < MaxEntities && !entities.Exists(e => e.Observable == observable))
        {
            entities.Add(new FindingEntity(observable, role));
        }
    }
}
