using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>Somebody who says something in a sentence.</summary>
/// <param name="Name">Who, as written.</param>
/// <param name="At">Where he says it: the word of saying.</param>
/// <param name="From">Where what he says starts.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="Stance">Whether he says that it is so.</param>
/// <param name="Through">Who passed it on; null where the text does not say.</param>
internal sealed record Speaker(string Name, int At, int From, int To, ClaimStance Stance, string? Through)
{
    /// <summary>Whose words he passes on: "…, citing X"; null where the text does not say.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether what he says covers a word.</summary>
    public bool Covers(int word) => word >= From && word < To;
}
