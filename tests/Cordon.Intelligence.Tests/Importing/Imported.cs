using System.Text;
using Cordon.Intelligence.Importing;

namespace Cordon.Intelligence.Tests.Importing;

/// <summary>Reads a file that a test wrote.</summary>
internal static class Imported
{
    public static ImportContent Of(string text, ImportLimits? limits = null) =>
        Of(Encoding.UTF8.GetBytes(text), limits);

    public static ImportContent Of(byte[] bytes, ImportLimits? limits = null)
    {
        var content = new ImportContent("test", limits ?? ImportLimits.Default);
        FileImport.Read(new MemoryStream(bytes), "file", content);
        return content;
    }
}
