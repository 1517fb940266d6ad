using System.Text.RegularExpressions;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The value's written form holds a match of a regular expression, anywhere unless the expression is anchored.</summary>
/// <remarks>Matching takes time linear in the value (<see cref="RegexOptions.NonBacktracking"/>).</remarks>
public sealed class RegexMatcher : ValueMatcher
{
    private Regex? _regex;

    internal RegexMatcher(string pattern, RegexOptions options)
        : base(HashCode.Combine(25, pattern, options))
    {
        Pattern = pattern;
        Options = options;
    }

    /// <summary>The expression.</summary>
    public string Pattern { get; }

    /// <summary>
    /// Always <see cref="RegexOptions.NonBacktracking"/> and <see cref="RegexOptions.CultureInvariant"/>, and what the modifiers
    /// <c>i</c>, <c>m</c> and <c>s</c> add.
    /// </summary>
    public RegexOptions Options { get; }

    /// <summary>The expression made ready; built when it is first asked for and then kept.</summary>
    public Regex Regex => _regex ?? Build();

    /// <summary>Whether somebody asked for <see cref="Regex"/>, which is dear to make.</summary>
    internal bool IsReady() => _regex is not null;

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        value.Kind is not (FieldKind.Missing or FieldKind.Null) && Regex.IsMatch(value.Text);

    /// <inheritdoc/>
    public override string ToString() => $"matches /{Pattern}/{Flags()}";

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is RegexMatcher regex
        && Options == regex.Options
        && string.Equals(Pattern, regex.Pattern, StringComparison.Ordinal);

    private Regex Build()
    {
        // Two threads may both build it; the first to finish wins and the other's work is dropped.
        var built = new Regex(Pattern, Options);
        return Interlocked.CompareExchange(ref _regex, built, null) ?? built;
    }

    private string Flags() =>
        (Options.HasFlag(RegexOptions.IgnoreCase) ? "i" : "")
        + (Options.HasFlag(RegexOptions.Multiline) ? "m" : "")
        + (Options.HasFlag(RegexOptions.Singleline) ? "s" : "");
}
