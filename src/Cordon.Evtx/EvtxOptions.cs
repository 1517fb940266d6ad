using System.Text;

namespace Cordon.Evtx;

/// <summary>How to read, and the limits that no input can push past. Immutable; the defaults fit every log that Windows writes.</summary>
public sealed record EvtxOptions
{
    /// <summary>The defaults.</summary>
    public static EvtxOptions Default { get; } = new();

    /// <summary>
    /// Also show records that were deleted or overwritten and still lie in the slack of chunks (<see cref="EvtxRecord.IsRecovered"/>).
    /// Default: false.
    /// </summary>
    public bool RecoverDeleted { get; init; }

    /// <summary>Check the checksums of chunks and report those that do not hold. Never a reason to reject. Default: true.</summary>
    public bool VerifyChecksums { get; init; } = true;

    /// <summary>How deep elements and nested binary XML may lie in each other, 1 to 256. Default: 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many nodes (elements, attributes, values) of one record are shown at most. Default: 65,536.</summary>
    public int MaxNodes { get; init; } = 65_536;

    /// <summary>How long one rendered record may grow, in bytes, before the rest of its values is left out. Default: 16 MiB.</summary>
    public int MaxRenderedBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The longest element or attribute name, in UTF-16 units. Default: 1,024.</summary>
    public int MaxNameLength { get; init; } = 1_024;

    /// <summary>The largest template definition, in bytes. Default: 65,536, the size of a chunk.</summary>
    public int MaxTemplateBytes { get; init; } = 65_536;

    /// <summary>
    /// How values of type AnsiString are decoded: the log does not say. Default: Windows-1252.
    /// </summary>
    public Encoding AnsiEncoding { get; init; } =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
}
