namespace Cordon.Evtx;

/// <summary>Types of values ([MS-EVEN6] 2.2.12, BinXml value types). Arrays are the type of their items with <c>0x80</c> set.</summary>
public enum EvtxValueType : byte
{
    /// <summary>No value.</summary>
    Null = 0x00,

    /// <summary>UTF-16 text.</summary>
    String = 0x01,

    /// <summary>Text in a code page that the log does not name.</summary>
    AnsiString = 0x02,

    /// <summary>Signed, 8 bits.</summary>
    Int8 = 0x03,

    /// <summary>Unsigned, 8 bits.</summary>
    UInt8 = 0x04,

    /// <summary>Signed, 16 bits.</summary>
    Int16 = 0x05,

    /// <summary>Unsigned, 16 bits.</summary>
    UInt16 = 0x06,

    /// <summary>Signed, 32 bits.</summary>
    Int32 = 0x07,

    /// <summary>Unsigned, 32 bits.</summary>
    UInt32 = 0x08,

    /// <summary>Signed, 64 bits.</summary>
    Int64 = 0x09,

    /// <summary>Unsigned, 64 bits.</summary>
    UInt64 = 0x0A,

    /// <summary>IEEE 754, 32 bits.</summary>
    Real32 = 0x0B,

    /// <summary>IEEE 754, 64 bits.</summary>
    Real64 = 0x0C,

    /// <summary>Boolean: 0 is false, all else is true.</summary>
    Boolean = 0x0D,

    /// <summary>Bytes.</summary>
    Binary = 0x0E,

    /// <summary>GUID.</summary>
    Guid = 0x0F,

    /// <summary>Size or address of the writer's width, shown in hexadecimal.</summary>
    SizeT = 0x10,

    /// <summary>FILETIME: 100 ns steps since 1601-01-01, UTC.</summary>
    FileTime = 0x11,

    /// <summary>SYSTEMTIME, 16 bytes, taken as UTC.</summary>
    SystemTime = 0x12,

    /// <summary>Security identifier.</summary>
    Sid = 0x13,

    /// <summary>Unsigned, 32 bits, shown in hexadecimal.</summary>
    HexInt32 = 0x14,

    /// <summary>Unsigned, 64 bits, shown in hexadecimal.</summary>
    HexInt64 = 0x15,

    /// <summary>Handle of the writing process.</summary>
    EvtHandle = 0x20,

    /// <summary>Nested binary XML.</summary>
    BinXml = 0x21,

    /// <summary>XML as text.</summary>
    EvtXml = 0x23,

    /// <summary>Flag: several values of the type in the low bits.</summary>
    Array = 0x80,
}
