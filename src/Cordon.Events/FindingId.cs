using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cordon.Events;

/// <summary>Derives the id of a finding from what it is about, so that the same input gives the same id.</summary>
internal static class FindingId
{
    public static string Of(Finding finding)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Append(bytes, finding.Rule.Id);
        Append(bytes, finding.Rule.File);
        Append(bytes, finding.Event.Source);
        Append(bytes, finding.Event.Position);
        Append(bytes, unchecked((long)(finding.Event.RecordId ?? ulong.MaxValue)));
        if (finding.Correlation is { } correlation)
        {
            // Several may begin with the same event.
            Append(bytes, correlation.First.Ticks);
            foreach (SnapshotField field in finding.Fields)
            {
                Append(bytes, field.Text);
            }
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    private static void Append(ArrayBufferWriter<byte> bytes, string text)
    {
        Encoding.UTF8.GetBytes(text, bytes);
        bytes.Write("\0"u8);
    }

    private static void Append(ArrayBufferWriter<byte> bytes, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }
}
