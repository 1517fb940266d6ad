using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cordon.Stix.Taxii;

/// <summary>
/// Reads from a TAXII 2.1 server: discovery (section 4.1), API roots (4.2), collections (5.1) and their objects (5.4). Asks the server that was named and no other, whatever that
/// one names. For one caller at a time.
/// </summary>
public sealed class TaxiiClient : IDisposable
{
    private const int MaxRoots = 100;
    private const int MaxCollections = 10_000;
    private readonly Uri _address;
    private readonly TaxiiOptions _options;
    private readonly StixLimits _limits = StixLimits.Default;
    private readonly TaxiiConnection _connection;

    /// <summary>Makes a client.</summary>
    /// <param name="address">A server's discovery, an API root, a collection or its objects.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="time">The clock that waits are measured with.</param>
    /// <exception cref="TaxiiException">The address is none that is asked.</exception>
    public TaxiiClient(Uri address, TaxiiOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _address = WithSlash(address);
        _options = options;
        _connection = new TaxiiConnection(_address, options, time);
    }

    /// <summary>The collections at the address: the one that it is of, those of an API root, or those of all API roots that a discovery names on the same server.</summary>
    /// <exception cref="TaxiiException">They could not be had.</exception>
    public async Task<IReadOnlyList<TaxiiCollection>> CollectionsAsync(CancellationToken cancel)
    {
        if (CollectionOf(_address) is { } one)
        {
            using JsonDocument document = await JsonAsync(one, cancel).ConfigureAwait(false);
            return [Collection(document.RootElement, one)];
        }

        if (_address.AbsolutePath.EndsWith("/collections/", StringComparison.Ordinal))
        {
            return await OfListAsync(_address, cancel).ConfigureAwait(false);
        }

        using JsonDocument root = await JsonAsync(_address, cancel).ConfigureAwait(false);
        Uri[] roots =
        [
            .. TaxiiJson
                .Items(root.RootElement, "api_roots")
                .Where(static r => r.ValueKind == JsonValueKind.String)
                .Take(MaxRoots)
                .Select(r => Uri.TryCreate(_address, r.GetString(), out Uri? found) ? WithSlash(found) : null)
                .OfType<Uri>()
                .Where(_connection.IsSameServer)
                .Distinct(),
        ];
        if (roots.Length == 0)
        {
            // An API root says which versions it speaks; a discovery that names no root of this server has nothing to give.
            return TaxiiJson.Items(root.RootElement, "versions").Any()
                ? await OfListAsync(new Uri(_address, "collections/"), cancel).ConfigureAwait(false)
                : throw new TaxiiException($"{_address.Host} names no API root on itself");
        }

        List<TaxiiCollection> all = [];
        foreach (Uri api in roots)
        {
            all.AddRange(await OfListAsync(new Uri(api, "collections/"), cancel).ConfigureAwait(false));
        }

        return all;
    }

    /// <summary>
    /// The objects of a collection from a position on, page by page; each page says where to go on after it, so that a reading that was cut short loses nothing.
    /// </summary>
    /// <remarks>
    /// Goes on by <c>next</c>, with the same filters as before, where the server gives one, else by <c>added_after</c> and the time of the last object's. Never by both. Ends with an error, after what was good, where the server says that
    /// there is more and does not go on: the same <c>next</c> again, a time that stands still, pages with nothing new.
    /// </remarks>
    /// <param name="collection">The collection.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="TaxiiException">A page could not be had; the ones before are whole.</exception>
    public async IAsyncEnumerable<TaxiiPage> ObjectsAsync(
        TaxiiCollection collection,
        TaxiiPosition from,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(from);
        HashSet<(string, StixTimestamp?)> seen = [];
        HashSet<string> nexts = new(StringComparer.Ordinal);
        string addedAfter = from.AddedAfter;
        string reached = from.AddedAfter;
        string next = "";
        int emptyPages = 0;
        for (int page = 0; ; page++)
        {
            if (page >= _options.MaxPages)
            {
                throw new TaxiiException(
                    string.Create(CultureInfo.InvariantCulture, $"{_address.Host}: more than {_options.MaxPages} pages")
                );
            }

            (byte[] body, string last) = await _connection
                .GetAsync(PageOf(collection, addedAfter, next), cancel)
                .ConfigureAwait(false);
            var envelope = TaxiiEnvelope.Read(body, _address.Host, _limits);
            StixObject[] fresh = [.. envelope.Objects.Where(o => seen.Add((o.Id, o.Modified ?? o.Created)))];
            if (IsLater(last, reached))
            {
                reached = last;
            }

            yield return new TaxiiPage(
                fresh,
                new TaxiiPosition(reached),
                envelope.Objects.Count - fresh.Length,
                envelope.Problems
            );
            if (!envelope.More)
            {
                yield break;
            }

            emptyPages = fresh.Length == 0 ? emptyPages + 1 : 0;
            (addedAfter, next) = Onward(envelope, addedAfter, reached, nexts, emptyPages);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Where the next page is; an error where the server does not go on.</summary>
    private (string AddedAfter, string Next) Onward(
        TaxiiEnvelope envelope,
        string addedAfter,
        string reached,
        HashSet<string> nexts,
        int emptyPages
    )
    {
        // One page of nothing new may be chance: an object of another version, a filter on the server's side.
        if (emptyPages > 2)
        {
            throw Stuck("pages with nothing new in them");
        }

        if (envelope.Next.Length > 0)
        {
            return nexts.Add(envelope.Next) ? (addedAfter, envelope.Next) : throw Stuck("the same page again");
        }

        // No 'next': go on from the last object's time, which has to have moved.
        return IsLater(reached, addedAfter) ? (reached, "") : throw Stuck("neither 'next' nor a time to go on from");
    }

    private TaxiiException Stuck(string how) =>
        new($"{_address.Host} says that there is more and gives {how}; what came until then is whole");

    // 'next' holds where to go on by itself; a server that gets added_after beside it may begin anew (section 3.5).
    private Uri PageOf(TaxiiCollection collection, string addedAfter, string next)
    {
        string query = string.Create(CultureInfo.InvariantCulture, $"?limit={_options.PageSize}");
        if (next.Length > 0)
        {
            query += "&next=" + Uri.EscapeDataString(next);
        }
        else if (addedAfter.Length > 0)
        {
            query += "&added_after=" + Uri.EscapeDataString(Before(addedAfter));
        }

        return new Uri(collection.Address, "objects/" + query);
    }

    // added_after leaves out what was added at that very time: objects that were added together and lie on two pages would be lost. A little before it, some come again, and are known.
    private static string Before(string time) =>
        StixTimestamp.TryParse(time, out StixTimestamp parsed)
            ? parsed
                .ToDateTime()
                .AddMilliseconds(-1)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
            : time;

    // Times as texts of the server's, compared as times: their digits may differ in number.
    private static bool IsLater(string time, string than) =>
        StixTimestamp.TryParse(time, out StixTimestamp later)
        && (than.Length == 0 || (StixTimestamp.TryParse(than, out StixTimestamp earlier) && later > earlier));

    private async Task<IReadOnlyList<TaxiiCollection>> OfListAsync(Uri list, CancellationToken cancel)
    {
        using JsonDocument document = await JsonAsync(list, cancel).ConfigureAwait(false);
        return
        [
            .. TaxiiJson
                .Items(document.RootElement, "collections")
                .Take(MaxCollections)
                .Where(static c => IsId(TaxiiJson.Text(c, "id")))
                .Select(c => Collection(c, new Uri(list, TaxiiJson.Text(c, "id") + "/"))),
        ];
    }

    private static TaxiiCollection Collection(JsonElement json, Uri address) =>
        new(
            TaxiiJson.Text(json, "id") is { Length: > 0 } id ? id : address.Segments[^1].TrimEnd('/'),
            TaxiiJson.Text(json, "title"),
            !json.TryGetProperty("can_read", out JsonElement read) || read.ValueKind != JsonValueKind.False,
            address
        );

    // It becomes part of an address.
    private static bool IsId(string id) =>
        id.Length is > 0 and <= 200 && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private async Task<JsonDocument> JsonAsync(Uri address, CancellationToken cancel)
    {
        (byte[] body, _) = await _connection.GetAsync(address, cancel).ConfigureAwait(false);
        try
        {
            var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = _limits.MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            throw new TaxiiException($"{address.Host}: the answer for {address.AbsolutePath} is no object");
        }
        catch (JsonException fault)
        {
            throw new TaxiiException(
                $"{address.Host}: the answer for {address.AbsolutePath} is not JSON: {fault.Message}",
                fault
            );
        }
    }

    /// <summary>The collection that an address is of, or whose objects it is of; null where it is of none.</summary>
    private static Uri? CollectionOf(Uri address)
    {
        string[] segments = address.Segments;
        int at = Array.LastIndexOf(segments, "collections/");
        return at < 0 || at + 1 >= segments.Length ? null : new Uri(address, string.Concat(segments[..(at + 2)]));
    }

    private static Uri WithSlash(Uri address)
    {
        var builder = new UriBuilder(address) { Query = "", Fragment = "" };
        builder.Path = builder.Path.EndsWith('/') ? builder.Path : builder.Path + "/";
        return builder.Uri;
    }
}
