using System.Text;

namespace Cordon.Reading.Corpora;

/// <summary>Reads files of a token and its label a line (BIO or BIOES).</summary>
internal static class BioFile
{
    /// <summary>The documents of a file; tokens are joined by spaces, sentences by ends of lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="separator">Between the columns; the label is the last of them.</param>
    /// <param name="sentencesEach">After how many sentences a document ends, where the file marks no documents.</param>
    public static List<Annotated> Read(string path, char separator, int sentencesEach)
    {
        var documents = new List<Annotated>();
        var text = new StringBuilder();
        var entities = new List<Marked>();
        string open = "";
        int sentences = 0;
        void EndDocument()
        {
            if (text.Length > 0)
            {
                documents.Add(
                    new Annotated($"{Path.GetFileName(path)}#{documents.Count}", text.ToString(), [.. entities])
                );
            }

            text.Clear();
            entities.Clear();
            sentences = 0;
        }

        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("<DOCSTART>", StringComparison.Ordinal))
            {
                EndDocument();
                continue;
            }

            if (string.IsNullOrWhiteSpace(line.Replace('\u00A0', 'x')))
            {
                open = "";
                if (text.Length > 0 && text[^1] != '\n')
                {
                    text.Append('\n');
                    if (++sentences >= sentencesEach)
                    {
                        EndDocument();
                    }
                }

                continue;
            }

            string[] columns = line.Split(separator);
            string token = columns[0].Trim();
            if (token.Length == 0)
            {
                continue;
            }

            if (text.Length > 0 && text[^1] != '\n')
            {
                text.Append(' ');
            }

            int start = text.Length;
            text.Append(token);
            string label = columns.Length > 1 ? columns[^1].Trim() : "O";
            string type = label.Length > 2 && label[1] == '-' ? label[2..] : "";
            if (type.Length == 0)
            {
                open = "";
            }
            else if (label[0] is 'I' or 'E' && type == open)
            {
                entities[^1] = entities[^1] with { End = text.Length };
            }
            else
            {
                entities.Add(new Marked(type, start, text.Length));
            }

            open = label.Length > 0 && label[0] is 'S' or 'E' ? "" : type;
        }

        EndDocument();
        return documents;
    }
}
