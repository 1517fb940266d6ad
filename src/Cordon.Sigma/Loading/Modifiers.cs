namespace Cordon.Sigma.Loading;

/// <summary>The modifiers of Sigma 2.1 whose place in the chain has no meaning.</summary>
[Flags]
internal enum Modifiers
{
    None = 0,
    All = 1 << 0,
    Contains = 1 << 1,
    StartsWith = 1 << 2,
    EndsWith = 1 << 3,
    Exists = 1 << 4,
    Cased = 1 << 5,
    Neq = 1 << 6,
    Re = 1 << 7,
    ReIgnoreCase = 1 << 8,
    ReMultiline = 1 << 9,
    ReDotAll = 1 << 10,
    Cidr = 1 << 11,
    Expand = 1 << 12,
    FieldRef = 1 << 13,
    Less = 1 << 14,
    LessOrEqual = 1 << 15,
    Greater = 1 << 16,
    GreaterOrEqual = 1 << 17,
    Minute = 1 << 18,
    Hour = 1 << 19,
    Day = 1 << 20,
    Week = 1 << 21,
    Month = 1 << 22,
    Year = 1 << 23,

    Anchors = Contains | StartsWith | EndsWith,
    ReFlags = ReIgnoreCase | ReMultiline | ReDotAll,
    Comparisons = Less | LessOrEqual | Greater | GreaterOrEqual,
    TimeParts = Minute | Hour | Day | Week | Month | Year,
}

/// <summary>The modifiers that turn the value into another one, in the order in which the rule names them.</summary>
internal enum Transformation
{
    Windash,
    Base64,
    Base64Offset,
    Utf16,
    Utf16LittleEndian,
    Utf16BigEndian,
}
