using System.Text;

namespace Cordon.Telemetry.Vendors;

/// <summary>Takes <c>name=value name="value with blanks"</c> apart, as firewalls write it.</summary>
internal static class KeyValueText
{
    private const int MaxPairs = 500;

    /// <summary>The pairs in order. What is no pair is passed over.</summary>
    public static List<KeyValuePair<string, string>> Read(ReadOnlySpan<char> text)
    {
        List<KeyValuePair<string, string>> pairs = [];
        while (pairs.Count < MaxPairs)
        {
            text = text.TrimStart(" \t,");
            int equals = text.IndexOf('=');
            if (equals < 0)
            {
                break;
            }

            ReadOnlySpan<char> name = text[..equals];
            name = name[(name.LastIndexOfAny(" \t,") + 1)..];
            text = text[(equals + 1)..];
            string value;
            if (text.StartsWith("\""))
            {
                value = Quoted(ref text);
            }
            else
            {
                int end = text.IndexOfAny(' ', '\t');
                end = end < 0 ? text.Length : end;
                value = text[..end].TrimEnd(',').ToString();
                text = text[end..];
            }

            if (name.Length is > 0 and <= 64)
            {
                pairs.Add(new(name.ToString(), value));
            }
        }

        return pairs;
    }

    /// <summary>The value of a name; empty where it is not there.</summary>
    public static string Of(this List<KeyValuePair<string, string>> pairs, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach ((string key, string value) in pairs)
            {
                if (value.Length > 0 && key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }
        }

        return "";
    }

    private static string Quoted(ref ReadOnlySpan<char> text)
    {
        var value = new StringBuilder();
        int at = 1;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length && (text[at + 1] is '"' or '\\') ? 1 : 0;
            if (at < text.Length)
            {
                value.Append(text[at]);
            }
        }

        text = at < text.Length ? text[(at + 1)..] : default;
        return value.ToString();
    }
}
