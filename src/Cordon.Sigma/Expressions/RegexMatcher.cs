using System.Diagnostics;
using System.Text.RegularExpressions;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>The value's written form holds a match of a regular expression, anywhere unless the expression is anchored.</summary>
/// <remarks>
/// Matching takes time linear in the value (<see cref="RegexOptions.NonBacktracking"/>), for which an automaton is built in milliseconds. Most expressions are only asked
/// about a few values, so the first short ones are matched by backtracking, which needs none and says the same: within bounds of its own, so that no value costs much.
/// </remarks>
public sealed class RegexMatcher : ValueMatcher
{
    // So many values, each at most so long, before the automaton is built. One that takes long counts for many of them; one that takes too long is the last.
    private const int FirstValues = 512;
    private const int LongestFirst = 32_768;
    private const int PriceOfSlow = 64;
    private static readonly TimeSpan Slow = TimeSpan.FromMicroseconds(200);
    private static readonly TimeSpan TooLong = TimeSpan.FromMilliseconds(2);

    private Regex? _regex;
    private Regex? _backtracking;
    private int _firstLeft = FirstValues;

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

    /// <summary>Whether somebody asked about a value, or for <see cref="Regex"/>.</summary>
    internal bool WasAsked() => (_regex ?? _backtracking) is not null;

    /// <summary>Whether the automaton was built, by which everything is matched from then on.</summary>
    internal bool HasAutomaton() => _regex is not null;

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        value.Kind is not (FieldKind.Missing or FieldKind.Null) && IsMatch(value.Text);

    /// <inheritdoc/>
    public override string ToString() => $"matches /{Pattern}/{Flags()}";

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is RegexMatcher regex
        && Options == regex.Options
        && string.Equals(Pattern, regex.Pattern, StringComparison.Ordinal);

    private bool IsMatch(ReadOnlySpan<char> text)
    {
        if (_regex is { } regex)
        {
            return regex.IsMatch(text);
        }

        return text.Length <= LongestFirst && _firstLeft > 0 ? IsMatchAtFirst(text) : Build().IsMatch(text);
    }

    // Threads that do it at once count too few: the bounds are per thread then.
    private bool IsMatchAtFirst(ReadOnlySpan<char> text)
    {
        _firstLeft--;
        Regex backtracking = _backtracking ??= new Regex(Pattern, Options & ~RegexOptions.NonBacktracking, TooLong);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            bool isMatch = backtracking.IsMatch(text);
            if (Stopwatch.GetElapsedTime(begun) > Slow)
            {
                _firstLeft -= PriceOfSlow;
            }

            return isMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            _firstLeft = 0;
            return Build().IsMatch(text);
        }
    }

    private Regex Build()
    {
        // Two threads may both build it; the first to finish wins and the other's work is dropped.
        var built = new Regex(Pattern, Options);
        built = Interlocked.CompareExchange(ref _regex, built, null) ?? built;
        _backtracking = null;
        return built;
    }

    private string Flags() =>
        (Options.HasFlag(RegexOptions.IgnoreCase) ? "i" : "")
        + (Options.HasFlag(RegexOptions.Multiline) ? "m" : "")
        + (Options.HasFlag(RegexOptions.Singleline) ? "s" : "");
}
