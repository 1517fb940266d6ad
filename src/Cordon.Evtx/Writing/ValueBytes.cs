using System.Buffers.Binary;

namespace Cordon.Evtx.Writing;

/// <summary>Writes values as a template instance holds them.</summary>
internal static class ValueBytes
{
    public static void Write(BinXmlWriter writer, BinXmlValue value)
    {
        var buffer = writer.Buffer;
        if (value.FixedSize > 0)
        {
            WriteFixed(buffer.Take(value.FixedSize), value.Bits);
            return;
        }

        switch (value.Reference)
        {
            case null:
                break;
            case string text:
                buffer.WriteChars(text);
                if (value.Bits != 0)
                {
                    buffer.WriteUInt16(0);
                }

                break;
            case byte[] bytes:
                buffer.WriteBytes(bytes);
                break;
            case BinXmlValue[] items:
                WriteItems(writer, items);
                break;
            case BinXmlFragment fragment:
                writer.WriteFragment(fragment);
                break;
            case BinXmlValue.RawBytes raw:
                buffer.WriteBytes(raw.Bytes);
                break;
        }
    }

    private static void WriteItems(BinXmlWriter writer, BinXmlValue[] items)
    {
        foreach (var item in items)
        {
            Write(writer, item);
            // Texts in an array are told apart by their NUL; an item that brings its own gets no second one.
            if (item.Type == EvtxValueType.String && item.Bits == 0)
            {
                writer.Buffer.WriteUInt16(0);
            }
            else if (item.Type == EvtxValueType.AnsiString)
            {
                writer.Buffer.WriteByte(0);
            }
        }
    }

    private static void WriteFixed(Span<byte> target, ulong bits)
    {
        switch (target.Length)
        {
            case 1:
                target[0] = (byte)bits;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)bits);
                break;
            case 4:
                BinaryPrimitives.WriteUInt32LittleEndian(target, (uint)bits);
                break;
            default:
                BinaryPrimitives.WriteUInt64LittleEndian(target, bits);
                break;
        }
    }
}
