namespace Cordon.Evtx.Writing;

/// <summary>What the writer puts down as a whole, where a reader takes it apart.</summary>
internal static class BinXmlCodes
{
    /// <summary>Token, major version 1, minor version 1, flags 0.</summary>
    public const uint FragmentHeader = 0x0001010F;

    /// <summary>The element does not depend on a substitution.</summary>
    public const ushort NoDependency = 0xFFFF;
}
