using System.Text.RegularExpressions;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Loading;

/// <summary>Checks regular expressions: of bounded size, and free of what would need backtracking.</summary>
internal static class RegexReader
{
    /// <summary>Up to this size the platform never finds an automaton too large; larger ones are tried at once.</summary>
    private const long CertainSize = 500;

    private const RegexOptions Always = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private const RegexOptions Settable = RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline;

    /// <summary>Gives a matcher, or what is wrong with the expression.</summary>
    public static RegexMatcher? Read(string pattern, FieldKey key, SigmaOptions options, out string? fault)
    {
        RegexSize size = RegexSize.Of(pattern);
        fault = CheckSize(pattern, size, options) ?? CheckDialect(pattern);
        if (fault is not null)
        {
            return null;
        }

        pattern = Anchor(pattern, key);
        RegexOptions regexOptions = OptionsOf(key);
        try
        {
            return Make(pattern, regexOptions, size);
        }
        catch (RegexParseException e)
        {
            fault = $"The regular expression is broken at its character {e.Offset + 1}: {Reason(e.Message)}";
        }
        catch (NotSupportedException e)
        {
            fault = e.Message.Contains("automata", StringComparison.Ordinal)
                ? "The regular expression is too large to be matched in linear time. Lower the numbers in braces, or split it."
                : "The regular expression uses lookaround, a back-reference, an atomic group or a condition. Sigma does not have them, and they cannot be matched in linear time. Put an exclusion in a search of its own.";
        }
        catch (Exception e) when (e is ArgumentException or InsufficientExecutionStackException or OverflowException)
        {
            fault = $"The regular expression cannot be used: {Reason(e.Message)}";
        }

        return null;
    }

    /// <summary>Checks an expression that was read before, anchors and all; null where none like it would have been.</summary>
    public static RegexMatcher? Again(string pattern, RegexOptions regexOptions, SigmaOptions options)
    {
        // What anchors add to an expression that just kept to the limits.
        const int Anchors = 8;
        RegexSize size = RegexSize.Of(pattern);
        SigmaOptions limits = options with
        {
            MaxRegexLength = options.MaxRegexLength + Anchors,
            MaxRegexSize = options.MaxRegexSize + Anchors,
        };
        if (
            (regexOptions & ~Settable) != Always
            || (CheckSize(pattern, size, limits) ?? CheckDialect(pattern)) is not null
        )
        {
            return null;
        }

        try
        {
            return Make(pattern, regexOptions, size);
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or NotSupportedException
                        or InsufficientExecutionStackException
                        or OverflowException
            )
        {
            return null;
        }
    }

    private static RegexMatcher Make(string pattern, RegexOptions regexOptions, RegexSize size)
    {
        var matcher = new RegexMatcher(pattern, regexOptions);
        if (size.Length <= CertainSize && RegexDialect.IsPlain(pattern))
        {
            // Building an automaton takes milliseconds, so it waits for the first event; parsing tells what is broken.
            _ = new Regex(pattern, regexOptions & ~RegexOptions.NonBacktracking);
        }
        else
        {
            _ = matcher.Regex;
        }

        return matcher;
    }

    private static string? CheckSize(string pattern, RegexSize size, SigmaOptions options)
    {
        if (pattern.Length > options.MaxRegexLength)
        {
            return $"The regular expression has {pattern.Length} characters, more than the limit of {options.MaxRegexLength} (MaxRegexLength).";
        }

        if (size.Depth > RegexSize.MaxDepth)
        {
            return $"The groups of the regular expression nest deeper than {RegexSize.MaxDepth} levels.";
        }

        if (size.Freedom > options.MaxRegexFreedom)
        {
            return $"What the repeats of the regular expression may take or leave comes to more than {options.MaxRegexFreedom} elements (MaxRegexFreedom); matching it would take minutes and gigabytes. Lower the numbers in braces, or nest no repeats.";
        }

        return size.Length > options.MaxRegexSize
            ? $"With its counted repeats written out the regular expression has more than {options.MaxRegexSize} elements (MaxRegexSize); it would take too much memory. Lower the numbers in braces."
            : null;
    }

    // .NET would read these without complaint and mean something else.
    private static string? CheckDialect(string pattern)
    {
        if (pattern.Contains("[[:", StringComparison.Ordinal))
        {
            return "Classes by name such as [[:alpha:]] are not part of Sigma's regular expressions. Write the characters out: [a-zA-Z].";
        }

        return pattern.Contains("(?P", StringComparison.Ordinal)
            ? "Named groups in the Python form (?P<name>…) are not part of Sigma's regular expressions. Nothing uses the name: write (?:…)."
            : null;
    }

    private static string Anchor(string pattern, FieldKey key)
    {
        if (key.Has(Modifiers.Contains))
        {
            return pattern;
        }

        return key.Has(Modifiers.StartsWith) == key.Has(Modifiers.EndsWith) ? pattern
            : key.Has(Modifiers.StartsWith) ? $@"\A(?:{pattern})"
            : $@"(?:{pattern})\z";
    }

    private static RegexOptions OptionsOf(FieldKey key) =>
        Always
        | (key.Has(Modifiers.ReIgnoreCase) ? RegexOptions.IgnoreCase : RegexOptions.None)
        | (key.Has(Modifiers.ReMultiline) ? RegexOptions.Multiline : RegexOptions.None)
        | (key.Has(Modifiers.ReDotAll) ? RegexOptions.Singleline : RegexOptions.None);

    // The platform's message repeats the pattern, which may be long, and then gives the reason.
    private static string Reason(string message)
    {
        int at = message.LastIndexOf(". ", StringComparison.Ordinal);
        string reason = at >= 0 && at + 2 < message.Length ? message[(at + 2)..] : message;
        return NearName.Shorten(reason);
    }
}
