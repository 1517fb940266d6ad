namespace Cordon.Sigma.LogSources;

/// <summary>What a <see cref="LogSourceTarget"/> is made of.</summary>
internal sealed record TargetDefinition
{
    internal required string Id { get; init; }
    internal required string Product { get; init; }
    internal IReadOnlyList<string> Channels { get; init; } = [];
    internal IReadOnlyList<string> Providers { get; init; } = [];
    internal IReadOnlyList<long> Codes { get; init; } = [];
    internal IReadOnlyList<FieldCondition> Conditions { get; init; } = [];
    internal IReadOnlyList<FieldMapping> Fields { get; init; } = [];
    internal bool IsAbsentUnknown { get; init; }
    internal bool IsOnSharedChannel { get; init; }
}
