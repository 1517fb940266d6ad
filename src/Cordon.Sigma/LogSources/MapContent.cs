namespace Cordon.Sigma.LogSources;

/// <summary>A map as it was read.</summary>
internal sealed record MapContent(
    IReadOnlyList<MapEntry> Entries,
    IReadOnlyList<UnservedLogSource> Unserved,
    IReadOnlySet<string> SharedChannels
);

/// <summary>One target and the log source it serves: a product alone, or with a category, or with a service.</summary>
internal sealed record MapEntry(LogSource Source, LogSourceTarget Target);

/// <summary>A log source whose events come from other logs; what it does not name may be anything.</summary>
internal sealed record UnservedLogSource(string? Product, string? Category, string? Service, string Logs)
{
    /// <summary>Whether a rule's log source falls under this one: nothing differs, and something is the same.</summary>
    internal bool Covers(LogSource source) =>
        Agrees(Product, source.Product)
        && Agrees(Category, source.Category)
        && Agrees(Service, source.Service)
        && (Same(Product, source.Product) || Same(Category, source.Category) || Same(Service, source.Service));

    private static bool Agrees(string? own, string? other) => own is null || other is null || Same(own, other);

    private static bool Same(string? own, string? other) =>
        own is not null && string.Equals(own, other, StringComparison.OrdinalIgnoreCase);
}
