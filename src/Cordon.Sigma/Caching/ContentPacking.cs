using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>What one file gave, as it stands in a pack.</summary>
internal static class ContentPacking
{
    private const int Severities = (int)ProblemSeverity.Error + 1;

    /// <exception cref="PackFaultException">A pack has no form for it.</exception>
    public static void Write(PackWriter writer, FileContent content)
    {
        writer.Number(content.Count);
        writer.List(
            content.Problems,
            static (to, problem) =>
            {
                to.Byte((int)problem.Severity);
                to.Text(problem.Code);
                to.Number(problem.Line);
                to.Number(problem.Column);
                to.Text(problem.Message);
                to.Text(problem.Title);
            }
        );
        writer.List(content.Documents, DocumentPacking.Write);
    }

    /// <summary>Reads it for the file that has these bytes now, whatever its name was.</summary>
    /// <exception cref="PackFaultException">The entry is not what a file gave.</exception>
    public static FileContent Read(ref PackReader reader, string path)
    {
        var content = new FileContent { Count = reader.Number() };
        for (int left = reader.Count(); left > 0; left--)
        {
            content.Problems.Add(
                new SigmaProblem(
                    (ProblemSeverity)reader.Choice(Severities),
                    reader.Text(),
                    path,
                    reader.Number(),
                    reader.Number(),
                    reader.Text(),
                    reader.TextOrNull()
                )
            );
        }

        for (int left = reader.Count(); left > 0; left--)
        {
            content.Documents.Add(DocumentPacking.Read(ref reader, path));
        }

        return reader.IsAtEnd && content.Documents.Count <= content.Count
            ? content
            : throw new PackFaultException("an entry holds more than its file gave");
    }
}
