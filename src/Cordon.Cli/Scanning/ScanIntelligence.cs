using System.Globalization;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Sightings;
using Cordon.Intelligence.Storing;

namespace Cordon.Cli.Scanning;

/// <summary>Loads what <c>--intel</c> names.</summary>
internal static class ScanIntelligence
{
    private const int ListsShown = 5;

    /// <summary>Keeps what was seen in the store that the indicators came from, and says so; does nothing where they came from elsewhere. A store that can't be written spoils no scan.</summary>
    public static void Record(string? path, IReadOnlyList<Sighting> sightings)
    {
        if (path is null || sightings.Count == 0 || SightingStore.In(path) is not { } store)
        {
            return;
        }

        try
        {
            (string id, bool isNew) = store.Add(sightings);
            Console.Out.WriteLine();
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SIGHTINGS: {sightings.Count} {(isNew ? "kept as" : "already kept as")} {id}; 'cordon intel undo {id}' takes them away"
                )
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            ErrorText.Write($"{path}: sightings can't be kept: {fault.Message}");
        }
    }

    /// <summary>Loads it and says what of it is left out, and why.</summary>
    /// <param name="path">The store, file or folder; null for none.</param>
    /// <param name="intelligence">What it holds, beside what ships with Cordon.</param>
    /// <returns>False, with the reason on standard error, where it can't be used.</returns>
    public static bool TryLoad(string? path, out IntelligenceSet intelligence)
    {
        intelligence = IntelligenceSet.BuiltIn;
        if (path is null)
        {
            return true;
        }

        try
        {
            var loaded = IntelligenceSet.Load(path, ImportLimits.Default);
            IndicatorSet indicators = loaded.Indicators;
            foreach (
                (string list, int count) in indicators.LeftOut.OrderByDescending(static l => l.Value).Take(ListsShown)
            )
            {
                ErrorText.Write(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{path}: {count} indicators are not looked for, because the warning list '{list}' names their values"
                    )
                );
            }

            if (indicators.Problems > 0)
            {
                ErrorText.Write(
                    string.Create(CultureInfo.InvariantCulture, $"{path}: {indicators.Problems} objects can't be used")
                );
            }

            if (indicators.Count == 0 && !loaded.HasKnowledge)
            {
                ErrorText.Write($"{path}: there is no indicator in it, and nothing that is known of actors");
                return false;
            }

            intelligence = loaded;
            return true;
        }
        catch (Exception fault) when (fault is IntelligenceException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write($"{path}: {fault.Message}");
            return false;
        }
    }
}
