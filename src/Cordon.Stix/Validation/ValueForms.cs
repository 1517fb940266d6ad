using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Cordon.Stix.Patterns;

namespace Cordon.Stix.Validation;

/// <summary>Holds values against the forms of <c>definitions.txt</c> (STIX 2.1, section 2).</summary>
internal sealed class ValueForms(Action<string, string> tell)
{
    public void Tell(string path, string reason) => tell(path, reason);

    public void Check(PropertyDefinition property, JsonElement value) =>
        Check(property.Name, property.Form, property.Words, value);

    private void Check(string path, string form, IReadOnlyList<string> words, JsonElement value)
    {
        switch (form)
        {
            case "texts" or "ids" or "refs":
                Items(
                    path,
                    value,
                    form switch
                    {
                        "texts" => "text",
                        "ids" => "id",
                        _ => "ref",
                    },
                    words
                );
                break;
            case "list":
                Want(path, value.ValueKind == JsonValueKind.Array, "a list is wanted");
                break;
            case "dict":
                Want(path, value.ValueKind == JsonValueKind.Object, "an object is wanted");
                break;
            case "flag":
                Want(path, value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false is wanted");
                break;
            case "whole" or "natural" or "port" or "count" or "percent":
                Whole(path, form, value);
                break;
            case "number" or "latitude" or "longitude":
                double limit = form switch
                {
                    "latitude" => 90,
                    "longitude" => 180,
                    _ => double.MaxValue,
                };
                Want(
                    path,
                    value.ValueKind == JsonValueKind.Number && Math.Abs(value.GetDouble()) <= limit,
                    limit < 1_000
                        ? string.Create(CultureInfo.InvariantCulture, $"a number from -{limit} to {limit} is wanted")
                        : "a number is wanted"
                );
                break;
            case "hashes":
                Hashes(path, value);
                break;
            case "phases":
                Objects(path, value, ["kill_chain_name", "phase_name"]);
                break;
            case "references":
                References(path, value);
                break;
            case "granular":
                Granular(path, value);
                break;
            case "extensions":
                Extensions(path, value);
                break;
            default:
                Text(path, form, words, value);
                break;
        }
    }

    private void Text(string path, string form, IReadOnlyList<string> words, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            tell(path, "a text is wanted");
            return;
        }

        string text = value.GetString()!;
        switch (form)
        {
            case "time":
                Want(path, StixTimestamp.TryParse(text, out _), Timestamp);
                break;
            case "millis":
                Want(
                    path,
                    StixTimestamp.TryParse(text, out _) && text.Length >= 24,
                    $"{Timestamp}, with at least three digits behind the second"
                );
                break;
            case "id":
                Want(path, Names.IsId(text), "an identifier is wanted: a type, two hyphens, a UUID");
                break;
            case "ref":
                Want(
                    path,
                    Names.IsId(text)
                        && (words.Count == 0 || words.Contains(Names.TypeOf(text), StringComparer.Ordinal)),
                    $"the identifier of an object of type {string.Join(" or ", words)} is wanted"
                );
                break;
            case "one":
                Want(
                    path,
                    words.Contains(text, StringComparer.Ordinal),
                    $"one of these words is wanted: {string.Join(", ", words)}"
                );
                break;
            case "word":
                Want(
                    path,
                    text.Length > 0
                        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
                    "lower-case letters, digits and hyphens are wanted"
                );
                break;
            case "hex":
                Want(path, TextForm.OfHex(text) is not null, "pairs of hexadecimal digits are wanted");
                break;
            case "base64":
                Want(path, TextForm.OfBase64(text) is not null, "Base64 is wanted");
                break;
            case "ipv4" or "ipv6":
                Want(
                    path,
                    NetworkText.TryParse(text, out IPNetwork network)
                        && network.BaseAddress.AddressFamily
                            == (form == "ipv4" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6),
                    $"an {(form == "ipv4" ? "IPv4" : "IPv6")} address or network is wanted"
                );
                break;
            case "mac":
                Want(
                    path,
                    text.Length == 17
                        && text.Select((c, i) => i % 3 == 2 ? c == ':' : char.IsAsciiDigit(c) || c is >= 'a' and <= 'f')
                            .All(static b => b),
                    "a MAC address is wanted: six pairs of lower-case hexadecimal digits with colons"
                );
                break;
        }
    }

    private const string Timestamp = "a timestamp such as 2021-01-12T09:30:00.000Z is wanted";

    private void Whole(string path, string form, JsonElement value)
    {
        (long least, long most) = form switch
        {
            "whole" => (long.MinValue, long.MaxValue),
            "natural" => (0, long.MaxValue),
            "port" => (0, 65_535),
            "count" => (1, 999_999_999),
            _ => (0, 100),
        };
        bool isWhole =
            value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out long number)
            && number >= least
            && number <= most;
        Want(
            path,
            isWhole,
            form == "whole" ? "a whole number is wanted"
                : most == long.MaxValue ? "a whole number that is not negative is wanted"
                : string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is wanted")
        );
    }

    private void Items(string path, JsonElement value, string form, IReadOnlyList<string> words)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            tell(path, "a list is wanted");
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), form, words, item);
        }
    }

    private void Objects(string path, JsonElement value, ReadOnlySpan<string> required)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            tell(path, "a list is wanted");
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind != JsonValueKind.Object)
            {
                tell(at, "an object is wanted");
                continue;
            }

            foreach (string name in required)
            {
                Want($"{at}.{name}", ObservedData.TextOf(item, name) is not null, "this text is required and missing");
            }
        }
    }

    private void Hashes(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            tell(path, "an object of digests by algorithm is wanted");
            return;
        }

        Want(path, value.EnumerateObject().Any(), "at least one digest is wanted");
        foreach (JsonProperty digest in value.EnumerateObject())
        {
            int length = digest.Name switch
            {
                "MD5" => 32,
                "SHA-1" => 40,
                "SHA-256" or "SHA3-256" => 64,
                "SHA-512" or "SHA3-512" => 128,
                _ => 0,
            };
            string at = $"{path}.{digest.Name}";
            if (digest.Value.ValueKind != JsonValueKind.String)
            {
                tell(at, "a text is wanted");
            }
            else if (length > 0)
            {
                string text = digest.Value.GetString()!;
                Want(
                    at,
                    text.Length == length && text.All(char.IsAsciiHexDigit),
                    $"{length} hexadecimal digits are wanted"
                );
            }
        }
    }

    private void References(string path, JsonElement value)
    {
        Objects(path, value, ["source_name"]);
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            Want(
                at,
                item.TryGetProperty("description", out _)
                    || item.TryGetProperty("url", out _)
                    || item.TryGetProperty("external_id", out _),
                "one of these has to be there: description, url, external_id"
            );
            if (item.TryGetProperty("hashes", out JsonElement hashes))
            {
                Hashes($"{at}.hashes", hashes);
            }
        }
    }

    private void Granular(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            tell(path, "a list is wanted");
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]");
            if (item.ValueKind != JsonValueKind.Object)
            {
                tell(at, "an object is wanted");
                continue;
            }

            if (item.TryGetProperty("selectors", out JsonElement selectors))
            {
                Check($"{at}.selectors", "texts", [], selectors);
            }
            else
            {
                tell($"{at}.selectors", "this property is required and missing");
            }

            bool hasMarking = item.TryGetProperty("marking_ref", out JsonElement marking);
            if (hasMarking)
            {
                Check($"{at}.marking_ref", "ref", ["marking-definition"], marking);
            }

            Want(at, hasMarking || item.TryGetProperty("lang", out _), "either marking_ref or lang has to be there");
        }
    }

    private void Extensions(string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            tell(path, "an object is wanted");
            return;
        }

        foreach (JsonProperty extension in value.EnumerateObject())
        {
            string at = $"{path}.{extension.Name}";
            bool isDefined = extension.Name.StartsWith("extension-definition--", StringComparison.Ordinal);
            Want(
                at,
                isDefined ? Names.IsId(extension.Name) : extension.Name.EndsWith("-ext", StringComparison.Ordinal),
                "an extension is named by its definition's identifier, or ends in -ext"
            );
            Want(at, extension.Value.ValueKind == JsonValueKind.Object, "an object is wanted");
        }
    }

    private void Want(string path, bool isSo, string reason)
    {
        if (!isSo)
        {
            tell(path, reason);
        }
    }
}
