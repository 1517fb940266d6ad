using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Cordon.Stix.Taxii;

namespace Cordon.Stix.Tests.Taxii;

/// <summary>The client against secured servers on loopback, with certificates made in the test.</summary>
public sealed class TaxiiTrustTests : IDisposable
{
    private readonly TestCertificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    private TaxiiOptions Options =>
        new()
        {
            Retries = 2,
            LongestWait = TimeSpan.FromMilliseconds(1),
            Authorities = [_certificates.Authority],
            Authorization = "Bearer s3cret",
        };

    private static ScriptedServer Serve(
        X509Certificate2 certificate,
        bool asksForOne = false,
        X509Certificate2? of = null
    ) =>
        new(
            (_, _) => Answer.Ok("""{"id":"c1","title":"One","can_read":true}"""),
            new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ClientCertificateRequired = asksForOne,
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    !asksForOne || (shown is X509Certificate2 one && IsOf(one, of!)),
            }
        );

    private static bool IsOf(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static async Task<TaxiiException?> AskAsync(ScriptedServer server, TaxiiOptions options)
    {
        using var client = new TaxiiClient(server.At("/api/collections/c1/"), options, TimeProvider.System);
        try
        {
            Assert.Single(await client.CollectionsAsync(TestContext.Current.CancellationToken));
            return null;
        }
        catch (TaxiiException fault)
        {
            return fault;
        }
    }

    [Fact]
    public async Task A_server_that_a_given_authority_vouches_for_is_asked()
    {
        using X509Certificate2 own = _certificates.Make(IPAddress.Loopback);
        using ScriptedServer server = Serve(own);
        Assert.Null(await AskAsync(server, Options));
        Assert.Single(server.Asked);
    }

    public static TheoryData<string, string> Doubts =>
        new()
        {
            { "unknown", "docs/intelligence.md" },
            { "other-authority", "docs/intelligence.md" },
            { "name", "another name" },
            { "expired", "expired" },
            { "future", "not valid yet" },
            { "client", "not asked" },
        };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task A_server_that_nobody_trusted_vouches_for_is_told_nothing(string how, string why)
    {
        using var others = new TestCertificates();
        using X509Certificate2 certificate = how switch
        {
            "name" => _certificates.Make(IPAddress.Parse("192.0.2.1")),
            "expired" => _certificates.Make(IPAddress.Loopback, from: -20, to: -10),
            "future" => _certificates.Make(IPAddress.Loopback, from: 10, to: 20),
            "client" => _certificates.Make(host: null),
            _ => _certificates.Make(IPAddress.Loopback),
        };
        using ScriptedServer server = Serve(certificate);
        TaxiiException? fault = await AskAsync(
            server,
            how switch
            {
                "unknown" => Options with { Authorities = [] },
                "other-authority" => Options with { Authorities = [others.Authority] },
                _ => Options,
            }
        );
        Assert.NotNull(fault);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("times", fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
        Assert.DoesNotContain("s3cret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_certificate_is_shown_the_one_given()
    {
        using X509Certificate2 own = _certificates.Make(IPAddress.Loopback);
        using X509Certificate2 mine = _certificates.Make(host: null);
        using ScriptedServer server = Serve(own, asksForOne: true, _certificates.Authority);
        Assert.Null(await AskAsync(server, Options with { Certificate = mine }));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_does_not_take_the_certificate_gives_nothing(bool hasOne)
    {
        using var others = new TestCertificates();
        using X509Certificate2 own = _certificates.Make(IPAddress.Loopback);
        using X509Certificate2 mine = others.Make(host: null);
        using ScriptedServer server = Serve(own, asksForOne: true, _certificates.Authority);
        TaxiiException? fault = await AskAsync(server, Options with { Certificate = hasOne ? mine : null });
        Assert.NotNull(fault);
        Assert.Contains(
            hasOne ? "not take your certificate" : "want a certificate",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(server.Asked);
    }
}
