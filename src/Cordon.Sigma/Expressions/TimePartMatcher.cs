using System.Globalization;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>A part of a point in time.</summary>
public enum TimePart
{
    /// <summary>0 to 59.</summary>
    Minute,

    /// <summary>0 to 23.</summary>
    Hour,

    /// <summary>Of the month, 1 to 31.</summary>
    Day,

    /// <summary>Of the year by ISO 8601, 1 to 53.</summary>
    Week,

    /// <summary>1 to 12.</summary>
    Month,

    /// <summary>The full number.</summary>
    Year,
}

/// <summary>The value is a point in time, and a part of it, in UTC, compares with the rule's number.</summary>
public sealed class TimePartMatcher : ValueMatcher
{
    internal TimePartMatcher(TimePart part, NumberComparison comparison, SigmaNumber number)
        : base(HashCode.Combine(24, part, comparison, number))
    {
        Part = part;
        Comparison = comparison;
        Number = number;
    }

    /// <summary>Which part.</summary>
    public TimePart Part { get; }

    /// <summary>How the part must relate to <see cref="Number"/>.</summary>
    public NumberComparison Comparison { get; }

    /// <summary>The rule's number.</summary>
    public SigmaNumber Number { get; }

    /// <inheritdoc/>
    public override bool Matches(FieldValue value) =>
        value.TryGetTime(out DateTime time)
        && NumberMatcher.Holds(Comparison, ((double)PartOf(time)).CompareTo(Number.Real));

    /// <inheritdoc/>
    public override string ToString() => $"{Part} {NumberMatcher.Sign(Comparison)} {Number}";

    private int PartOf(DateTime time) =>
        Part switch
        {
            TimePart.Minute => time.Minute,
            TimePart.Hour => time.Hour,
            TimePart.Day => time.Day,
            TimePart.Week => ISOWeek.GetWeekOfYear(time),
            TimePart.Month => time.Month,
            _ => time.Year,
        };

    private protected override bool EqualsCore(ValueMatcher other) =>
        other is TimePartMatcher part && Part == part.Part && Comparison == part.Comparison && Number == part.Number;
}
