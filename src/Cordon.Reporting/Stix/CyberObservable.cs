using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Cordon.Events;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Stix;

/// <summary>
/// An observable as a STIX cyber observable. Only what the specification's form allows becomes one; text of an attacker's that is no address,
/// domain or URL stays in words.
/// </summary>
internal sealed record CyberObservable
{
    private const int ValueLimit = 2000;

    // The object without what all have.
    private readonly JsonElement _properties;

    private CyberObservable(string type, JsonElement properties)
    {
        Type = type;
        _properties = properties;
        Id =
            Cordon.Stix.StixId.OfObservable(properties)
            ?? throw new ArgumentException($"No identifier is given to a {type} of these properties.", nameof(type));
    }

    /// <summary>Its type.</summary>
    public string Type { get; }

    /// <summary>Its identifier, the same for the same value.</summary>
    public string Id { get; }

    /// <summary>The cyber observable that stands for an observable; null where there is none, as for a session or a User-Agent.</summary>
    public static CyberObservable? Of(Observable observable)
    {
        string value = observable.Value.Trim();
        return value.Length is 0 or > ValueLimit
            ? null
            : observable.Kind switch
            {
                ObservableKind.Account => One("user-account", "account_login", value),
                ObservableKind.EmailAddress when IsMailbox(value) => One("email-addr", "value", value),
                ObservableKind.Address when IPAddress.TryParse(value, out IPAddress? address) => OfAddress(address),
                ObservableKind.Domain or ObservableKind.Host when IsDomain(value) => One(
                    "domain-name",
                    "value",
                    value.ToLowerInvariant()
                ),
                ObservableKind.Url when Uri.IsWellFormedUriString(value, UriKind.Absolute) => One(
                    "url",
                    "value",
                    value
                ),
                ObservableKind.File => One("file", "name", value[(value.LastIndexOfAny(['/', '\\']) + 1)..]),
                ObservableKind.Application => One("software", "name", value),
                ObservableKind.Hash => OfHash(value.ToLowerInvariant()),
                _ => null,
            };
    }

    /// <summary>Writes the object.</summary>
    public void Write(Utf8JsonWriter json, string marking)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        json.WriteString("spec_version", "2.1");
        json.WriteString("id", Id);
        json.WriteStartArray("object_marking_refs");
        json.WriteStringValue(marking);
        json.WriteEndArray();
        foreach (JsonProperty property in _properties.EnumerateObject().Where(static p => p.Name != "type"))
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static CyberObservable? One(string type, string name, string value)
    {
        // The value is shown the way every output shows it: controls and reversed text as their codes.
        string safe = SafeText.OneLine(value);
        return safe.Length == 0
            ? null
            : new CyberObservable(type, Properties(type, json => json.WriteString(name, safe)));
    }

    private static JsonElement Properties(string type, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            write(json);
            json.WriteEndObject();
        }

        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static CyberObservable? OfAddress(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork ? One("ipv4-addr", "value", address.ToString())
        : address.IsIPv4MappedToIPv6 ? One("ipv4-addr", "value", address.MapToIPv4().ToString())
        : One("ipv6-addr", "value", new IPAddress(address.GetAddressBytes()).ToString());

    private static CyberObservable? OfHash(string value)
    {
        string? algorithm = value.Length switch
        {
            32 => "MD5",
            40 => "SHA-1",
            64 => "SHA-256",
            _ => null,
        };
        if (algorithm is null || !value.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        return new CyberObservable(
            "file",
            Properties(
                "file",
                json =>
                {
                    json.WriteStartObject("hashes");
                    json.WriteString(algorithm, value);
                    json.WriteEndObject();
                }
            )
        );
    }

    private static bool IsMailbox(string text)
    {
        int at = text.LastIndexOf('@');
        return at is > 0 and <= 64
            && IsDomain(text[(at + 1)..])
            && text.AsSpan(0, at).IndexOfAnyExcept(LocalPart) < 0
            && text[0] != '.'
            && text[at - 1] != '.'
            && !text.Contains("..", StringComparison.Ordinal);
    }

    private static readonly SearchValues<char> LocalPart = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-"
    );

    private static bool IsDomain(string text) =>
        text.Length is > 0 and <= 253
        && text.Contains('.', StringComparison.Ordinal)
        && text.Split('.')
            .All(static label =>
                label.Length is > 0 and <= 63
                && label[0] != '-'
                && label[^1] != '-'
                && label.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            );
}
