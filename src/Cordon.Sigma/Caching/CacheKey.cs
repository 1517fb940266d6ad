using System.Text;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Caching;

/// <summary>What a pack is for, as one hash: the program that made it, the options that decide what a file gives, the paths.</summary>
/// <remarks>
/// Two programs are the same when the code that reads rules is: a build has the identity of its content, so that a change of one
/// line makes new packs. What files hold is not in the key: a pack knows each of them by the hash of its bytes.
/// </remarks>
internal static class CacheKey
{
    public static ContentHash Of(IReadOnlyList<string> paths, SigmaOptions options)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(RulePack.Format);
        writer.Write(typeof(CacheKey).Module.ModuleVersionId.ToByteArray());
        writer.Write(YamlReader.ParserIdentity.ToByteArray());
        writer.Write(Environment.Version.ToString());
        WriteOptions(writer, options);
        foreach (string path in paths)
        {
            writer.Write(FullPathOf(path));
        }

        writer.Flush();
        return ContentHash.Of(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    // What is no path is a problem that finding files reports.
    private static string FullPathOf(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return path;
        }
    }

    /// <summary>Options that change nothing of what a file gives; a test knows that each option is here or in the key.</summary>
    internal static IReadOnlyList<string> NotInKey { get; } =
    [
        nameof(SigmaOptions.Fields),
        nameof(SigmaOptions.Parallelism),
        nameof(SigmaOptions.MaxFiles),
        nameof(SigmaOptions.MaxFileSize),
        nameof(SigmaOptions.CacheFolder),
    ];

    private static void WriteOptions(BinaryWriter writer, SigmaOptions options)
    {
        writer.Write(options.MaxYamlDepth);
        writer.Write(options.MaxYamlNodes);
        writer.Write(options.MaxKeyLength);
        writer.Write(options.MaxConditionDepth);
        writer.Write(options.MaxPredicates);
        writer.Write(options.MaxRegexLength);
        writer.Write(options.MaxRegexSize);
        writer.Write(options.MaxRegexFreedom);
        writer.Write(options.MaxProblemsPerDocument);
        writer.Write(options.Placeholders.Count);
        foreach (
            (string name, IReadOnlyList<string> values) in options.Placeholders.OrderBy(
                static p => p.Key,
                StringComparer.Ordinal
            )
        )
        {
            writer.Write(name);
            writer.Write(values.Count);
            foreach (string value in values)
            {
                writer.Write(value);
            }
        }
    }
}
