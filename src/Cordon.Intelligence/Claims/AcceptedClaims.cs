using System.Globalization;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Claims;

/// <summary>Claims of a report that a person has read and holds for what the report says: they become knowledge, with the report as their source.</summary>
public static class AcceptedClaims
{
    private const double LikeNames = 0.5;

    /// <summary>Reads which claims somebody chose: <c>all</c>, <c>none</c>, or numbers and ranges such as <c>1,3,5-7</c>.</summary>
    /// <param name="text">What he wrote.</param>
    /// <param name="count">How many claims there are; they are numbered from 1.</param>
    /// <param name="chosen">Their places from 0, ascending.</param>
    /// <returns>False where it is neither, or a number is beyond the last claim.</returns>
    public static bool TryParse(string text, int count, out IReadOnlyList<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = new SortedSet<int>();
        chosen = [];
        string wanted = text.Trim().ToLowerInvariant();
        if (wanted is "all" or "none")
        {
            chosen = wanted == "all" ? [.. Enumerable.Range(0, count)] : [];
            return true;
        }

        foreach (string part in wanted.Split(','))
        {
            string[] ends = part.Split('-', 2);
            if (!TryNumber(ends[0], count, out int first) || !TryNumber(ends[^1], count, out int last) || last < first)
            {
                return false;
            }

            places.UnionWith(Enumerable.Range(first - 1, last - first + 1));
        }

        chosen = [.. places];
        return true;
    }

    internal static KnowledgePart PartOf(Report report, IReadOnlyList<int> chosen, string name, INameResolver names)
    {
        var source = new KnowledgeSource(
            "report",
            report.Publisher ?? "publisher not stated",
            report.Title ?? name,
            report.Published
        );
        var part = new KnowledgePart();
        part.Sources.Add(source);
        foreach (int place in chosen)
        {
            Claim claim = report.Claims[place];
            part.Claims.Add(
                claim with
                {
                    From = source,
                    Said = claim.Said ?? report.Published,
                    SubjectRef = claim.SubjectRef ?? OnlyOne(claim.Subject, names),
                    ObjectRef = claim.ObjectRef ?? OnlyOne(claim.Object, names),
                }
            );
        }

        return part;
    }

    // Where several may be meant by a name, nobody has decided which; names that are only like it are none.
    private static string? OnlyOne(string name, INameResolver names) =>
        names.Resolve(name) is [{ Score: > LikeNames } only] ? only.Id : null;

    private static bool TryNumber(string text, int count, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number >= 1
        && number <= count;
}
