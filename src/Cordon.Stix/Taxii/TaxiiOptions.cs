using System.Security.Cryptography.X509Certificates;

namespace Cordon.Stix.Taxii;

/// <summary>How a TAXII server is asked, and how much is taken from it.</summary>
public sealed record TaxiiOptions
{
    /// <summary>The <c>Authorization</c> header, such as <c>Bearer …</c>; null for none. It is sent to the server that was named, and to no other.</summary>
    public string? Authorization { get; init; }

    /// <summary>A client certificate with its key; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The authorities that vouch for the server's certificate, in place of those that this machine trusts; none for those.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>Whether http is allowed to other hosts than this machine itself: everybody on the way can then read and change what comes.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>How many objects are asked for at once; a server may give fewer.</summary>
    public int PageSize { get; init; } = 1_000;

    /// <summary>The most bytes of one answer, once it is unpacked.</summary>
    public long MaxAnswerBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>The most bytes of all answers, once they are unpacked.</summary>
    public long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>The most pages of one collection.</summary>
    public int MaxPages { get; init; } = 100_000;

    /// <summary>How long is waited for the next byte.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one answer may take.</summary>
    public TimeSpan WholeAnswer { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long all answers together may take, with the waits between them.</summary>
    public TimeSpan WholeReading { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a request is made again after 429, 502, 503, 504 or a broken connection.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>The longest wait between two tries, whatever <c>Retry-After</c> asks for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);
}
