namespace Cordon.Intelligence.Claims;

/// <summary>Names of those who say something, as written and, where a text only describes them, with whom it means: "the company [Velmar Pharma]".</summary>
internal static class SpokenName
{
    /// <summary>A description with the name that it stands for.</summary>
    public static string Resolved(string written, string meant) => $"{written} [{meant}]";

    /// <summary>Whom it means: what stands in brackets, else the name as it is.</summary>
    public static string Of(string name)
    {
        int open = name.IndexOf(" [", StringComparison.Ordinal);
        return open > 0 && name.EndsWith(']') ? name[(open + 2)..^1] : name;
    }
}
