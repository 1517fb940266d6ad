using System.Globalization;
using Cordon.Cli.Rules.Updating;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Sightings;
using Cordon.Intelligence.Storing;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;

namespace Cordon.Cli.Intelligence;

/// <summary>What the commands that fill and show the store do.</summary>
internal static class IntelImport
{
    private const int ProblemsShown = 10;
    private static readonly UpdateLimits Limits = UpdateLimits.Default with { MaxDownload = 1L << 30 };

    /// <summary>Imports files, folders and addresses, each for itself.</summary>
    public static async Task<int> RunAsync(string[] from, string? folder, CancellationToken cancel)
    {
        if (Store(folder) is not { } store)
        {
            return ExitCode.Failed;
        }

        int code = ExitCode.Done;
        foreach (string one in from)
        {
            code = Math.Max(code, await ImportAsync(one, store, cancel).ConfigureAwait(false));
        }

        return code;
    }

    /// <summary>Fetches again what came from addresses.</summary>
    public static async Task<int> UpdateAsync(string? folder, CancellationToken cancel)
    {
        if (Store(folder) is not { } store)
        {
            return ExitCode.Failed;
        }

        try
        {
            string[] addresses =
            [
                .. store
                    .Imports()
                    .Where(static r => !r.IsReplaced && r.Origin.Contains("://", StringComparison.Ordinal))
                    .Select(static r => r.Origin),
            ];
            if (addresses.Length == 0)
            {
                Console.Out.WriteLine("no import came from an address; there is nothing to update");
            }

            int code = ExitCode.Done;
            foreach (string one in addresses)
            {
                code = Math.Max(code, await ImportAsync(one, store, cancel).ConfigureAwait(false));
            }

            return code;
        }
        catch (IntelligenceException fault)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
    }

    /// <summary>Shows the imports.</summary>
    public static int List(string? folder) =>
        With(
            folder,
            static store =>
            {
                foreach (ImportRecord one in store.Imports())
                {
                    Console.Out.WriteLine(
                        SafeText.OneLine($"{Text(one)}{(one.IsReplaced ? "  (replaced)" : "")}", 600)
                    );
                }

                foreach ((string id, int count) in SightingStore.In(store.Folder)?.Scans() ?? [])
                {
                    Console.Out.WriteLine(
                        string.Create(CultureInfo.InvariantCulture, $"{id}  {count} sightings of a scan")
                    );
                }
            }
        );

    /// <summary>Takes an import away.</summary>
    public static int Undo(string id, string? folder) =>
        With(
            folder,
            store =>
                Console.Out.WriteLine(
                    SightingStore.In(store.Folder)?.Undo(id) is { } scan
                        ? $"undone: {scan}, sightings of a scan"
                        : SafeText.OneLine($"undone: {Text(store.Undo(id))}", 600)
                )
        );

    /// <summary>Says how good an import is.</summary>
    public static int Grade(string id, string grade, string? folder) =>
        With(
            folder,
            store =>
                Console.Out.WriteLine(
                    SafeText.OneLine(Text(store.Grade(id, grade == "none" ? null : grade.ToUpperInvariant())), 600)
                )
        );

    /// <summary>Writes all sightings.</summary>
    public static int ExportSightings(string? folder) =>
        With(
            folder,
            static store =>
            {
                using Stream output = StandardOutput.Open();
                SightingBundle.Write(SightingStore.In(store.Folder)?.All() ?? [], output);
                output.Write("\n"u8);
            }
        );

    /// <summary>Writes all claims.</summary>
    public static int Export(string? folder)
    {
        using Stream output = StandardOutput.Open();
        var knowledge = IntelStore.Knowledge(folder);
        ClaimBundle.Write(knowledge.Claims, knowledge, output);
        output.Write("\n"u8);
        return ExitCode.Done;
    }

    private static int With(string? folder, Action<IntelligenceStore> what)
    {
        if (Store(folder) is not { } store)
        {
            return ExitCode.Failed;
        }

        try
        {
            what(store);
            return ExitCode.Done;
        }
        catch (IntelligenceException fault)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> ImportAsync(string from, IntelligenceStore store, CancellationToken cancel)
    {
        string? fetched = null;
        try
        {
            if (TaxiiImport.IsAddress(from))
            {
                return await TaxiiImport.RunAsync(from, store, Tell, cancel).ConfigureAwait(false);
            }

            var source = ReleaseSource.Of(from, "import", "files");
            if (source.Address is not null)
            {
                fetched = Directory.CreateTempSubdirectory("cordon-intel-").FullName;
                string file = Path.Combine(fetched, NameOf(source.Address));
                await FetchAsync(source, file, cancel).ConfigureAwait(false);
                if (FeedDownload.IsManifest(source.Address))
                {
                    await FeedDownload
                        .FetchAsync(source.Address, file, (one, to) => FetchAsync(one, to, cancel), cancel)
                        .ConfigureAwait(false);
                    file = fetched;
                }

                Tell(store.Import(file, from, ImportLimits.Default, cancel));
            }
            else
            {
                Tell(store.Import(from, null, ImportLimits.Default, cancel));
            }

            return ExitCode.Done;
        }
        catch (Exception fault)
            when (fault is IntelligenceException or UpdateException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
        finally
        {
            if (fetched is not null)
            {
                Directory.Delete(fetched, recursive: true);
            }
        }
    }

    private static async Task FetchAsync(ReleaseSource source, string file, CancellationToken cancel)
    {
        var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await using (target.ConfigureAwait(false))
        {
            using var progress = new DownloadProgress();
            await new ReleaseDownload(source, Limits, TimeProvider.System)
                .GetAsync(target, progress.Show, cancel)
                .ConfigureAwait(false);
        }
    }

    private static string NameOf(Uri address)
    {
        string name = string.Concat(
                Uri.UnescapeDataString(address.Segments[^1])
                    .Where(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            )
            .Trim('.');
        return name.Length is 0 or > 100 ? "download" : name;
    }

    private static void Tell(ImportReport report)
    {
        Console.Out.WriteLine(
            SafeText.OneLine(report.IsNew ? Text(report.Record) : $"already there: {Text(report.Record)}", 600)
        );
        foreach ((string what, long count) in report.LeftOut)
        {
            Console.Out.WriteLine(
                SafeText.OneLine(string.Create(CultureInfo.InvariantCulture, $"  left out: {what} ({count})"), 300)
            );
        }

        foreach (ImportProblem problem in report.Problems.Take(ProblemsShown))
        {
            ErrorText.Write($"{problem.Place}: {problem.Reason}");
        }

        if (report.IsNew && report.Record.Problems > ProblemsShown)
        {
            ErrorText.Write($"… and {report.Record.Problems - ProblemsShown} more that could not be read");
        }
    }

    private static string Text(ImportRecord one)
    {
        (int Count, string One)[] parts =
        [
            (one.Actors, "actor"),
            (one.Software, "program"),
            (one.Claims, "claim"),
            (one.Indicators, "indicator"),
            (one.WarningLists, "warning list"),
        ];
        string holds = string.Join(
            ", ",
            parts.Where(static p => p.Count > 0).Select(static p => Wording.Counted(p.Count, p.One))
        );
        string grade = one.Grade is null ? "" : $", graded {one.Grade}";
        string problems = one.Problems > 0 ? $", {Wording.Counted(one.Problems, "problem")}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Id}  {one.When:yyyy-MM-dd HH:mm}Z  {one.Origin}  ({one.Formats}): {holds}{grade}{problems}"
        );
    }

    private static IntelligenceStore? Store(string? folder)
    {
        if (IntelStore.Folder(folder) is { } found)
        {
            return new IntelligenceStore(found, TimeProvider.System);
        }

        ErrorText.Write("the system names no data folder; set CORDON_INTEL or --store to a folder of yours");
        return null;
    }
}
