namespace Cordon.Sigma.Yaml;

/// <summary>One document of a YAML stream: its text, and the line of the file on which that text begins.</summary>
internal readonly record struct YamlDocumentText(int Number, int FirstLine, string Text);

/// <summary>Splits a YAML stream into its documents before any of them is parsed, so that a broken one costs only itself.</summary>
/// <remarks>
/// A line that starts with <c>---</c> or <c>...</c> and then ends or goes on with a space can be nothing but a document marker
/// (YAML 1.2.2, section 9.1.2, production c-forbidden), whatever it stands in.
/// </remarks>
internal static class YamlDocuments
{
    public static List<YamlDocumentText> Split(string text)
    {
        List<YamlDocumentText> documents = [];
        int start = 0;
        int startLine = 1;
        int line = 1;
        int position = 0;
        while (position < text.Length)
        {
            int end = position + text.AsSpan(position).IndexOfAny('\n', '\r');
            if (end < position)
            {
                end = text.Length;
            }

            int next = end;
            if (next < text.Length)
            {
                next += text[next] == '\r' && next + 1 < text.Length && text[next + 1] == '\n' ? 2 : 1;
            }

            ReadOnlySpan<char> current = text.AsSpan(position, end - position);
            if (IsMarker(current, "---") || IsMarker(current, "..."))
            {
                Add(documents, text, start, position, startLine);
                bool opens = current[0] == '-';
                // Content may follow on the marker's own line: the marker stays, as a YAML reader wants to see it.
                start = opens ? position : next;
                startLine = opens ? line : line + 1;
            }

            position = next;
            line++;
        }

        Add(documents, text, start, text.Length, startLine);
        return documents;
    }

    private static void Add(List<YamlDocumentText> documents, string text, int start, int end, int line)
    {
        if (HasContent(text.AsSpan(start, end - start)))
        {
            documents.Add(new YamlDocumentText(documents.Count + 1, line, text[start..end]));
        }
    }

    private static bool IsMarker(ReadOnlySpan<char> line, string marker) =>
        line.StartsWith(marker, StringComparison.Ordinal) && (line.Length == 3 || line[3] is ' ' or '\t');

    /// <summary>Whether anything stands there but blanks, comments, directives and the marker itself.</summary>
    private static bool HasContent(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            ReadOnlySpan<char> rest = IsMarker(line, "---") ? line[3..] : line;
            rest = rest.Trim();
            if (!rest.IsEmpty && rest[0] != '#' && line[0] != '%')
            {
                return true;
            }
        }

        return false;
    }
}
