using Cordon.Events;

namespace Cordon.Sigma;

/// <summary>How rules are read, and how much of a hostile file is read at most.</summary>
public sealed record SigmaOptions
{
    /// <summary>The defaults.</summary>
    public static SigmaOptions Default { get; } = new();

    /// <summary>Where the fields that rules name get their ids; a new table for each load where null.</summary>
    public FieldTable? Fields { get; init; }

    /// <summary>
    /// What placeholders stand for: a name without its percent signs, and the values, each of which may hold wildcards.
    /// A rule with a placeholder that is not here is refused, as the specification demands.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Placeholders { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>How many files are read at the same time; 0 means one per processor. Results do not depend on it.</summary>
    public int Parallelism { get; init; }

    /// <summary>
    /// A folder in which <see cref="RuleSet.Load(IEnumerable{string}, SigmaOptions)"/> keeps what files gave, so that those which have the
    /// same bytes the next time need not be parsed; null for none. Results do not depend on it, and whatever is wrong with the
    /// folder only costs time. It is made private to its user, because whoever can write there decides which rules run.
    /// </summary>
    public string? CacheFolder { get; init; }

    /// <summary>The largest file that is read, in bytes.</summary>
    public long MaxFileSize { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most files that one load takes from its folders.</summary>
    public int MaxFiles { get; init; } = 200_000;

    /// <summary>The deepest nesting of YAML collections.</summary>
    public int MaxYamlDepth { get; init; } = 32;

    /// <summary>The most YAML nodes in one document, counting what aliases repeat each time.</summary>
    public int MaxYamlNodes { get; init; } = 200_000;

    /// <summary>The longest mapping key, in UTF-16 units.</summary>
    public int MaxKeyLength { get; init; } = 1024;

    /// <summary>The deepest nesting of a condition: brackets and negations.</summary>
    public int MaxConditionDepth { get; init; } = 64;

    /// <summary>The most predicates that one rule's detection may come to, after lists, placeholders and encodings are laid out.</summary>
    public int MaxPredicates { get; init; } = 200_000;

    /// <summary>The longest regular expression, in UTF-16 units.</summary>
    public int MaxRegexLength { get; init; } = 8192;

    /// <summary>
    /// The size that a regular expression may have with its counted repeats written out: <c>(ab){50}</c> counts 100.
    /// Time and memory of a match grow with it.
    /// </summary>
    public int MaxRegexSize { get; init; } = 1500;

    /// <summary>
    /// How many of those elements the repeats may take or leave: <c>(.{0,50}a){4}</c> counts 204, and each <c>*</c> or <c>+</c>
    /// four. Time and memory of the first matches grow with its square, up to some seconds at the default.
    /// </summary>
    public int MaxRegexFreedom { get; init; } = 512;

    /// <summary>The most problems that are reported for one document.</summary>
    public int MaxProblemsPerDocument { get; init; } = 50;
}
