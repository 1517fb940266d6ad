using System.Globalization;
using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>The first source that holds a whole number, in decimal or hexadecimal.</summary>
internal sealed class NumberField(string name, FieldId[] sources, bool isHexadecimal) : WrittenField(name)
{
    private long _value;

    internal override bool IsNewText => false;

    protected override bool TryWrite(LogEvent inner)
    {
        foreach (FieldId source in sources)
        {
            // Hexadecimal is for identifiers, where 0 is what Windows writes for "none".
            if (inner.Value(source).TryGetInteger(out _value) && (isHexadecimal ? _value != 0 : _value >= 0))
            {
                Span<char> digits = stackalloc char[24];
                _value.TryFormat(digits, out int length, isHexadecimal ? "x" : default, CultureInfo.InvariantCulture);
                Append(isHexadecimal ? "0x" : "");
                Append(digits[..length]);
                return true;
            }
        }

        return false;
    }

    protected override FieldValue Wrap() => FieldValue.FromInteger(_value, Written);
}
