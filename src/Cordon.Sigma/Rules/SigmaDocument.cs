namespace Cordon.Sigma;

/// <summary>What rules, correlations and filters have in common: who wrote it, what it is for, where it stands.</summary>
public abstract class SigmaDocument
{
    private protected SigmaDocument() { }

    /// <summary>The file as it was named when loading, or the name given with a text.</summary>
    public required string Path { get; init; }

    /// <summary>Which YAML document of the file it is, from 1.</summary>
    public required int Document { get; init; }

    /// <summary>Line of the document's first key in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The title. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The unique identifier, as written (by recommendation a UUID), or null.</summary>
    public string? Id { get; init; }

    /// <summary>The name that correlations may use in place of the id, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What the author says that is found, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Author { get; init; }

    /// <summary>When it was written, or null where absent or not a date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When it was last changed in substance, or null where absent or not a date.</summary>
    public DateOnly? Modified { get; init; }

    /// <summary>Where the author learnt of it. Never null.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>All tags as written. Never null.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>ATT&amp;CK techniques of the tags, in ATT&amp;CK's writing (<c>T1059.001</c>), without repeats, in the tags' order.</summary>
    public IReadOnlyList<string> Techniques { get; init; } = [];

    /// <summary>ATT&amp;CK tactics of the tags, with hyphens (<c>credential-access</c>), without repeats, in the tags' order.</summary>
    public IReadOnlyList<string> Tactics { get; init; } = [];

    /// <summary>How mature it is.</summary>
    public RuleStatus Status { get; init; }

    /// <summary>The taxonomy that field and log source names are taken from; <c>sigma</c> unless the document says otherwise.</summary>
    public string Taxonomy { get; init; } = "sigma";

    /// <summary>The licence, as an SPDX identifier, or null.</summary>
    public string? License { get; init; }

    /// <summary>Known false positives. Never null.</summary>
    public IReadOnlyList<string> FalsePositives { get; init; } = [];

    /// <summary>Other rules that this one comes from, replaces or resembles. Never null.</summary>
    public IReadOnlyList<RelatedRule> Related { get; init; } = [];

    /// <summary>The kinds of machine that it is meant for. Never null.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];

    /// <summary>Top-level keys that Sigma 2.1 does not define, by name, in the file's order; their content is not read.</summary>
    public IReadOnlyList<string> CustomKeys { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Title} ({Path}:{Line})";
}
