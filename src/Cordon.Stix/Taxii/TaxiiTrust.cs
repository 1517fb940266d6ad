using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Cordon.Stix.Taxii;

/// <summary>Who is believed to be the server, and what is shown to it: a server whose certificate nobody trusted vouches for is never asked.</summary>
internal sealed class TaxiiTrust
{
    private readonly TaxiiOptions _options;

    public TaxiiTrust(TaxiiOptions options) => _options = options;

    /// <summary>Why the server's certificate was not taken; null where it was, or none was shown yet.</summary>
    public string? Doubt { get; private set; }

    /// <summary>The settings of connections.</summary>
    public SslClientAuthenticationOptions Settings()
    {
        var settings = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Check };
        if (_options.Certificate is { } own)
        {
            // As a context, as a certificate from a collection is not sent where the server names authorities that this machine does not know.
            settings.ClientCertificateContext = SslStreamCertificateContext.Create(
                own,
                additionalCertificates: null,
                offline: true
            );
        }

        if (_options.Authorities.Count > 0)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            policy.CustomTrustStore.AddRange(_options.Authorities.ToArray());
            settings.CertificateChainPolicy = policy;
        }

        return settings;
    }

    private bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Doubt = errors == SslPolicyErrors.None ? null : DoubtOf(errors, chain);
        return errors == SslPolicyErrors.None;
    }

    private static string DoubtOf(SslPolicyErrors errors, X509Chain? chain)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows no certificate";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "its certificate is for another name; use the name that it is for";
        }

        X509ChainStatusFlags found = (chain?.ChainStatus ?? []).Aggregate(
            X509ChainStatusFlags.NoError,
            static (all, one) => all | one.Status
        );
        return found.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? "its certificate, or one that vouches for it, has expired or is not valid yet; this machine's clock may be wrong too"
            : "nobody whom this machine trusts vouches for its certificate; if the server is right, give the certificate of its authority, as docs/intelligence.md says";
    }
}
