namespace Cordon.Cli.Rules.Updating;

/// <summary>Where a release comes from, and to which hosts that may lead.</summary>
internal sealed record ReleaseSource
{
    /// <summary>SigmaHQ's latest release with all its rules.</summary>
    public const string Default = "https://github.com/SigmaHQ/sigma/releases/latest/download/sigma_all_rules.zip";

    // GitHub answers with the place of the file itself; it has moved that from one of these hosts to the other before.
    private static readonly string[] DefaultHosts =
    [
        "github.com",
        "release-assets.githubusercontent.com",
        "objects.githubusercontent.com",
    ];

    private string Option { get; init; } = "--from ";

    private ReleaseSource(string text, Uri? address, IReadOnlyList<string> hosts) =>
        (Text, Address, Hosts) = (text, address, hosts);

    /// <summary>As the user named it, or <see cref="Default"/>.</summary>
    public string Text { get; }

    /// <summary>Its address; null for a file.</summary>
    public Uri? Address { get; }

    /// <summary>The hosts that may be asked.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Reads <c>--from</c>.</summary>
    /// <exception cref="UpdateException">It names neither a file nor an address that may be asked.</exception>
    public static ReleaseSource Of(string? from) => Of(from, "--from", "rules");

    /// <summary>Reads a file's name or an address.</summary>
    /// <param name="from">As the user wrote it.</param>
    /// <param name="option">Where he wrote it.</param>
    /// <param name="what">What is fetched.</param>
    /// <exception cref="UpdateException">It names neither a file nor an address that may be asked.</exception>
    public static ReleaseSource Of(string? from, string option, string what)
    {
        if (from is null)
        {
            return new ReleaseSource(Default, new Uri(Default), DefaultHosts);
        }

        if (!from.Contains("://", StringComparison.Ordinal))
        {
            return new ReleaseSource(from, null, []);
        }

        if (!Uri.TryCreate(from, UriKind.Absolute, out Uri? address) || address.UserInfo.Length > 0)
        {
            throw new UpdateException(
                $"{option}: this is no address that can be asked; write https://HOST/PATH, without a user's name in it"
            );
        }

        if (!IsSafe(address))
        {
            throw new UpdateException(
                $"{option}: {what} are fetched with https only, not with {address.Scheme} (http is allowed to this machine itself)"
            );
        }

        return new ReleaseSource(from, address, [address.Host]) { Option = option == "--from" ? "--from " : "" };
    }

    /// <summary>Where a redirect leads.</summary>
    /// <exception cref="UpdateException">It leads where this source may not.</exception>
    public Uri Follow(Uri current, Uri? location)
    {
        Uri next =
            location is null ? throw new UpdateException($"{current.Host} redirects without saying where to")
            : location.IsAbsoluteUri ? location
            : new Uri(current, location);
        if (!IsSafe(next) || (current.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
        {
            throw new UpdateException($"{current.Host} redirects to {next.Scheme}://{next.Host}, which is not https");
        }

        if (!Hosts.Contains(next.Host, StringComparer.OrdinalIgnoreCase))
        {
            throw new UpdateException(
                $"{current.Host} redirects to another host, {next.Host}; if you trust that one, name it: {Option}{next.Scheme}://{next.Host}/…"
            );
        }

        return next;
    }

    // Within one machine nobody listens in; and so what is done on a connection can be tested over a real one.
    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
