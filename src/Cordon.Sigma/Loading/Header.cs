namespace Cordon.Sigma.Loading;

/// <summary>The keys that all kinds of document share, as far as they could be read.</summary>
internal sealed record Header
{
    public required string Path { get; init; }
    public required int Document { get; init; }
    public required int Line { get; init; }
    public string Title { get; init; } = "";
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? Author { get; init; }
    public string? License { get; init; }
    public DateOnly? Date { get; init; }
    public DateOnly? Modified { get; init; }
    public RuleStatus Status { get; init; }
    public string Taxonomy { get; init; } = "sigma";
    public Cordon.Events.Level? Level { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> FalsePositives { get; init; } = [];
    public IReadOnlyList<string> Scope { get; init; } = [];
    public IReadOnlyList<string> Fields { get; init; } = [];
    public IReadOnlyList<RelatedRule> Related { get; init; } = [];
    public IReadOnlyList<string> CustomKeys { get; init; } = [];
}
