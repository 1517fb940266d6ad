using System.Buffers;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Rendering;

/// <summary>How text is escaped.</summary>
internal enum TextForm
{
    Xml,
    XmlAttribute,
    Json,
}

/// <summary>Writes the text of values that are not UTF-16 in place.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8Output output, EvtxValue value, TextForm form)
    {
        int room = value.MaxTextLength;
        char[]? rented = room > 256 ? ArrayPool<char>.Shared.Rent(room) : null;
        Span<char> text = rented ?? stackalloc char[256];
        if (value.TryFormat(text, out int written))
        {
            ReadOnlySpan<char> formatted = text[..written];
            EvtxValueType item = value.Type & ~EvtxValueType.Array;
            bool isPlain = item is not (EvtxValueType.String or EvtxValueType.AnsiString or EvtxValueType.EvtXml);
            if (isPlain)
            {
                output.WriteText(formatted);
            }
            else if (form == TextForm.Json)
            {
                output.WriteJsonText(formatted);
            }
            else
            {
                XmlText.Write(output, formatted, form == TextForm.XmlAttribute);
            }
        }

        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Whether JSON shows the value as a number or a boolean, without quotes.</summary>
    public static bool IsBareInJson(EvtxValue value) =>
        value.Type == EvtxValueType.Boolean
        || (ValueNumbers.IsSigned(value.Type) || ValueNumbers.IsUnsigned(value.Type)) && value.Raw.Length <= 8
        || (ValueNumbers.TryGetReal(value.Type, value.Raw, out double real) && double.IsFinite(real));
}
