using System.Numerics;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Loading;

/// <summary>The key of a detection item taken apart: the field (empty for keywords) and its modifiers.</summary>
internal sealed record FieldKey(string Field, Modifiers Modifiers, IReadOnlyList<Transformation> Transformations)
{
    public bool IsKeyword => Field.Length == 0;

    public bool Has(Modifiers any) => (Modifiers & any) != Modifiers.None;

    public NumberComparison Comparison =>
        (Modifiers & Modifiers.Comparisons) switch
        {
            Modifiers.Less => NumberComparison.Less,
            Modifiers.LessOrEqual => NumberComparison.LessOrEqual,
            Modifiers.Greater => NumberComparison.Greater,
            Modifiers.GreaterOrEqual => NumberComparison.GreaterOrEqual,
            _ => NumberComparison.Equal,
        };

    public TimePart TimePart =>
        (Modifiers & Modifiers.TimeParts) switch
        {
            Modifiers.Minute => TimePart.Minute,
            Modifiers.Hour => TimePart.Hour,
            Modifiers.Day => TimePart.Day,
            Modifiers.Week => TimePart.Week,
            Modifiers.Month => TimePart.Month,
            _ => TimePart.Year,
        };

    /// <summary>How many of the given modifiers are there.</summary>
    public int Count(Modifiers of) => BitOperations.PopCount((uint)(Modifiers & of));
}
