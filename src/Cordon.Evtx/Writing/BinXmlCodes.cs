namespace Cordon.Evtx.Writing;

/// <summary>Tokens of Binary XML ([MS-EVEN6] section 2.2.12.2) and the flags on tokens and types.</summary>
internal static class BinXmlCodes
{
    public const byte EndOfStream = 0x00;
    public const byte OpenStartElement = 0x01;
    public const byte CloseStartElement = 0x02;
    public const byte CloseEmptyElement = 0x03;
    public const byte EndElement = 0x04;
    public const byte Value = 0x05;
    public const byte Attribute = 0x06;
    public const byte CData = 0x07;
    public const byte CharacterReference = 0x08;
    public const byte EntityReference = 0x09;
    public const byte ProcessingInstructionTarget = 0x0A;
    public const byte ProcessingInstructionData = 0x0B;
    public const byte TemplateInstance = 0x0C;
    public const byte NormalSubstitution = 0x0D;
    public const byte OptionalSubstitution = 0x0E;

    /// <summary>Token, major version 1, minor version 1, flags 0.</summary>
    public const uint FragmentHeader = 0x0001010F;

    /// <summary>On an element: it has attributes. On an attribute or text: another one follows.</summary>
    public const byte More = 0x40;

    /// <summary>On a type: an array of it.</summary>
    public const byte Array = 0x80;

    /// <summary>The element does not depend on a substitution.</summary>
    public const ushort NoDependency = 0xFFFF;
}
