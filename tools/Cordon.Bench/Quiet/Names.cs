using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cordon.Bench.Quiet;

/// <summary>What stays the same of a name wherever it occurs.</summary>
internal static class Names
{
    /// <summary>An identifier that belongs to a name.</summary>
    public static Guid IdOf(string name) => new(Hash(name).AsSpan(0, 16));

    /// <summary>A file's hashes as Sysmon writes them; a file of that path has them always.</summary>
    public static string HashesOf(string path)
    {
        string hex = Convert.ToHexString(Hash(path));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SHA1={hex[..40]},MD5={hex[8..40]},SHA256={hex},IMPHASH={hex[16..48]}"
        );
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
