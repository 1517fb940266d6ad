namespace Cordon.Intelligence.Knowledge;

/// <summary>A publication, or a collection that was imported: what an assertion is walked back to. Immutable.</summary>
/// <param name="Id">What the file it stands in calls it, such as <c>attack</c>; unique within one import only.</param>
/// <param name="Publisher">Who says it: a vendor, an authority, a news agency.</param>
/// <param name="Title">Of the publication or collection.</param>
/// <param name="Date">When it was published; null where that is not known.</param>
public sealed record KnowledgeSource(string Id, string Publisher, string Title, DateOnly? Date)
{
    /// <summary>The import it came with; <see cref="KnowledgeBase.BuiltInImport"/> for what ships with Cordon.</summary>
    public string Import { get; init; } = KnowledgeBase.BuiltInImport;

    /// <summary>The Admiralty grade of what it says in general, such as <c>B2</c>; null where it was not graded.</summary>
    public string? Grade { get; init; }

    /// <summary>Whether the grade is what an imported feed says of itself, or of those it passes on: it may lower what the source's word weighs, and never raises it.</summary>
    public bool IsSelfGraded { get; init; }

    /// <summary>The same source, graded by the user of what it was imported with. What a feed says of itself may still lower that, each axis for itself.</summary>
    /// <param name="grade">The user's grade; null where he gave none, and then nothing changes.</param>
    internal KnowledgeSource GradedBy(string? grade) =>
        grade is null || (Grade is not null && !IsSelfGraded) ? this
        : Grade is not [var letter, var digit] ? this with { Grade = grade }
        : this with { Grade = $"{Worse(grade[0], letter, 'F')}{Worse(grade[1], digit, '6')}", IsSelfGraded = false };

    // The last value of an axis says that nobody can tell, which lowers nothing.
    private static char Worse(char given, char stated, char unknown) =>
        stated == unknown ? given : (char)Math.Max(given, stated);

    /// <summary>Whether it passes on what another publishes, as MISP's galaxy does with Microsoft's names: no voice of its own.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Publisher, title and date in one line.</summary>
    public override string ToString() =>
        Date is { } date ? $"{Publisher}, \"{Title}\", {date:yyyy-MM-dd}" : $"{Publisher}, \"{Title}\"";
}
