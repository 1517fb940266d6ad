using System.Globalization;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Storing;
using Cordon.Reporting.Terminal;
using Cordon.Stix.Taxii;

namespace Cordon.Cli.Intelligence;

/// <summary>Imports collections of TAXII servers: <c>taxii+https://…</c>, each collection an import of its own.</summary>
internal static class TaxiiImport
{
    private const string Prefix = "taxii+";

    /// <summary>Whether an argument names a TAXII server.</summary>
    public static bool IsAddress(string from) => from.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the collections at an address on from where the last call ended, and imports what is there of them.</summary>
    /// <returns>An <see cref="ExitCode"/>: failed where one could not be read to its end; what came before that is kept and imported.</returns>
    /// <exception cref="IntelligenceException">The address is none, or the credentials can't be used.</exception>
    /// <exception cref="IOException">The store can't be written.</exception>
    public static async Task<int> RunAsync(
        string from,
        IntelligenceStore store,
        Action<ImportReport> tell,
        CancellationToken cancel
    )
    {
        if (
            !Uri.TryCreate(from[Prefix.Length..], UriKind.Absolute, out Uri? address)
            || address.Scheme is not ("https" or "http")
        )
        {
            throw new IntelligenceException(
                $"'{SafeText.OneLine(from, 200)}' is no address; write one such as taxii+https://taxii.example/taxii2/"
            );
        }

        try
        {
            using var client = new TaxiiClient(address, TaxiiCredentials.For(address), TimeProvider.System);
            int code = ExitCode.Done;
            IReadOnlyList<TaxiiCollection> collections = await client.CollectionsAsync(cancel).ConfigureAwait(false);
            if (collections.Count == 0)
            {
                ErrorText.Write($"{address.Host} shows you no collection");
                return ExitCode.Failed;
            }

            foreach (TaxiiCollection collection in collections)
            {
                code = Math.Max(code, await ReadAsync(client, collection, store, tell, cancel).ConfigureAwait(false));
            }

            return code;
        }
        catch (TaxiiException fault)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> ReadAsync(
        TaxiiClient client,
        TaxiiCollection collection,
        IntelligenceStore store,
        Action<ImportReport> tell,
        CancellationToken cancel
    )
    {
        string name = SafeText.OneLine($"collection {collection.Id} ({collection.Title})", 200);
        if (!collection.CanRead)
        {
            Console.Out.WriteLine($"left out: {name} may not be read by you");
            return ExitCode.Done;
        }

        int code = ExitCode.Done;
        var feed = new TaxiiFeed(store.Folder, collection);
        try
        {
            int added = await feed.ReadOnAsync(client, collection, cancel).ConfigureAwait(false);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {added} new objects"));
        }
        catch (TaxiiException fault)
        {
            ErrorText.Write($"{name}: {fault.Message}");
            code = ExitCode.Failed;
        }

        if (feed.HasObjects)
        {
            try
            {
                tell(store.Import(feed.Objects, Prefix + collection.Address.AbsoluteUri, ImportLimits.Default, cancel));
            }
            catch (IntelligenceException fault)
            {
                ErrorText.Write(fault.Message);
                code = ExitCode.Failed;
            }
        }

        return code;
    }
}
