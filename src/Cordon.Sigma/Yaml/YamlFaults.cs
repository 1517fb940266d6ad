using YamlDotNet.Core;

namespace Cordon.Sigma.Yaml;

/// <summary>Carries a fault out of the recursion of <see cref="YamlReader"/>; never leaves it.</summary>
internal sealed class YamlFaultException(YamlFault fault) : Exception(fault.Message)
{
    public YamlFault Fault { get; } = fault;
}

/// <summary>Turns what the YAML parser throws into words for the author of a rule.</summary>
internal static class YamlFaults
{
    /// <summary>What the parser throws beside its own exceptions on text that is far from YAML.</summary>
    public static bool IsParserFault(Exception e) =>
        e
            is ArgumentException
                or InvalidOperationException
                or ArithmeticException
                or FormatException
                or IndexOutOfRangeException
                or KeyNotFoundException
                or NullReferenceException
                or InvalidCastException;

    public static YamlFault Explain(YamlException e, YamlDocumentText document)
    {
        int relative = Math.Max(1, (int)e.Start.Line);
        int before = document.FirstLine - 1;
        int column = Math.Max(1, (int)e.Start.Column);
        bool isTab = e.Message.Contains("tab", StringComparison.Ordinal);
        return isTab && FindTab(document.Text, relative, out int line, out int tab)
            ? new YamlFault(
                ProblemCodes.YamlTab,
                before + line,
                tab,
                "The line is indented with a tab, which YAML does not allow. Indent with spaces."
            )
            : new YamlFault(
                ProblemCodes.YamlSyntax,
                before + relative,
                column,
                $"This is not YAML: {Clean(e.Message)}"
            );
    }

    private static string Clean(string message)
    {
        message = string.Concat(message.Trim().Take(300).Where(c => !char.IsControl(c)));
        return message.EndsWith('.') ? message : message + ".";
    }

    // The parser names where the collection or text began; the tab stands on the first indented line from there on.
    private static bool FindTab(string text, int from, out int line, out int column)
    {
        line = 0;
        foreach (ReadOnlySpan<char> current in text.AsSpan().EnumerateLines())
        {
            int indent = current.IndexOfAnyExcept(' ', '\t');
            int tab = (indent < 0 ? default : current[..indent]).IndexOf('\t');
            if (++line >= from && tab >= 0)
            {
                column = tab + 1;
                return true;
            }
        }

        column = 0;
        return false;
    }
}
