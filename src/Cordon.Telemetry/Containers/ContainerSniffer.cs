namespace Cordon.Telemetry.Containers;

/// <summary>Says by its first bytes what a file is packed as.</summary>
internal static class ContainerSniffer
{
    private const int TarBlock = 512;

    /// <summary>What a file that begins so is packed as.</summary>
    public static ContainerKind Recognise(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([0x1F, 0x8B, 0x08]) ? ContainerKind.Gzip
        : head.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) || IsSkippable(head) ? ContainerKind.Zstandard
        : IsBzip2(head) ? ContainerKind.Bzip2
        : head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? ContainerKind.Zip
        : head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? ContainerKind.SevenZip
        : IsForeign(head) ? ContainerKind.Foreign
        : IsTar(head) ? ContainerKind.Tar
        : ContainerKind.None;

    /// <summary>Whether it is one stream, without names within.</summary>
    public static bool IsStream(ContainerKind kind) =>
        kind is ContainerKind.Gzip or ContainerKind.Zstandard or ContainerKind.Bzip2;

    /// <summary>What reports call it.</summary>
    public static string NameOf(ContainerKind kind) =>
        kind switch
        {
            ContainerKind.Gzip => "gzip",
            ContainerKind.Zstandard => "zstd",
            ContainerKind.Bzip2 => "bzip2",
            ContainerKind.Zip => "zip",
            ContainerKind.Tar => "tar",
            ContainerKind.SevenZip => "7z",
            _ => "",
        };

    private static bool IsBzip2(ReadOnlySpan<byte> head) =>
        head.Length > 9
        && head.StartsWith("BZh"u8)
        && head[3] is >= (byte)'1' and <= (byte)'9'
        && (head[4..].StartsWith("1AY&SY"u8) || head[4..].StartsWith<byte>([0x17, 0x72, 0x45, 0x38, 0x50, 0x90]));

    // A frame that holds no data, which some writers put before the first.
    private static bool IsSkippable(ReadOnlySpan<byte> head) =>
        head.Length > 4 && head[0] is >= 0x50 and <= 0x5F && head[1..].StartsWith<byte>([0x2A, 0x4D, 0x18]);

    private static bool IsForeign(ReadOnlySpan<byte> head) =>
        head.StartsWith<byte>([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
        || head.StartsWith("Rar!\u001A\u0007"u8)
        || head.StartsWith<byte>([0x1F, 0x9D])
        || head.StartsWith<byte>([0x04, 0x22, 0x4D, 0x18])
        || head.StartsWith("MSCF\0\0\0\0"u8);

    // The first header's checksum is the sum of its bytes, with blanks in place of the sum: old tar has no other mark.
    private static bool IsTar(ReadOnlySpan<byte> head)
    {
        if (head.Length < TarBlock || head[0] == 0)
        {
            return false;
        }

        int sum = 8 * ' ';
        for (int i = 0; i < TarBlock; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : head[i];
        }

        int written = 0;
        bool any = false;
        foreach (byte one in head[148..156])
        {
            if (one is >= (byte)'0' and <= (byte)'7')
            {
                written = (written * 8) + one - '0';
                any = true;
            }
            else if (one is not ((byte)' ' or 0))
            {
                return false;
            }
        }

        return any && written == sum;
    }
}
