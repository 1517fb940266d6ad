using System.Globalization;
using System.Text.Json;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Intel;

/// <summary>
/// Writes what a sector's members could know beforehand, for <c>cordon scan --intel</c>: reports on crews' infrastructure, right, wrong and out of date, noise, the made-up
/// actors, and a list of what must not be an indicator.
/// </summary>
internal static class FeedWriter
{
    /// <summary>The folder beside the members'.</summary>
    public const string Folder = "intel";

    private const int Noise = 60;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    /// <summary>Writes the files.</summary>
    /// <exception cref="IOException">One can't be written.</exception>
    public static void Write(string folder, SimulationRequest request, IReadOnlyList<Crew> crews)
    {
        string intel = Path.Combine(folder, Folder);
        Directory.CreateDirectory(intel);
        using (FileStream knowledge = File.Create(Path.Combine(intel, "knowledge.json")))
        {
            Knowledge(knowledge, request, crews);
        }

        using FileStream warnings = File.Create(Path.Combine(intel, "warninglist.json"));
        WarningList(warnings);
    }

    private static void Knowledge(Stream output, SimulationRequest request, IReadOnlyList<Crew> crews)
    {
        using var json = new Utf8JsonWriter(output, Options);
        (SimReport Report, string Id, DateTime Date)[] reports =
        [
            .. crews
                .SelectMany(static c => c.Reports)
                .Select(
                    (r, i) =>
                        (
                            r,
                            string.Create(CultureInfo.InvariantCulture, $"r{i + 1}"),
                            request.Start.Date.AddDays((int)(r.Campaign.At * request.Days) + r.Days)
                        )
                ),
        ];
        json.WriteStartObject();
        json.WriteString("format", "cordon-knowledge/1");
        json.WriteStartArray("sources");
        Source(json, "keeper", "Made-up Keeper", "Actors that do not exist", request.Start.Date.AddDays(-200), "B2");
        Source(json, "noise", "Open List", "What was seen elsewhere", request.Start.Date.AddDays(-20), "C3");
        foreach ((SimReport report, string id, DateTime date) in reports)
        {
            Source(json, id, report.Publisher.Name, $"Report {id}", date, report.Publisher.Grade);
        }

        json.WriteEndArray();
        json.WriteStartArray("actors");
        Actor(json, KnownActors.Lantern, ["T1110.001", "T1110.003", "T1078", "T1114.002"], []);
        Actor(json, KnownActors.Finch, ["T1528", "T1566.002", "T1621", "T1078"], ["credential", "recruiter"]);
        Actor(json, KnownActors.Heron, ["T1566.001", "T1598.002", "T1566.002", "T1656"], ["quotation"]);
        json.WriteEndArray();
        Claims(json, request);
        json.WriteStartArray("indicators");
        foreach ((SimReport report, string id, DateTime date) in reports)
        {
            Indicators(json, report, id, date);
        }

        Elsewhere(json, request);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Indicators(Utf8JsonWriter json, SimReport report, string id, DateTime date)
    {
        json.WriteStartObject();
        json.WriteString("source", id);
        json.WriteString("valid_from", Day(date));
        json.WriteString("label", report.Names?.Name ?? "phishing kit");
        if (report is { Names: { } named, ById: true })
        {
            json.WriteStartArray("of");
            json.WriteStringValue(named.Id);
            json.WriteEndArray();
        }

        Texts(json, "values", report.Values);
        json.WriteEndObject();
    }

    // Infrastructure that nobody uses here, and addresses that were rented by many.
    private static void Elsewhere(Utf8JsonWriter json, SimulationRequest request)
    {
        Chance chance = Chance.Of(request.Seed, request.Profile, "feed-noise");
        for (int i = 0; i < Noise; i++)
        {
            SimActor named = chance.Pick(KnownActors.All);
            json.WriteStartObject();
            json.WriteString("source", "noise");
            json.WriteString("label", named.Name);
            Texts(json, "of", [named.Id]);
            Texts(
                json,
                "values",
                [$"{chance.Hex(8)}-update.example", chance.Pick(Network.Rented).At(chance.Below(16_000)).Address]
            );
            json.WriteEndObject();
        }
    }

    private static void Claims(Utf8JsonWriter json, SimulationRequest request)
    {
        json.WriteStartArray("claims");
        json.WriteStartObject();
        json.WriteString("id", "made-up-heron-1");
        json.WriteString("source", "keeper");
        json.WriteString("subject", KnownActors.Heron.Name);
        json.WriteString("subject_ref", KnownActors.Heron.Id);
        json.WriteString("predicate", "targets");
        json.WriteString("object", "carriers of vaccines that do not exist");
        json.WriteString("outcome", "attempted");
        json.WriteString("said", Day(request.Start.Date.AddDays(-30)));
        Texts(json, "techniques", ["T1566.001", "T1598.002"]);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("id", "made-up-heron-2");
        json.WriteString("source", "keeper");
        json.WriteString("subject", KnownActors.Heron.Name);
        json.WriteString("subject_ref", KnownActors.Heron.Id);
        json.WriteString("predicate", "targets");
        json.WriteString("object", "carriers of vaccines that do not exist");
        json.WriteString("stance", "denies");
        json.WriteString("answers", "made-up-heron-1");
        json.WriteString("grade", "D5");
        json.WriteString("said", Day(request.Start.Date.AddDays(-28)));
        Texts(json, "asserted_by", ["A made-up government"]);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Actor(Utf8JsonWriter json, SimActor actor, string[] techniques, string[] lures)
    {
        json.WriteStartObject();
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("source", "keeper");
        Group(json, "techniques", techniques);
        Group(json, "lures", lures);
        Group(json, "sectors", ["health"]);
        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        if (values.Length > 0)
        {
            json.WriteStartObject();
            json.WriteString("source", "keeper");
            Texts(json, "values", values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Source(
        Utf8JsonWriter json,
        string id,
        string publisher,
        string title,
        DateTime date,
        string grade
    )
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("publisher", publisher);
        json.WriteString("title", title);
        json.WriteString("date", Day(date));
        if (grade.Length > 0)
        {
            json.WriteString("grade", grade);
        }

        json.WriteEndObject();
    }

    // In MISP's form: relays that hide who uses them, the cloud's own addresses, and senders of everybody's mail.
    private static void WarningList(Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("name", "Networks that everybody uses");
        json.WriteString("type", "cidr");
        json.WriteNumber("version", 1);
        json.WriteString("description", "Relays, cloud and mail services of the simulation");
        Texts(json, "matching_attributes", ["ip-src", "ip-dst"]);
        Texts(
            json,
            "list",
            [
                .. Network
                    .Rented.Where(static n => n.Kind == NetworkKind.Anonymiser)
                    .Append(Network.MailServices)
                    .Append(Network.Cloud)
                    .Select(static n =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{n.At(0).Address}/{32 - System.Numerics.BitOperations.Log2((uint)n.Size)}"
                        )
                    ),
            ]
        );
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
