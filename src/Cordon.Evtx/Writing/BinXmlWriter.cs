using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Writing;

/// <summary>Writes Binary XML into a chunk ([MS-EVEN6] section 2.2.12).</summary>
internal sealed class BinXmlWriter(ChunkBuilder chunk)
{
    public ChunkBuffer Buffer { get; } = chunk.Buffer;

    /// <summary>Writes a nested fragment in its form, up to and with the end token.</summary>
    public void WriteFragment(BinXmlFragment fragment)
    {
        if (fragment.Form is BinXmlFragmentForm.HeaderAndTemplate or BinXmlFragmentForm.HeaderAndElement)
        {
            Buffer.WriteUInt32(BinXmlCodes.FragmentHeader);
        }

        if (fragment.Form is BinXmlFragmentForm.HeaderAndTemplate or BinXmlFragmentForm.Template)
        {
            WriteInstance(fragment.Template, fragment.Values);
        }
        else
        {
            new RawElementWriter(chunk).Write(fragment.Template.Root, fragment.Values);
        }

        Buffer.WriteByte(Token.EndOfFragment);
    }

    /// <summary>Writes a template instance: the definition where the chunk lacks it, then the values.</summary>
    public void WriteInstance(BinXmlTemplate template, IReadOnlyList<BinXmlValue> values)
    {
        Span<byte> id = stackalloc byte[16];
        template.Id.TryWriteBytes(id);
        Buffer.WriteByte(Token.TemplateInstance);
        Buffer.WriteByte(1);
        Buffer.WriteBytes(id[..4]);
        if (chunk.WriteTemplateOffset(template.Id))
        {
            Buffer.WriteBytes(id);
            var size = Buffer.ReserveSize();
            Buffer.WriteUInt32(BinXmlCodes.FragmentHeader);
            new TemplateElementWriter(chunk).Write(template.Root);
            Buffer.WriteByte(Token.EndOfFragment);
            Buffer.CloseSize(size);
        }

        Buffer.WriteUInt32((uint)values.Count);
        var descriptor = Buffer.Position;
        Buffer.Take(4 * values.Count).Clear();
        for (var i = 0; i < values.Count; i++, descriptor += 4)
        {
            var value = values[i];
            var start = Buffer.Position;
            ValueBytes.Write(this, value);
            // A value that is larger than its 16 bits of size can say is larger than a chunk's room for records too,
            // so what is cut off here is never kept.
            Buffer.PatchUInt16(descriptor, unchecked((ushort)(Buffer.Position - start)));
            Buffer.PatchUInt16(descriptor + 2, (ushort)value.Type);
        }
    }
}
