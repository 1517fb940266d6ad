using Cordon.Events;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma;

/// <summary>What a load gave: the documents that can be used, and what is wrong with the others.</summary>
/// <remarks>
/// Documents stand in the order of the paths given, files of a folder in ordinal order of their paths, documents of a file as
/// they stand in it. The order, the documents and the problems do not depend on how many files were read at a time.
/// </remarks>
public sealed class RuleSet
{
    internal RuleSet(FieldTable fields) => Fields = fields;

    /// <summary>The rules that can be evaluated.</summary>
    public IReadOnlyList<SigmaRule> Rules { get; internal init; } = [];

    /// <summary>The correlations; a <see cref="CorrelationSet"/> makes them ready to run.</summary>
    public IReadOnlyList<SigmaCorrelation> Correlations { get; internal init; } = [];

    /// <summary>The filters; <see cref="RuleAdjuster"/> puts them into rules.</summary>
    public IReadOnlyList<SigmaFilter> Filters { get; internal init; } = [];

    /// <summary>Everything that was found wrong, in the order of files and lines; what concerns several files comes last.</summary>
    public IReadOnlyList<SigmaProblem> Problems { get; internal init; } = [];

    /// <summary>The table that the rules' field ids come from.</summary>
    public FieldTable Fields { get; }

    /// <summary>How many files were read, the broken ones among them.</summary>
    public int FileCount { get; internal init; }

    /// <summary>How many documents were read, the refused ones among them.</summary>
    public int DocumentCount { get; internal init; }

    /// <summary>How many documents were refused, each with at least one error in <see cref="Problems"/>.</summary>
    public int RefusedCount => DocumentCount - Rules.Count - Correlations.Count - Filters.Count;

    /// <summary>Two sets as one, the first before the second. What one refers to in the other has not been looked for.</summary>
    /// <exception cref="ArgumentException">The sets were loaded with different tables of fields.</exception>
    public static RuleSet Join(RuleSet first, RuleSet second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return ReferenceEquals(first.Fields, second.Fields)
            ? new RuleSet(first.Fields)
            {
                Rules = [.. first.Rules, .. second.Rules],
                Correlations = [.. first.Correlations, .. second.Correlations],
                Filters = [.. first.Filters, .. second.Filters],
                Problems = [.. first.Problems, .. second.Problems],
                FileCount = first.FileCount + second.FileCount,
                DocumentCount = first.DocumentCount + second.DocumentCount,
            }
            : throw new ArgumentException("The sets were loaded with different tables of fields.", nameof(second));
    }

    /// <summary>The same set with other rules and correlations, which are no more than it has.</summary>
    internal RuleSet With(IReadOnlyList<SigmaRule> rules, IReadOnlyList<SigmaCorrelation> correlations) =>
        new(Fields)
        {
            Rules = rules,
            Correlations = correlations,
            Filters = Filters,
            Problems = Problems,
            FileCount = FileCount,
            DocumentCount = DocumentCount - (Rules.Count - rules.Count) - (Correlations.Count - correlations.Count),
        };

    /// <summary>Reads rule files, and all files ending in <c>.yml</c> or <c>.yaml</c> below folders (hidden ones and links to folders left out).</summary>
    /// <param name="paths">Files and folders. What is named twice is read once.</param>
    /// <param name="options">How to read; <see cref="SigmaOptions.Default"/> where null.</param>
    /// <returns>Never throws for what files hold, or because one cannot be read: that is in <see cref="Problems"/>.</returns>
    public static RuleSet Load(IEnumerable<string> paths, SigmaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return RuleSetLoader.Load(paths, options ?? SigmaOptions.Default);
    }

    /// <summary>Reads the documents of a text.</summary>
    /// <param name="text">YAML, one document or several.</param>
    /// <param name="name">What to call the text in problems and in <see cref="SigmaDocument.Path"/>.</param>
    /// <param name="options">How to read; <see cref="SigmaOptions.Default"/> where null.</param>
    public static RuleSet Parse(string text, string name = "rule", SigmaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return RuleSetLoader.Parse(text, name, options ?? SigmaOptions.Default);
    }

    /// <summary>Reads the documents of several texts into one set.</summary>
    /// <param name="texts">Names, as in <see cref="SigmaDocument.Path"/>, with YAML.</param>
    /// <param name="options">How to read; <see cref="SigmaOptions.Default"/> where null.</param>
    public static RuleSet Parse(IEnumerable<KeyValuePair<string, string>> texts, SigmaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return RuleSetLoader.Parse(texts, options ?? SigmaOptions.Default);
    }

    /// <summary>Reads the documents of a stream to its end, or to the limit of <see cref="SigmaOptions.MaxFileSize"/>.</summary>
    /// <param name="stream">YAML in UTF-8, or in UTF-16 with a byte order mark. It is left open.</param>
    /// <param name="name">What to call it in problems and in <see cref="SigmaDocument.Path"/>.</param>
    /// <param name="options">How to read; <see cref="SigmaOptions.Default"/> where null.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static RuleSet Load(Stream stream, string name, SigmaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return RuleSetLoader.Load(stream, name, options ?? SigmaOptions.Default);
    }
}
