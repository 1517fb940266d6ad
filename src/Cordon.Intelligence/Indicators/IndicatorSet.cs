using Cordon.Events;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Storing;

namespace Cordon.Intelligence.Indicators;

/// <summary>
/// The indicators of a store, or of files, ready to be looked for in events. What a warning list speaks against is left out, and counted with the list's name. Immutable; for
/// several threads.
/// </summary>
public sealed class IndicatorSet : IIndicatorMatcher
{
    private readonly IndicatorIndex _index;

    private IndicatorSet(IndicatorIndex index, IReadOnlyDictionary<string, int> leftOut, long problems) =>
        (_index, LeftOut, Problems) = (index, leftOut, problems);

    /// <summary>How many indicators are looked for.</summary>
    public int Count => _index.Count;

    /// <summary>Bytes that they take in memory, without the texts of sources and labels.</summary>
    public long Bytes => _index.Bytes;

    /// <summary>How many indicators were left out, by the name of the warning list that speaks against them.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; }

    /// <summary>How many objects could not be read.</summary>
    public long Problems { get; }

    /// <summary>Loads the indicators of a store (a folder that <c>cordon intel import</c> made), or of a file or folder of any form that can be imported.</summary>
    /// <param name="path">The store, file or folder.</param>
    /// <param name="limits">How much is taken of files.</param>
    /// <exception cref="IntelligenceException">The store can't be read.</exception>
    /// <exception cref="IOException">It is not there, or can't be read.</exception>
    public static IndicatorSet Load(string path, ImportLimits limits)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        if (IntelligenceStore.IsOne(path))
        {
            var store = new IntelligenceStore(path, TimeProvider.System);
            return Of(store.Indicators(), new WarningLists(store.WarningLists()), 0);
        }

        ImportContent content = IntelligenceStore.ReadFiles(path, limits);
        return Of(content.Indicators, new WarningLists(content.WarningLists), content.Problems.Count);
    }

    /// <summary>A set without indicators.</summary>
    public static IndicatorSet Empty { get; } = Of([], new WarningLists([]));

    /// <summary>
    /// The indicators that hold for an observable: of a domain those of the names above it too, of an address those of networks that it lies in. What a warning list speaks
    /// against is not among them. In an order that does not depend on how they were read.
    /// </summary>
    /// <param name="observable">What was seen.</param>
    /// <param name="most">The most that are given; at least 1.</param>
    public IReadOnlyList<Indicator> Find(Observable observable, int most = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return IndicatorLookup.Find(_index, observable, most);
    }

    internal static IndicatorSet Of(IEnumerable<Indicator> indicators, WarningLists warnings, long problems = 0)
    {
        var builder = new IndicatorIndexBuilder();
        Dictionary<string, int> leftOut = new(StringComparer.Ordinal);
        foreach (Indicator one in indicators)
        {
            if (warnings.Against(one) is { } list)
            {
                leftOut[list] = leftOut.GetValueOrDefault(list) + 1;
            }
            else if (!builder.Add(one))
            {
                problems++;
            }
        }

        return new IndicatorSet(builder.Build(), leftOut, problems);
    }

    /// <inheritdoc/>
    public IIndicatorReader CreateReader() => new IndicatorReader(_index);
}
