using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cordon.Intelligence.Indicators;

/// <summary>The bytes by which values are found.</summary>
internal static class IndicatorKey
{
    public const byte Hash = 1;
    public const byte Domain = 2;
    public const byte Url = 3;
    public const byte Email = 4;
    public const byte FileName = 5;

    /// <summary>Of IPv4; the length of the prefix, 0 to 32, is added.</summary>
    public const byte Address4 = 16;

    /// <summary>Of IPv6; the length of the prefix, 0 to 128, is added.</summary>
    public const byte Address6 = 64;

    /// <summary>The longest value, in bytes.</summary>
    public const int MaxLength = 8_192;

    /// <summary>Writes the bytes of a value in its plain form.</summary>
    /// <returns>How many; -1 where it is none of its kind.</returns>
    public static int Write(IndicatorKind kind, string value, Span<byte> target, out byte key)
    {
        switch (kind)
        {
            case IndicatorKind.Hash:
                key = Hash;
                return
                    Convert.FromHexString(value, target, out _, out int written) == System.Buffers.OperationStatus.Done
                    ? written
                    : -1;
            case IndicatorKind.Address:
                return WriteAddress(value, target, out key);
            default:
                key = kind switch
                {
                    IndicatorKind.Domain => Domain,
                    IndicatorKind.Url => Url,
                    IndicatorKind.Email => Email,
                    _ => FileName,
                };
                return Encoding.UTF8.TryGetBytes(value, target, out int bytes) ? bytes : -1;
        }
    }

    /// <summary>Sets the bits behind a prefix to zero.</summary>
    public static void Mask(Span<byte> address, int length)
    {
        int whole = length / 8;
        if (whole < address.Length)
        {
            address[whole] &= (byte)(0xFF00 >> (length % 8));
            address[(whole + 1)..].Clear();
        }
    }

    private static int WriteAddress(string value, Span<byte> target, out byte key)
    {
        key = 0;
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (
            !IPAddress.TryParse(slash < 0 ? value : value.AsSpan(0, slash), out IPAddress? address)
            || !address.TryWriteBytes(target, out int bytes)
        )
        {
            return -1;
        }

        int length = bytes * 8;
        if (slash >= 0 && (!int.TryParse(value.AsSpan(slash + 1), out length) || length < 0 || length > bytes * 8))
        {
            return -1;
        }

        key = (byte)((address.AddressFamily == AddressFamily.InterNetwork ? Address4 : Address6) + length);
        Mask(target[..bytes], length);
        return bytes;
    }
}
