using Cordon.Evtx.Writing;

namespace Cordon.Samples.Events;

/// <summary>Short names for the values that events are made of.</summary>
internal static class Field
{
    public static BinXmlValue Text(string value) => BinXmlValue.String(value);

    public static BinXmlValue Number(uint value) => BinXmlValue.UInt32(value);

    public static BinXmlValue Number16(int value) => BinXmlValue.UInt16((ushort)value);

    public static BinXmlValue Hex(uint value) => BinXmlValue.HexInt32(value);

    public static BinXmlValue Hex64(ulong value) => BinXmlValue.HexInt64(value);

    public static BinXmlValue Sid(string value) => BinXmlValue.Sid(value);

    public static BinXmlValue Id(Guid value) => BinXmlValue.Guid(value);

    public static BinXmlValue Flag(bool value) => BinXmlValue.Boolean(value);
}
