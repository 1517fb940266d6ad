using System.Globalization;
using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>A value's type and data as Sysmon writes them, where Security 4657 says enough.</summary>
internal sealed class RegistryDetailsField(string name, FieldId[] sources) : WrittenField(name)
{
    protected override bool TryWrite(LogEvent inner)
    {
        FieldValue data = inner.Value(sources[1]);
        switch (inner.Value(sources[0]).Text)
        {
            case "%%1873" or "%%1874" when !IsBlank(data): // REG_SZ, REG_EXPAND_SZ
                Append(data.Text);
                return true;
            case "%%1875": // REG_BINARY
                Append("Binary Data");
                return true;
            case "%%1876": // REG_DWORD
                return TryWriteNumber(data.Text);
            default:
                return false;
        }
    }

    private bool TryWriteNumber(ReadOnlySpan<char> text)
    {
        // Windows writes these in decimal; with 0x there is no doubt either.
        bool isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        NumberStyles style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!uint.TryParse(isHexadecimal ? text[2..] : text, style, CultureInfo.InvariantCulture, out uint value))
        {
            return false;
        }

        Span<char> padded = stackalloc char[8];
        value.TryFormat(padded, out int length, "x8", CultureInfo.InvariantCulture);
        Append("DWORD (0x");
        Append(padded[..length]);
        Append(")");
        return true;
    }
}
