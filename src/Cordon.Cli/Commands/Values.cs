using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cordon.Events;

namespace Cordon.Cli.Commands;

/// <summary>Options whose values need more than a word, each with an error that says what would be right.</summary>
internal static class Values
{
    private static readonly string[] Levels = ["informational", "low", "medium", "high", "critical"];

    /// <summary>An option that takes one of Sigma's levels.</summary>
    public static Option<Level?> LevelOption(string name, string description)
    {
        var option = new Option<Level?>(name)
        {
            Description = description,
            HelpName = "LEVEL",
            CustomParser = static result =>
            {
                string text = result.Tokens[0].Value;
                int index = Array.FindIndex(Levels, l => l.Equals(text, StringComparison.OrdinalIgnoreCase));
                if (index < 0)
                {
                    result.AddError($"'{text}' is no level; it is one of {string.Join(", ", Levels)}");
                    return null;
                }

                return (Level)index;
            },
        };
        // The library would offer the names of the enumeration too.
        option.CompletionSources.Clear();
        option.CompletionSources.Add(Levels);
        return option;
    }

    /// <summary>The option that names rules.</summary>
    public static Option<string[]> RulesOption(string description) =>
        new("--rules", "-r")
        {
            Description = description,
            HelpName = "PATH",
            Arity = ArgumentArity.OneOrMore,
        };

    /// <summary>The option that chooses how a command writes; the first format is the default.</summary>
    public static Option<string> FormatOption(string description, params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = description,
            HelpName = "FORMAT",
            DefaultValueFactory = _ => formats[0],
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>An option that takes a date or a point in time.</summary>
    public static Option<DateTime?> TimeOption(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "TIME",
            CustomParser = ParseTime,
        };

    private static DateTime? ParseTime(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (
            DateTime.TryParseExact(
                text,
                [
                    "yyyy-MM-dd",
                    "yyyy-MM-dd'T'HH:mm",
                    "yyyy-MM-dd'T'HH:mmK",
                    "yyyy-MM-dd'T'HH:mm:ss",
                    "yyyy-MM-dd'T'HH:mm:ssK",
                    "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
                    "yyyy-MM-dd HH:mm",
                    "yyyy-MM-dd HH:mm:ss",
                ],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTime time
            )
        )
        {
            return time;
        }

        result.AddError(
            $"'{text}' is no time; write 2021-02-16 or 2021-02-16T08:30:00Z (UTC unless an offset is given)"
        );
        return null;
    }
}
