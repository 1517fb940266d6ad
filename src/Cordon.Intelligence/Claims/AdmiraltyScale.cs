namespace Cordon.Intelligence.Claims;

/// <summary>The Admiralty scale of credibility, and what STIX makes of it (STIX 2.1, appendix A).</summary>
public static class AdmiraltyScale
{
    /// <summary>The reliability of a source that cannot be judged.</summary>
    public const char UnknownReliability = 'F';

    /// <summary>The credibility of what cannot be judged.</summary>
    public const char UnknownCredibility = '6';

    /// <summary>Whether it is a grade of both axes, such as <c>B2</c>.</summary>
    public static bool IsGrade(string text) => text is [>= 'A' and <= 'F', >= '1' and <= '6'];

    /// <summary>The confidence, 0 to 100, that a credibility stands for; null for one that cannot be judged: that is no confidence at all, not one of zero.</summary>
    public static int? ConfidenceOf(char credibility) =>
        credibility is >= '1' and <= '5' ? 90 - (20 * (credibility - '1')) : null;

    /// <summary>The credibility that a confidence, 0 to 100, stands for.</summary>
    public static char CredibilityOf(int confidence) =>
        confidence switch
        {
            >= 80 => '1',
            >= 60 => '2',
            >= 40 => '3',
            >= 20 => '4',
            _ => '5',
        };
}
