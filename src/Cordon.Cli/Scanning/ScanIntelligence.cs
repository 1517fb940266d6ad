using System.Globalization;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Storing;

namespace Cordon.Cli.Scanning;

/// <summary>Loads what <c>--intel</c> names.</summary>
internal static class ScanIntelligence
{
    private const int ListsShown = 5;

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
