using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

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
        Add(hash, BinXmlCodes.OpenStartElement, element.Attributes.Count, element.Name);
        foreach (var attribute in element.Attributes)
        {
            Add(hash, BinXmlCodes.Attribute, attribute.Content.Count, attribute.Name);
            Add(hash, attribute.Content);
        }

        Add(hash, BinXmlCodes.CloseStartElement, element.Content.Count, "");
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
                    Add(hash, BinXmlCodes.Value, 0, text.Text);
                    break;
                case BinXmlSubstitution { IsOptional: var isOptional } substitution:
                    Add(
                        hash,
                        isOptional ? BinXmlCodes.OptionalSubstitution : BinXmlCodes.NormalSubstitution,
                        substitution.Index | (substitution.Code << 16),
                        ""
                    );
                    break;
                case BinXmlCData data:
                    Add(hash, BinXmlCodes.CData, 0, data.Text);
                    break;
                case BinXmlCharacterReference reference:
                    Add(hash, BinXmlCodes.CharacterReference, reference.Character, "");
                    break;
                case BinXmlEntityReference reference:
                    Add(hash, BinXmlCodes.EntityReference, 0, reference.Name);
                    break;
                case BinXmlProcessingInstruction instruction:
                    Add(hash, BinXmlCodes.ProcessingInstructionTarget, 0, instruction.Target);
                    Add(hash, BinXmlCodes.ProcessingInstructionData, 0, instruction.Data);
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
