using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>What rules, correlations and filters have in common: who wrote it, what it is for, where it stands.</summary>
public abstract class SigmaDocument
{
    private protected SigmaDocument(Header header)
    {
        Path = header.Path;
        Document = header.Document;
        Line = header.Line;
        Title = header.Title;
        Id = header.Id;
        Name = header.Name;
        Description = header.Description;
        Author = header.Author;
        License = header.License;
        Date = header.Date;
        Modified = header.Modified;
        Status = header.Status;
        Taxonomy = header.Taxonomy;
        References = header.References;
        Tags = header.Tags;
        Techniques = AttackTags.Techniques(header.Tags);
        Tactics = AttackTags.Tactics(header.Tags);
        FalsePositives = header.FalsePositives;
        Scope = header.Scope;
        Related = header.Related;
        CustomKeys = header.CustomKeys;
    }

    /// <summary>The file as it was named when loading, or the name given with a text.</summary>
    public string Path { get; }

    /// <summary>Which YAML document of the file it is, from 1.</summary>
    public int Document { get; }

    /// <summary>Line of the document's first key in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The title. Never empty.</summary>
    public string Title { get; }

    /// <summary>The unique identifier, as written (by recommendation a UUID), or null.</summary>
    public string? Id { get; }

    /// <summary>The name that correlations may use in place of the id, or null.</summary>
    public string? Name { get; }

    /// <summary>What the author says that is found, or null.</summary>
    public string? Description { get; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Author { get; }

    /// <summary>When it was written, or null where absent or not a date.</summary>
    public DateOnly? Date { get; }

    /// <summary>When it was last changed in substance, or null where absent or not a date.</summary>
    public DateOnly? Modified { get; }

    /// <summary>Where the author learnt of it. Never null.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>All tags as written. Never null.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>ATT&amp;CK techniques of the tags, in ATT&amp;CK's writing (<c>T1059.001</c>), without repeats, in the tags' order.</summary>
    public IReadOnlyList<string> Techniques { get; }

    /// <summary>ATT&amp;CK tactics of the tags, with hyphens (<c>credential-access</c>), without repeats, in the tags' order.</summary>
    public IReadOnlyList<string> Tactics { get; }

    /// <summary>How mature it is.</summary>
    public RuleStatus Status { get; }

    /// <summary>The taxonomy that field and log source names are taken from; <c>sigma</c> unless the document says otherwise.</summary>
    public string Taxonomy { get; }

    /// <summary>The licence, as an SPDX identifier, or null.</summary>
    public string? License { get; }

    /// <summary>Known false positives. Never null.</summary>
    public IReadOnlyList<string> FalsePositives { get; }

    /// <summary>Other rules that this one comes from, replaces or resembles. Never null.</summary>
    public IReadOnlyList<RelatedRule> Related { get; }

    /// <summary>The kinds of machine that it is meant for. Never null.</summary>
    public IReadOnlyList<string> Scope { get; }

    /// <summary>Top-level keys that Sigma 2.1 does not define, by name, in the file's order; their content is not read.</summary>
    public IReadOnlyList<string> CustomKeys { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Title} ({Path}:{Line})";
}
