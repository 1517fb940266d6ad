using Cordon.Events;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>What all kinds of document share, as it stands in a pack. The path does not: it is that of the file now.</summary>
internal static class HeaderPacking
{
    private const int Statuses = (int)RuleStatus.Unsupported + 1;
    private const int Levels = (int)Level.Critical + 1;

    /// <summary>Writes the header of a document with what its kind keeps of it elsewhere.</summary>
    public static void Write(
        PackWriter writer,
        SigmaDocument document,
        Level? level,
        IReadOnlyList<string> fieldsOfInterest
    )
    {
        writer.Number(document.Document);
        writer.Number(document.Line);
        writer.Text(document.Title);
        writer.Text(document.Id);
        writer.Text(document.Name);
        writer.Text(document.Description);
        writer.Text(document.Author);
        writer.Text(document.License);
        WriteDate(writer, document.Date);
        WriteDate(writer, document.Modified);
        writer.Byte((int)document.Status);
        writer.Text(document.Taxonomy);
        writer.Byte(level is { } known ? 1 + (int)known : 0);
        writer.Texts(document.References);
        writer.Texts(document.Tags);
        writer.Texts(document.FalsePositives);
        writer.Texts(document.Scope);
        writer.Texts(fieldsOfInterest);
        writer.List(
            document.Related,
            static (to, related) =>
            {
                to.Text(related.Id);
                to.Text(related.Type);
            }
        );
        writer.Texts(document.CustomKeys);
    }

    /// <exception cref="PackFaultException">The entry is no header.</exception>
    public static Header Read(ref PackReader reader, string path) =>
        new()
        {
            Path = path,
            Document = reader.Number(),
            Line = reader.Number(),
            Title = reader.Text(),
            Id = reader.TextOrNull(),
            Name = reader.TextOrNull(),
            Description = reader.TextOrNull(),
            Author = reader.TextOrNull(),
            License = reader.TextOrNull(),
            Date = ReadDate(ref reader),
            Modified = ReadDate(ref reader),
            Status = (RuleStatus)reader.Choice(Statuses),
            Taxonomy = reader.Text(),
            Level = reader.Choice(1 + Levels) is > 0 and var level ? (Level)(level - 1) : null,
            References = reader.Texts(),
            Tags = reader.Texts(),
            FalsePositives = reader.Texts(),
            Scope = reader.Texts(),
            Fields = reader.Texts(),
            Related = ReadRelated(ref reader),
            CustomKeys = reader.Texts(),
        };

    private static RelatedRule[] ReadRelated(ref PackReader reader)
    {
        int count = reader.Count();
        if (count == 0)
        {
            return [];
        }

        var related = new RelatedRule[count];
        for (int i = 0; i < count; i++)
        {
            related[i] = new RelatedRule(reader.Text(), reader.Text());
        }

        return related;
    }

    private static void WriteDate(PackWriter writer, DateOnly? date) =>
        writer.Number(date is { } known ? 1 + known.DayNumber : 0);

    private static DateOnly? ReadDate(ref PackReader reader)
    {
        int number = reader.Number();
        return number == 0 ? null
            : number - 1 <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number - 1)
            : throw new PackFaultException("a date is beyond the calendar");
    }
}
