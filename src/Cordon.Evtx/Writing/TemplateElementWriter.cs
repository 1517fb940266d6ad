using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Writing;

/// <summary>Writes elements as a template's definition has them: with dependency identifiers and substitutions.</summary>
internal sealed class TemplateElementWriter(ChunkBuilder chunk) : ElementWriter(chunk)
{
    public void Write(BinXmlElement element)
    {
        var hasAttributes = element.Attributes.Count > 0;
        Buffer.WriteByte((byte)(Token.OpenStartElement | (hasAttributes ? Token.More : 0)));
        Buffer.WriteUInt16(
            element.SoleSubstitution is { IsOptional: true, Index: var index }
                ? (ushort)index
                : BinXmlCodes.NoDependency
        );
        var size = Buffer.ReserveSize();
        WriteName(element.Name);
        if (hasAttributes)
        {
            WriteAttributes(element.Attributes);
        }

        if (element.Content.Count == 0)
        {
            Buffer.WriteByte(Token.CloseEmptyElement);
        }
        else
        {
            Buffer.WriteByte(Token.CloseStartElement);
            WriteContent(element.Content);
            Buffer.WriteByte(Token.EndElement);
        }

        Buffer.CloseSize(size);
    }

    private void WriteAttributes(IReadOnlyList<BinXmlAttribute> attributes)
    {
        var size = Buffer.ReserveSize();
        for (var i = 0; i < attributes.Count; i++)
        {
            var more = i + 1 < attributes.Count ? Token.More : 0;
            Buffer.WriteByte((byte)(Token.Attribute | more));
            WriteName(attributes[i].Name);
            WriteContent(attributes[i].Content);
        }

        Buffer.CloseSize(size);
    }

    private void WriteContent(IReadOnlyList<BinXmlNode> content)
    {
        for (var i = 0; i < content.Count; i++)
        {
            switch (content[i])
            {
                case BinXmlElement child:
                    Write(child);
                    break;
                case BinXmlSubstitution substitution:
                    Buffer.WriteByte(substitution.IsOptional ? Token.OptionalSubstitution : Token.NormalSubstitution);
                    Buffer.WriteUInt16((ushort)substitution.Index);
                    Buffer.WriteByte((byte)substitution.Type);
                    break;
                default:
                    WriteLeaf(content[i], MoreAfter(content, i));
                    break;
            }
        }
    }
}
