using System.Buffers.Binary;
using System.Text;

namespace Cordon.Sigma.Caching;

/// <summary>
/// A text as an entry of a pack: one byte a unit where all units are below 256, else two. Not UTF-8, which has no place for half of
/// a surrogate pair, as a message that repeats the beginning of a long text can end in.
/// </summary>
internal static class PackText
{
    private const byte Narrow = 0;
    private const byte Wide = 1;

    public static byte[] Encode(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') < 0)
        {
            byte[] narrow = new byte[1 + text.Length];
            narrow[0] = Narrow;
            Encoding.Latin1.GetBytes(text, narrow.AsSpan(1));
            return narrow;
        }

        byte[] wide = new byte[1 + (text.Length * sizeof(char))];
        wide[0] = Wide;
        for (int i = 0; i < text.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(wide.AsSpan(1 + (i * sizeof(char))), text[i]);
        }

        return wide;
    }

    /// <exception cref="PackFaultException">The entry is no text.</exception>
    public static string Decode(ReadOnlySpan<byte> entry)
    {
        if (entry.IsEmpty)
        {
            throw new PackFaultException("a text has no form");
        }

        ReadOnlySpan<byte> units = entry[1..];
        return entry[0] switch
        {
            Narrow => Encoding.Latin1.GetString(units),
            Wide when units.Length % sizeof(char) == 0 => string.Create(
                units.Length / sizeof(char),
                units,
                static (text, from) =>
                {
                    for (int i = 0; i < text.Length; i++)
                    {
                        text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(from[(i * sizeof(char))..]);
                    }
                }
            ),
            _ => throw new PackFaultException("a text has an unknown form"),
        };
    }
}
