namespace Cordon.Events;

/// <summary>What sort of thing an <see cref="Observable"/> is; in brackets the STIX 2.1 object that stands for it.</summary>
public enum ObservableKind
{
    /// <summary>An account, as <c>name@domain</c>, <c>DOMAIN\name</c> or a bare name (user-account).</summary>
    Account = 0,

    /// <summary>A computer's name (infrastructure, or domain-name).</summary>
    Host,

    /// <summary>A mailbox or any e-mail address (email-addr).</summary>
    EmailAddress,

    /// <summary>An IPv4 or IPv6 address, without port (ipv4-addr, ipv6-addr).</summary>
    Address,

    /// <summary>A domain name, in lower case, without a dot at its end (domain-name).</summary>
    Domain,

    /// <summary>A URL as it was written (url).</summary>
    Url,

    /// <summary>A file's digest in lower-case hexadecimal; its length tells MD5, SHA-1 and SHA-256 apart (file:hashes).</summary>
    Hash,

    /// <summary>A file's path or name (file).</summary>
    File,

    /// <summary>The User-Agent that a program named (network-traffic, http-request-ext).</summary>
    UserAgent,

    /// <summary>An application, by name or identifier (software).</summary>
    Application,

    /// <summary>A session or token, by its identifier.</summary>
    Session,

    /// <summary>A mail, by its Message-ID without angle brackets (email-message).</summary>
    Message,
}
