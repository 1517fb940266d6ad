using System.Security.Cryptography;

namespace Cordon.Cli.Scanning;

/// <summary>
/// The list of warnings that a scan wrote, <c>SHA256SUMS</c> beside them. By it the next scan into the same folder takes away what the earlier one wrote and what does
/// not hold any more; a file that somebody changed, or put there, is not on the list as it is, and stays.
/// </summary>
internal static class WarningSums
{
    /// <summary>The list's name.</summary>
    public const string FileName = "SHA256SUMS";

    private const int MostLines = 100_000;
    private const int SumLength = 64;
    private static readonly string[] Endings = [".txt", ".eml", ".stix.json"];

    /// <summary>Takes away what an earlier list names and nobody changed, but for what was written now, and writes the list anew.</summary>
    /// <param name="folder">The folder of warnings; nothing is done where it is not there.</param>
    /// <param name="written">The names of the warnings' files that were written now, without folder.</param>
    /// <exception cref="IOException">A file can't be read, removed or written.</exception>
    public static void Renew(string folder, IReadOnlyCollection<string> written)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        string list = Path.Combine(folder, FileName);
        if (File.Exists(list))
        {
            foreach (string line in File.ReadLines(list).Take(MostLines))
            {
                RemoveUnchanged(folder, line, written);
            }
        }

        // The form of sha256sum, so that anybody can check what was written.
        File.WriteAllLines(
            list,
            written
                .Order(StringComparer.Ordinal)
                .Select(name => $"{SumOf(new FileInfo(Path.Combine(folder, name)))}  {name}")
        );
    }

    private static void RemoveUnchanged(string folder, string line, IReadOnlyCollection<string> written)
    {
        if (line.Length < SumLength + 3)
        {
            return;
        }

        string name = line[(SumLength + 2)..];
        bool isPlain =
            name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
            && Endings.Any(e => name.EndsWith(e, StringComparison.Ordinal));
        if (!isPlain || written.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        var file = new FileInfo(Path.Combine(folder, name));
        if (file is { Exists: true, LinkTarget: null } && SumOf(file) == line[..SumLength])
        {
            file.Delete();
        }
    }

    private static string SumOf(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
