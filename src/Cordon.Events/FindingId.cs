using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cordon.Events;

/// <summary>Derives the id of a finding from what it is about, so that the same input gives the same id.</summary>
internal static class FindingId
{
    public static string Of(Finding finding)
    {
        using var bytes = new MemoryStream();
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
        SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    private static void Append(MemoryStream bytes, string text)
    {
        bytes.Write(Encoding.UTF8.GetBytes(text));
        bytes.WriteByte(0);
    }

    private static void Append(MemoryStream bytes, long number)
    {
        Span<byte> written = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(written, number);
        bytes.Write(written);
    }
}
