namespace Cordon.Evtx.Writing;

/// <summary>The type of a value in Binary XML ([MS-EVEN6] section 2.2.12, and what event logs add to it).</summary>
/// <remarks>An array has the same number with bit 0x80 set; here that is <see cref="BinXmlValue.IsArray"/>.</remarks>
public enum BinXmlType
{
    /// <summary>No value: drops what an optional substitution stands in.</summary>
    Null = 0x00,

    /// <summary>UTF-16 text.</summary>
    String = 0x01,

    /// <summary>Text in a code page that the log does not name.</summary>
    AnsiString = 0x02,

    /// <summary>Signed, 1 byte.</summary>
    Int8 = 0x03,

    /// <summary>Unsigned, 1 byte.</summary>
    UInt8 = 0x04,

    /// <summary>Signed, 2 bytes.</summary>
    Int16 = 0x05,

    /// <summary>Unsigned, 2 bytes.</summary>
    UInt16 = 0x06,

    /// <summary>Signed, 4 bytes.</summary>
    Int32 = 0x07,

    /// <summary>Unsigned, 4 bytes.</summary>
    UInt32 = 0x08,

    /// <summary>Signed, 8 bytes.</summary>
    Int64 = 0x09,

    /// <summary>Unsigned, 8 bytes.</summary>
    UInt64 = 0x0A,

    /// <summary>IEEE 754, 4 bytes.</summary>
    Real32 = 0x0B,

    /// <summary>IEEE 754, 8 bytes.</summary>
    Real64 = 0x0C,

    /// <summary>4 bytes, 0 or 1.</summary>
    Bool = 0x0D,

    /// <summary>Bytes.</summary>
    Binary = 0x0E,

    /// <summary>16 bytes.</summary>
    Guid = 0x0F,

    /// <summary>An address or size, 4 or 8 bytes as on the machine that wrote it.</summary>
    SizeT = 0x10,

    /// <summary>Units of 100 ns since 1601, UTC, 8 bytes.</summary>
    FileTime = 0x11,

    /// <summary>Eight 16-bit numbers, from year to millisecond, 16 bytes.</summary>
    SysTime = 0x12,

    /// <summary>A security identifier.</summary>
    Sid = 0x13,

    /// <summary>4 bytes, shown in hexadecimal.</summary>
    HexInt32 = 0x14,

    /// <summary>8 bytes, shown in hexadecimal.</summary>
    HexInt64 = 0x15,

    /// <summary>A handle, 8 bytes.</summary>
    EvtHandle = 0x20,

    /// <summary>A nested fragment of Binary XML.</summary>
    BinXml = 0x21,

    /// <summary>XML as UTF-16 text.</summary>
    EvtXml = 0x23,
}
