using System.Text.Json;
using Cordon.Cli.Rules.Updating;
using Cordon.Intelligence.Storing;

namespace Cordon.Cli.Intelligence;

/// <summary>Fetches the events of a MISP feed: <c>manifest.json</c> names them, and each lies beside it.</summary>
internal static class FeedDownload
{
    private const string Manifest = "/manifest.json";
    private const int MaxEvents = 10_000;

    /// <summary>Whether an address is that of a feed's list of events.</summary>
    public static bool IsManifest(Uri address) => address.AbsolutePath.EndsWith(Manifest, StringComparison.Ordinal);

    /// <summary>The addresses of the events that a list names, in the order of their identifiers.</summary>
    /// <param name="address">The list's own.</param>
    /// <param name="content">What it holds. Only what is an identifier becomes part of an address.</param>
    /// <exception cref="IntelligenceException">It is no such list, or too long.</exception>
    public static IReadOnlyList<string> Events(Uri address, ReadOnlyMemory<byte> content)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new IntelligenceException($"{address}: this is no manifest of a MISP feed");
            }

            string[] events =
            [
                .. document
                    .RootElement.EnumerateObject()
                    .Select(static p => Guid.TryParseExact(p.Name, "D", out Guid id) ? id : Guid.Empty)
                    .Where(static id => id != Guid.Empty)
                    .Distinct()
                    .Order()
                    .Select(id => new Uri(address, $"{id:D}.json").AbsoluteUri),
            ];
            return events.Length is > 0 and <= MaxEvents
                ? events
                : throw new IntelligenceException(
                    $"{address}: the manifest names {events.Length} events; 1 to {MaxEvents} are taken"
                );
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new IntelligenceException($"{address}: this is no manifest of a MISP feed: {fault.Message}", fault);
        }
    }

    /// <summary>Fetches them into a folder, one after the other.</summary>
    /// <exception cref="UpdateException">One could not be had.</exception>
    public static async Task FetchAsync(
        Uri address,
        string manifest,
        Func<ReleaseSource, string, Task> fetch,
        CancellationToken cancel
    )
    {
        byte[] content = await File.ReadAllBytesAsync(manifest, cancel).ConfigureAwait(false);
        string folder = Path.GetDirectoryName(manifest)!;
        foreach (string one in Events(address, content))
        {
            string name = one[(one.LastIndexOf('/') + 1)..];
            await fetch(ReleaseSource.Of(one, "import", "files"), Path.Combine(folder, name)).ConfigureAwait(false);
        }
    }
}
