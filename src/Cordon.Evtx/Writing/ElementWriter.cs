using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Writing;

/// <summary>The tokens of elements, as far as templates and raw elements agree on them.</summary>
internal abstract class ElementWriter(ChunkBuilder chunk)
{
    protected ChunkBuffer Buffer { get; } = chunk.Buffer;

    protected void WriteName(string name) => chunk.WriteName(name);

    protected void WriteText(byte token, ReadOnlySpan<char> text)
    {
        Buffer.WriteByte(token);
        if ((token & ~Token.More) == Token.Value)
        {
            Buffer.WriteByte((byte)EvtxValueType.String);
        }

        Buffer.WriteUInt16((ushort)text.Length);
        Buffer.WriteChars(text);
    }

    /// <summary>Writes everything that is neither an element nor a value.</summary>
    protected void WriteLeaf(BinXmlNode node, byte more)
    {
        switch (node)
        {
            case BinXmlText { Text: "" }:
                break;
            case BinXmlText text:
                WriteText((byte)(Token.Value | more), text.Text);
                break;
            case BinXmlCData data:
                WriteText((byte)(Token.CData | more), data.Text);
                break;
            case BinXmlCharacterReference reference:
                Buffer.WriteByte((byte)(Token.CharacterReference | more));
                Buffer.WriteUInt16(reference.Character);
                break;
            case BinXmlEntityReference reference:
                Buffer.WriteByte((byte)(Token.EntityReference | more));
                WriteName(reference.Name);
                break;
            case BinXmlProcessingInstruction instruction:
                Buffer.WriteByte(Token.ProcessingTarget);
                WriteName(instruction.Target);
                WriteText(Token.ProcessingData, instruction.Data);
                break;
        }
    }

    /// <summary>The flag on a text or reference: set where another one follows it without a break.</summary>
    protected static byte MoreAfter(IReadOnlyList<BinXmlNode> content, int index) =>
        index + 1 < content.Count && content[index + 1] is not (BinXmlElement or BinXmlProcessingInstruction)
            ? Token.More
            : (byte)0;
}
