using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cordon.Stix.Tests.Taxii;

/// <summary>An authority that is made for a test, and what it vouches for.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestCertificates()
    {
        CertificateRequest request = Request("CN=Authority of a test", _key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true)
        );
        Authority = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddYears(-3),
            TimeProvider.System.GetUtcNow().AddYears(3)
        );
    }

    public X509Certificate2 Authority { get; }

    /// <summary>A certificate with its key.</summary>
    /// <param name="host">The address that it is for; null for a client's.</param>
    /// <param name="from">How many days from now it begins.</param>
    /// <param name="to">How many days from now it ends.</param>
    public X509Certificate2 Make(IPAddress? host, int from = -1, int to = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Request(host is null ? "CN=me" : "CN=server", key);
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension(
                [new Oid(host is null ? "1.3.6.1.5.5.7.3.2" : "1.3.6.1.5.5.7.3.1")],
                false
            )
        );
        if (host is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(host);
            request.CertificateExtensions.Add(names.Build());
        }

        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 bare = request.Create(
            Authority,
            now.AddDays(from),
            now.AddDays(to),
            RandomNumberGenerator.GetBytes(8)
        );
        using X509Certificate2 whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(
            whole.Export(X509ContentType.Pkcs12),
            password: null,
            X509KeyStorageFlags.Exportable
        );
    }

    public void Dispose()
    {
        Authority.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest Request(string subject, ECDsa key) => new(subject, key, HashAlgorithmName.SHA256);
}
