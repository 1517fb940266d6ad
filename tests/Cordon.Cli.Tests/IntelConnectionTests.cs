using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Cordon.Stix.Tests.Taxii;

namespace Cordon.Cli.Tests;

/// <summary>Imports over a connection to a server on loopback: plain addresses and TAXII.</summary>
public sealed class IntelConnectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-connection-").FullName;

    private string Store => Path.Combine(_folder, "store");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Answer Plain(string text) => new(200, text) { Type = "text/plain" };

    private static string Page(string rest, params int[] numbers) =>
        "{\"objects\":["
        + string.Join(
            ',',
            numbers.Select(n =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"type":"indicator","spec_version":"2.1","id":"indicator--00000000-0000-4000-8000-{{n:D12}}","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","pattern":"[ipv4-addr:value = '198.51.100.{{n}}']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z"}"""
                )
            )
        )
        + "]"
        + rest
        + "}";

    [Fact]
    public void An_address_is_imported_and_update_takes_what_changed()
    {
        string content = "198.51.100.7\nevil.example\n";
        using var server = new ScriptedServer((_, _) => Plain(content));
        string address = server.At("/list.txt").AbsoluteUri;
        Outcome import = CordonCommand.Run("intel", "import", address, "--store", Store);
        Assert.Equal((0, ""), (import.Code, import.Errors));
        Assert.Contains("2 indicators", import.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "already there",
            CordonCommand.Run("intel", "update", "--store", Store).Output,
            StringComparison.Ordinal
        );
        content += "more.example\n";
        Outcome update = CordonCommand.Run("intel", "update", "--store", Store);
        Assert.Equal(0, update.Code);
        Assert.Contains("3 indicators", update.Output, StringComparison.Ordinal);
        string[] list = CordonCommand.Run("intel", "list", "--store", Store).Output.Trim().Split('\n');
        Assert.Equal(2, list.Length);
        Assert.EndsWith("(replaced)", list[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(3, server.Asked.Count);
        Assert.All(server.Heads, h => Assert.DoesNotContain("Cookie", h, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_redirect_to_another_host_and_an_error_leave_the_store_as_it_was()
    {
        using var other = new ScriptedServer((_, _) => Plain("evil.example\n"));
        bool isGood = true;
        using var server = new ScriptedServer(
            (path, _) =>
                isGood ? Plain("198.51.100.7\n")
                : path.StartsWith("/a", StringComparison.Ordinal) ? new Answer(404, "")
                : new Answer(200, "")
        );
        using var redirecting = new ScriptedServer(
            (_, _) => new Answer(302, "") { Headers = $"Location: http://localhost:{other.At("/").Port}/x\r\n" }
        );
        Assert.Equal(0, CordonCommand.Run("intel", "import", server.At("/a.txt").AbsoluteUri, "--store", Store).Code);
        isGood = false;
        Outcome update = CordonCommand.Run("intel", "update", "--store", Store);
        Assert.Equal(1, update.Code);
        Assert.Contains("404", update.Errors, StringComparison.Ordinal);
        Assert.Equal(
            1,
            CordonCommand.Run("intel", "import", redirecting.At("/b.txt").AbsoluteUri, "--store", Store).Code
        );
        Assert.Empty(other.Asked);
        Assert.Contains(
            "1 indicator",
            CordonCommand.Run("intel", "list", "--store", Store).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_feed_of_misp_events_comes_over_the_same_connection()
    {
        const string Id = "11111111-2222-4333-8444-555555555555";
        using var server = new ScriptedServer(
            (path, _) =>
                path.EndsWith("manifest.json", StringComparison.Ordinal)
                    ? Plain($$$"""{"{{{Id}}}":{"info":"x"}}""")
                    : Plain(
                        $$$"""{"Event":{"uuid":"{{{Id}}}","info":"x","date":"2026-01-01","Attribute":[{"uuid":"{{{Id}}}","type":"ip-dst","category":"Network activity","to_ids":true,"value":"198.51.100.9","timestamp":"1767225600"}]}}"""
                    )
        );
        Outcome import = CordonCommand.Run(
            "intel",
            "import",
            server.At("/feed/manifest.json").AbsoluteUri,
            "--store",
            Store
        );
        Assert.Equal((0, ""), (import.Code, import.Errors));
        Assert.Contains("1 indicator", import.Output, StringComparison.Ordinal);
        Assert.Equal(["/feed/manifest.json", $"/feed/{Id}.json"], server.Asked);
    }

    [Fact]
    public void A_taxii_collection_goes_on_where_it_was_cut_and_update_asks_for_what_is_new()
    {
        bool isBroken = true;
        bool isGrown = false;
        using var server = new ScriptedServer(
            (path, _) =>
                path switch
                {
                    "/taxii2/" => Answer.Ok("""{"title":"t","api_roots":["/api/"]}"""),
                    "/api/collections/" => Answer.Ok("""{"collections":[{"id":"c1","title":"One","can_read":true}]}"""),
                    "/api/collections/c1/" => Answer.Ok("""{"id":"c1","title":"One","can_read":true}"""),
                    _ when path.Contains("next=", StringComparison.Ordinal) => isBroken
                        ? new Answer(500, "")
                        : Answer.Ok(Page("", 3), "2026-01-03T00:00:00Z"),
                    _ when path.Contains("added_after=2026-01-02", StringComparison.Ordinal) => Answer.Ok(
                        isGrown ? Page("", 3, 4) : Page("", 3),
                        isGrown ? "2026-01-04T00:00:00Z" : "2026-01-03T00:00:00Z"
                    ),
                    _ when path.Contains("added_after=2026-01-01", StringComparison.Ordinal) => Answer.Ok(
                        Page("", 2, 3),
                        "2026-01-03T00:00:00Z"
                    ),
                    _ => Answer.Ok(Page(",\"more\":true,\"next\":\"n\"", 1, 2), "2026-01-02T00:00:00Z"),
                }
        );
        string secrets = Path.Combine(_folder, "taxii.yml");
        File.WriteAllText(
            secrets,
            $"127.0.0.1:{server.At("/").Port}:\n  user: me\n  password: s3cret\nelsewhere.example:\n  token: other\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Outcome Run(params string[] arguments) => CordonCommand.RunWithVariable("CORDON_TAXII", secrets, arguments);
        Outcome cut = Run("intel", "import", "taxii+" + server.At("/taxii2/").AbsoluteUri, "--store", Store);
        Assert.Equal(1, cut.Code);
        Assert.Contains("2 indicators", cut.Output, StringComparison.Ordinal);
        Assert.Contains("500", cut.Errors, StringComparison.Ordinal);

        isBroken = false;
        Outcome rest = Run("intel", "import", "taxii+" + server.At("/taxii2/").AbsoluteUri, "--store", Store);
        Assert.Equal((0, ""), (rest.Code, rest.Errors));
        Assert.Contains("1 new objects", rest.Output, StringComparison.Ordinal);
        Assert.Contains("3 indicators", rest.Output, StringComparison.Ordinal);

        Assert.Contains("already there", Run("intel", "update", "--store", Store).Output, StringComparison.Ordinal);
        isGrown = true;
        Outcome grown = Run("intel", "update", "--store", Store);
        Assert.Contains("4 indicators", grown.Output, StringComparison.Ordinal);
        Assert.All(
            server.Heads,
            h => Assert.Contains("Authorization: Basic bWU6czNjcmV0", h, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("s3cret", cut.Errors + cut.Output + rest.Output + grown.Output, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(Store, "*", SearchOption.AllDirectories),
            f => Assert.DoesNotContain("s3cret", File.ReadAllText(f), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_file_of_passwords_that_others_may_read_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var server = new ScriptedServer((_, _) => Answer.Ok("{}"));
        string secrets = Path.Combine(_folder, "taxii.yml");
        File.WriteAllText(secrets, "127.0.0.1:\n  token: s3cret\n");
        File.SetUnixFileMode(secrets, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Outcome outcome = CordonCommand.RunWithVariable(
            "CORDON_TAXII",
            secrets,
            "intel",
            "import",
            "taxii+" + server.At("/taxii2/").AbsoluteUri,
            "--store",
            Store
        );
        Assert.Equal(1, outcome.Code);
        Assert.Contains("chmod 600", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public void A_server_is_known_by_the_authority_given_and_knows_us_by_the_certificate_given()
    {
        using var certificates = new TestCertificates();
        using X509Certificate2 own = certificates.Make(IPAddress.Loopback);
        using X509Certificate2 mine = certificates.Make(host: null);
        string? shown = null;
        using var server = new ScriptedServer(
            (path, _) =>
                path.Contains("/objects/", StringComparison.Ordinal)
                    ? Answer.Ok(Page("", 1))
                    : Answer.Ok("""{"id":"c1","title":"One","can_read":true}"""),
            new SslServerAuthenticationOptions
            {
                ServerCertificate = own,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, one, _, _) => (shown = one?.Subject) is not null,
            }
        );
        string secrets = Path.Combine(_folder, "taxii.yml");
        string address = "taxii+" + server.At("/api/collections/c1/").AbsoluteUri;
        Outcome Run(string text)
        {
            File.WriteAllText(secrets, text);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            return CordonCommand.RunWithVariable("CORDON_TAXII", secrets, "intel", "import", address, "--store", Store);
        }

        string authority = Written("authority.pem", certificates.Authority.ExportCertificatePem());
        string key = mine.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();
        string client = Written("client.pem", mine.ExportCertificatePem() + "\n" + key);

        Outcome unknown = Run($"127.0.0.1:\n  certificate: {client}\n");
        Assert.Equal(1, unknown.Code);
        Assert.Contains("docs/intelligence.md", unknown.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Asked);

        Outcome empty = Run($"127.0.0.1:\n  authority: {Written("empty.pem", "nothing")}\n");
        Assert.Equal(1, empty.Code);
        Assert.Contains("without a certificate", empty.Errors, StringComparison.Ordinal);

        Outcome known = Run($"127.0.0.1:\n  certificate: {client}\n  authority: {authority}\n");
        Assert.Equal((0, ""), (known.Code, known.Errors));
        Assert.Contains("1 new objects", known.Output, StringComparison.Ordinal);
        Assert.Equal("CN=me", shown);
    }

    private string Written(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
