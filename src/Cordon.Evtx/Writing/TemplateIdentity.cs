using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Writing;

/// <summary>A template's identifier as a hash of its content, so that equal input gives equal bytes.</summary>
internal static class TemplateIdentity
{
    public static Guid Of(BinXmlElement root)
    {
        var hash = new XxHash128();
        Add(hash, root);
        Span<byte> bytes = stackalloc byte[16];
        hash.GetHashAndReset(bytes);
        return new Guid(bytes);
    }

    private static void Add(XxHash128 hash, BinXmlElement element)
    {
        Add(hash, Token.OpenStartElement, element.Attributes.Count, element.Name);
        foreach (var attribute in element.Attributes)
        {
            Add(hash, Token.Attribute, attribute.Content.Count, attribute.Name);
            Add(hash, attribute.Content);
        }

        Add(hash, Token.CloseStartElement, element.Content.Count, "");
        Add(hash, element.Content);
    }

    private static void Add(XxHash128 hash, IReadOnlyList<BinXmlNode> content)
    {
        foreach (var node in content)
        {
            switch (node)
            {
                case BinXmlElement element:
                    Add(hash, element);
                    break;
                case BinXmlText text:
                    Add(hash, Token.Value, 0, text.Text);
                    break;
                case BinXmlSubstitution { IsOptional: var isOptional } substitution:
                    Add(
                        hash,
                        isOptional ? Token.OptionalSubstitution : Token.NormalSubstitution,
                        substitution.Index | ((int)substitution.Type << 16),
                        ""
                    );
                    break;
                case BinXmlCData data:
                    Add(hash, Token.CData, 0, data.Text);
                    break;
                case BinXmlCharacterReference reference:
                    Add(hash, Token.CharacterReference, reference.Character, "");
                    break;
                case BinXmlEntityReference reference:
                    Add(hash, Token.EntityReference, 0, reference.Name);
                    break;
                case BinXmlProcessingInstruction instruction:
                    Add(hash, Token.ProcessingTarget, 0, instruction.Target);
                    Add(hash, Token.ProcessingData, 0, instruction.Data);
                    break;
            }
        }
    }

    private static void Add(XxHash128 hash, byte token, int number, string text)
    {
        // The length keeps two different trees from running together into the same bytes.
        Span<byte> head = stackalloc byte[9];
        head[0] = token;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], number);
        BinaryPrimitives.WriteInt32LittleEndian(head[5..], text.Length);
        hash.Append(head);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
