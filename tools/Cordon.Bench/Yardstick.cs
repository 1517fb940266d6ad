using System.Security.Cryptography;

namespace Cordon.Bench;

/// <summary>What speeds are held against: work that every machine knows.</summary>
internal static class Yardstick
{
    /// <summary>MD5 of all bytes, read as a stream.</summary>
    public static void Md5(Inputs inputs)
    {
        byte[] buffer = new byte[1 << 16];
#pragma warning disable CA5351 // A yardstick for reading bytes, nothing secret.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        foreach (string path in inputs.Paths)
        {
            using FileStream stream = File.OpenRead(path);
            for (int read; (read = stream.Read(buffer)) > 0; )
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
    }
}
