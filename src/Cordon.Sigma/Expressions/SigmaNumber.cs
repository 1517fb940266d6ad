using System.Globalization;
using Cordon.Events;

namespace Cordon.Sigma.Expressions;

/// <summary>A number of a rule: whole, in 64 bits, or with a fraction.</summary>
public readonly record struct SigmaNumber
{
    private readonly long _integer;
    private readonly double _real;

    /// <summary>A whole number.</summary>
    public SigmaNumber(long value)
    {
        IsInteger = true;
        _integer = value;
        _real = value;
    }

    /// <summary>A number with a fraction; must be finite.</summary>
    public SigmaNumber(double value) => _real = value;

    /// <summary>Whether it is whole and <see cref="Integer"/> exact.</summary>
    public bool IsInteger { get; }

    /// <summary>The whole number; 0 where it is not one.</summary>
    public long Integer => _integer;

    /// <summary>The number, rounded where it is beyond 53 bits.</summary>
    public double Real => _real;

    /// <summary>Compares a value of an event with this number: below 0 where the value is less. False where it is no number.</summary>
    internal bool TryCompare(FieldValue value, out int order)
    {
        if (IsInteger && value.TryGetInteger(out long whole))
        {
            order = whole.CompareTo(_integer);
            return true;
        }

        if (value.TryGetReal(out double real))
        {
            order = real.CompareTo(_real);
            return true;
        }

        order = 0;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        IsInteger ? _integer.ToString(CultureInfo.InvariantCulture) : _real.ToString("R", CultureInfo.InvariantCulture);
}
