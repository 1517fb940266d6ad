namespace Cordon.Sigma.Correlations.Windows;

/// <summary>Takes what windows yield.</summary>
internal interface IWindowSink
{
    /// <summary>The condition holds and is for these events: what correlations that build on this one are told.</summary>
    /// <param name="time">When it came to hold.</param>
    /// <param name="carried">The combination of values that the events have in common.</param>
    /// <param name="entries">The events, by time.</param>
    void OnHeld(long time, string?[] carried, IReadOnlyList<WindowEntry> entries);

    /// <summary>The condition holds no longer.</summary>
    void OnEnded(Episode episode);
}
