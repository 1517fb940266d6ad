using Cordon.Sigma.Correlations.Windows;

namespace Cordon.Sigma.Correlations.Measures;

/// <summary>Looks at the events of one window. Entries leave in the order in which they came.</summary>
internal interface IMeasure
{
    /// <summary>An event came into the window.</summary>
    void Add(WindowEntry entry);

    /// <summary>The oldest event left the window.</summary>
    void Remove(WindowEntry entry);

    /// <summary>Whether the condition holds for the window as it is, which is not empty.</summary>
    /// <param name="figure">The figure that the condition was held against; null where it reckons with none.</param>
    bool Holds(out double? figure);

    /// <summary>Whether an event has part in what holds; asked only while it does.</summary>
    bool Concerns(WindowEntry entry) => true;
}
