namespace Cordon.Detection.Activities.Windows;

/// <summary>Names and addresses as Windows writes them, in the form that activities have. Works on spans: nothing is made for what repeats.</summary>
internal static class WindowsText
{
    public const int MaxLength = 256;

    /// <summary>A text from an event, cut to a bounded length, empty where Windows writes a dash.</summary>
    public static string Bounded(ReadOnlySpan<char> text) => Cut(text).ToString();

    /// <summary>The same, not yet a string.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text)
    {
        text = Plain(text);
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    /// <summary>Without space around, empty where Windows writes a dash.</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text is "-" ? default : text;
    }

    /// <summary>An account's name without domain prefix, not yet in lower case.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        text = Plain(text);
        int slash = text.LastIndexOf('\\');
        text = slash >= 0 ? text[(slash + 1)..] : text;
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    public static string Account(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = Name(text);
        return name.IsEmpty ? "" : name.ToString().ToLowerInvariant();
    }

    /// <summary>An address without what mapped it into IPv6; empty for the host itself and where there is none.</summary>
    public static ReadOnlySpan<char> Address(ReadOnlySpan<char> text)
    {
        text = Plain(text);
        if (text.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase) && text.Contains('.'))
        {
            text = text[7..];
        }

        return
            text is "::1" or "0.0.0.0" or "::"
            || text.StartsWith("127.", StringComparison.Ordinal)
            || text.Equals("LOCAL", StringComparison.OrdinalIgnoreCase)
            || text.Length > 64
            ? default
            : text;
    }

    /// <summary>Whether nobody signs in by that name: computers, sessions of the system's own, anonymous ones.</summary>
    public static bool IsMachine(ReadOnlySpan<char> name) =>
        name.IsEmpty
        || name[^1] == '$'
        || name.Equals("ANONYMOUS LOGON", StringComparison.OrdinalIgnoreCase)
        || name.Equals("SYSTEM", StringComparison.OrdinalIgnoreCase)
        || name.Equals("LOCAL SERVICE", StringComparison.OrdinalIgnoreCase)
        || name.Equals("NETWORK SERVICE", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DWM-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("UMFD-", StringComparison.OrdinalIgnoreCase)
        || IsComputerPrincipal(name);

    private static bool IsComputerPrincipal(ReadOnlySpan<char> name)
    {
        int at = name.IndexOf('@');
        return at > 0 && name[at - 1] == '$';
    }
}
