using Xunit;

namespace Cordon.Testing;

/// <summary>
/// Real logs and rules that are not part of the project: at <c>CORDON_CORPORA</c>, else at <c>../shared/corpora</c> beside the
/// checkout. Tests over them are reported as skipped where they are absent.
/// </summary>
public static class Corpora
{
    private static readonly string? Folder = Locate();

    /// <summary>A file or folder of the corpora; skips the calling test where it is not there.</summary>
    public static string Require(params string[] parts)
    {
        Assert.SkipWhen(Folder is null, "no corpora: set CORDON_CORPORA to their folder to run this test");
        string path = Path.Combine([Folder!, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"the corpora hold no {Path.Combine(parts)}");
        return path;
    }

    private static string? Locate()
    {
        string? named = Environment.GetEnvironmentVariable("CORDON_CORPORA");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? named : null;
        }

        string beside = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpora"));
        return Directory.Exists(beside) ? beside : null;
    }
}
