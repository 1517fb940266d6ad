using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Writing;

/// <summary>
/// Writes elements as forwarded and exported logs have them: no template, no dependency identifiers, and the values as
/// text in their places. What a reader of the template form would drop or repeat is dropped or repeated here.
/// </summary>
internal sealed class RawElementWriter(ChunkBuilder chunk) : ElementWriter(chunk)
{
    public void Write(BinXmlElement element, IReadOnlyList<BinXmlValue> values)
    {
        if (IsDropped(element.SoleSubstitution, values))
        {
            return;
        }

        if (element.SoleSubstitution is { } sole && values[sole.Index] is { Reference: BinXmlValue[] items })
        {
            foreach (var item in items)
            {
                WriteOne(element, values, item);
            }

            if (items.Length > 0)
            {
                return;
            }
        }

        WriteOne(element, values, null);
    }

    private static bool IsDropped(BinXmlSubstitution? sole, IReadOnlyList<BinXmlValue> values) =>
        sole is { IsOptional: true } && values[sole.Index].Type == EvtxValueType.Null;

    /// <summary>Writes the element once; <paramref name="item"/> is its content where it stands for an array.</summary>
    private void WriteOne(BinXmlElement element, IReadOnlyList<BinXmlValue> values, BinXmlValue? item)
    {
        var attributes = element.Attributes.Count(attribute => !IsDropped(attribute.SoleSubstitution, values));
        Buffer.WriteByte((byte)(Token.OpenStartElement | (attributes > 0 ? Token.More : 0)));
        var size = Buffer.ReserveSize();
        WriteName(element.Name);
        if (attributes > 0)
        {
            WriteAttributes(element.Attributes, attributes, values);
        }

        if (element.Content.Count == 0)
        {
            Buffer.WriteByte(Token.CloseEmptyElement);
        }
        else
        {
            Buffer.WriteByte(Token.CloseStartElement);
            if (item is { } value)
            {
                WriteValue(value, 0);
            }
            else
            {
                WriteContent(element.Content, values);
            }

            Buffer.WriteByte(Token.EndElement);
        }

        Buffer.CloseSize(size);
    }

    private void WriteAttributes(IReadOnlyList<BinXmlAttribute> attributes, int left, IReadOnlyList<BinXmlValue> values)
    {
        var size = Buffer.ReserveSize();
        foreach (var attribute in attributes)
        {
            if (IsDropped(attribute.SoleSubstitution, values))
            {
                continue;
            }

            left--;
            Buffer.WriteByte((byte)(Token.Attribute | (left > 0 ? Token.More : 0)));
            WriteName(attribute.Name);
            WriteContent(attribute.Content, values);
        }

        Buffer.CloseSize(size);
    }

    private void WriteContent(IReadOnlyList<BinXmlNode> content, IReadOnlyList<BinXmlValue> values)
    {
        for (var i = 0; i < content.Count; i++)
        {
            switch (content[i])
            {
                case BinXmlElement child:
                    Write(child, values);
                    break;
                case BinXmlSubstitution substitution:
                    WriteValue(values[substitution.Index], MoreAfter(content, i));
                    break;
                default:
                    WriteLeaf(content[i], MoreAfter(content, i));
                    break;
            }
        }
    }

    private void WriteValue(BinXmlValue value, byte more)
    {
        if (value.Reference is BinXmlFragment fragment)
        {
            Write(fragment.Template.Root, fragment.Values);
            return;
        }

        var text = ValueText.Of(value);
        // Longer texts than their 16 bits of length are cut into several: together they are too large for a record,
        // and the record's whole size is wanted for the error.
        for (var rest = text.AsSpan(); rest.Length > 0; )
        {
            var part = rest[..Math.Min(rest.Length, ushort.MaxValue)];
            rest = rest[part.Length..];
            WriteText((byte)(Token.Value | (rest.Length > 0 ? Token.More : more)), part);
        }
    }
}
