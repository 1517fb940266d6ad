using Cordon.Testing;

namespace Cordon.Reporting.Tests;

/// <summary>
/// Compares text with a file that was looked at and approved, in the project's folder <c>Approved</c>. <c>CORDON_ACCEPT_TEXT=1</c> writes
/// the file anew; the change is then seen in the commit.
/// </summary>
internal static class Approvals
{
    public static void Hold(string file, string text)
    {
        string path = Repository.At("tests", "Cordon.Reporting.Tests", "Approved", file);
        if (Environment.GetEnvironmentVariable("CORDON_ACCEPT_TEXT") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is not there; CORDON_ACCEPT_TEXT=1 writes it");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
    }
}
