using System.Text;

namespace Cordon.Attribution.Wording;

/// <summary>What spellings of a name have in common: its letters and digits, in lower case.</summary>
internal static class PlainKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name.Where(static c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
        {
            key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
