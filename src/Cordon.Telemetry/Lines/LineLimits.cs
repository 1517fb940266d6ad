namespace Cordon.Telemetry.Lines;

/// <summary>How much of a hostile line is kept.</summary>
internal static class LineLimits
{
    /// <summary>The longest line, in characters; a longer one is passed over.</summary>
    public const int MaxLine = 1 << 20;

    /// <summary>The most values of an event.</summary>
    public const int MaxValues = 2_000;

    /// <summary>The longest text of one value, in characters; the rest is left out.</summary>
    public const int MaxText = 64 * 1024;

    /// <summary>The longest name of a field, in characters.</summary>
    public const int MaxName = 256;

    /// <summary>What the names begin with that readers give: to what a line says of a sign-in, and to what records of the audit log say together.</summary>
    public static readonly IReadOnlyList<string> Given = ["auth.", "audit."];

    /// <summary>A text as an event may hold it.</summary>
    public static string Cut(ReadOnlySpan<char> text) => (text.Length > MaxText ? text[..MaxText] : text).ToString();

    /// <summary>A name of the log as an event may hold it: none that a reader gives.</summary>
    public static string NameOf(ReadOnlySpan<char> name)
    {
        string own = (name.Length > MaxName ? name[..MaxName] : name).ToString();
        foreach (string given in Given)
        {
            if (own.StartsWith(given, StringComparison.OrdinalIgnoreCase))
            {
                return $"own.{own}";
            }
        }

        return own;
    }
}
