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
        int line = document.FirstLine - 1 + relative;
        int column = Math.Max(1, (int)e.Start.Column);
        return IndentedByTab(document.Text, relative, out int tab)
            ? new YamlFault(
                ProblemCodes.YamlTab,
                line,
                tab,
                "The line is indented with a tab, which YAML does not allow. Indent with spaces."
            )
            : new YamlFault(ProblemCodes.YamlSyntax, line, column, $"This is not YAML: {Clean(e.Message)}");
    }

    private static string Clean(string message)
    {
        message = message.Trim();
        return message.EndsWith('.') ? message : message + ".";
    }

    private static bool IndentedByTab(string text, int line, out int column)
    {
        column = 0;
        foreach (ReadOnlySpan<char> current in text.AsSpan().EnumerateLines())
        {
            if (--line > 0)
            {
                continue;
            }

            int indent = current.IndexOfAnyExcept(' ', '\t');
            int tab = (indent < 0 ? current : current[..indent]).IndexOf('\t');
            column = tab + 1;
            return tab >= 0;
        }

        return false;
    }
}
