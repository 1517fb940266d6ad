using System.Buffers.Binary;
using System.Text;
using Cordon.Evtx;

namespace Cordon.Evtx.Tests.Build;

/// <summary>A value of a template instance.</summary>
internal sealed record TestValue(EvtxValueType Type, Func<int, byte[]> BytesAt)
{
    public static TestValue Null { get; } = Of(EvtxValueType.Null);

    public static TestValue Of(EvtxValueType type, params byte[] bytes) => new(type, _ => bytes);

    public static TestValue Text(string text) => Of(EvtxValueType.String, Encoding.Unicode.GetBytes(text));

    public static TestValue U8(byte value) => Of(EvtxValueType.UInt8, value);

    public static TestValue U16(ushort value) => Of(EvtxValueType.UInt16, [(byte)value, (byte)(value >> 8)]);

    public static TestValue U32(uint value) => Of(EvtxValueType.UInt32, BitConverter.GetBytes(value));

    public static TestValue U64(ulong value) => Of(EvtxValueType.UInt64, BitConverter.GetBytes(value));

    public static TestValue Time(DateTime value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value.ToFileTimeUtc());
        return Of(EvtxValueType.FileTime, bytes);
    }

    /// <summary>Nested binary XML.</summary>
    public static TestValue Xml(Action<XmlBytes> content) =>
        new(
            EvtxValueType.BinXml,
            at =>
            {
                var xml = new XmlBytes(at);
                content(xml);
                return xml.ToArray();
            }
        );
}
