using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Events;
using Cordon.Reporting.Stix;
using Cordon.Reporting.Terminal;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Warnings;

/// <summary>
/// A warning as a STIX 2.1 bundle: who warns, an indicator for each thing to look for, and a report that says the rest in words. Everything carries its TLP 2.0 marking.
/// The same warning gives the same bytes.
/// </summary>
public static class WarningStix
{
    // The encoder that also escapes what HTML holds special: the bundle may be shown on a page.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Default,
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    /// <summary>Writes the bundle as UTF-8.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="warning">The warning.</param>
    /// <exception cref="IOException">The output can't be written.</exception>
    public static void Write(Stream output, Warning warning)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(warning);
        TlpMarking marking = WarningWords.MarkingOf(warning);
        using var json = new Utf8JsonWriter(output, Options);
        var stix = new StixWriter(json, TlpObjects.IdOf(marking), warning.Last);
        json.WriteStartObject();
        json.WriteString("type", "bundle");
        json.WriteString("id", StixId.OfOwn("bundle", "warning", warning.Id));
        json.WriteStartArray("objects");
        TlpObjects.Write(json, marking);
        string identity = IdentityObject.Write(stix, warning.Organisation);
        List<string> objects = [identity];
        foreach (Sought sought in warning.LookFor)
        {
            if (PatternOf(sought.Observable) is { } pattern)
            {
                objects.Add(
                    WriteIndicator(
                        stix,
                        identity,
                        warning,
                        pattern,
                        $"{WarningWords.KindOf(sought.Observable.Kind)} {Defanged.Of(sought.Observable)}",
                        sought.From,
                        sought.Until
                    )
                );
            }
        }

        foreach (string subject in warning.Subjects)
        {
            objects.Add(
                WriteIndicator(
                    stix,
                    identity,
                    warning,
                    $"[email-message:subject = {Literal(subject)}]",
                    $"subject \"{Defanged.Text(subject)}\"",
                    warning.First,
                    warning.Until
                )
            );
        }

        WriteReport(stix, identity, warning, objects);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static string WriteIndicator(
        StixWriter stix,
        string identity,
        Warning warning,
        string pattern,
        string name,
        DateTime from,
        DateTime until
    )
    {
        string id = StixId.OfOwn("indicator", "warning", warning.Id, pattern);
        stix.Start("indicator", id, identity, warning.First);
        stix.Json.WriteNumber("confidence", Hundred(warning.Likelihood));
        stix.Json.WriteString("name", name);
        stix.List("indicator_types", ["malicious-activity"]);
        stix.Json.WriteString("pattern", pattern);
        stix.Json.WriteString("pattern_type", "stix");
        stix.Json.WriteString("pattern_version", "2.1");
        stix.Time("valid_from", from);
        stix.Time("valid_until", until);
        stix.End();
        return id;
    }

    private static void WriteReport(StixWriter stix, string identity, Warning warning, List<string> objects)
    {
        stix.Start("report", StixId.OfOwn("report", "warning", warning.Id), identity, warning.First);
        stix.Json.WriteNumber("confidence", Hundred(warning.Likelihood));
        stix.Json.WriteString("name", WarningText.SubjectOf(warning));
        stix.Json.WriteString("description", WarningText.Of(warning));
        stix.List("report_types", ["attack-pattern", "indicator"]);
        stix.Time("published", warning.Last);
        stix.Json.WriteStartArray("external_references");
        stix.Json.WriteStartObject();
        stix.Json.WriteString("source_name", "cordon");
        stix.Json.WriteString("external_id", warning.Id);
        stix.Json.WriteEndObject();
        stix.Json.WriteEndArray();
        stix.List("object_refs", objects);
        stix.End();
    }

    private static string? PatternOf(Observable observable)
    {
        string value = observable.Value;
        return observable.Kind switch
        {
            ObservableKind.Address => value.Contains(':', StringComparison.Ordinal)
                ? $"[ipv6-addr:value = {Literal(value)}]"
                : $"[ipv4-addr:value = {Literal(value)}]",
            ObservableKind.Domain => $"[domain-name:value = {Literal(value)}]",
            ObservableKind.Url => $"[url:value = {Literal(value)}]",
            ObservableKind.EmailAddress => $"[email-addr:value = {Literal(value)}]",
            ObservableKind.File => $"[file:name = {Literal(value)}]",
            ObservableKind.UserAgent =>
                $"[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = {Literal(value)}]",
            ObservableKind.Hash => value.Length switch
            {
                32 => $"[file:hashes.MD5 = {Literal(value)}]",
                40 => $"[file:hashes.'SHA-1' = {Literal(value)}]",
                64 => $"[file:hashes.'SHA-256' = {Literal(value)}]",
                _ => null,
            },
            _ => null,
        };
    }

    // STIX 2.1, 9.1: within a string a backslash stands before an apostrophe and a backslash.
    private static string Literal(string text) =>
        "'"
        + SafeText
            .OneLine(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("'", "\\'", StringComparison.Ordinal)
        + "'";

    private static int Hundred(double probability) => (int)Math.Round(Math.Clamp(probability, 0, 1) * 100);
}
