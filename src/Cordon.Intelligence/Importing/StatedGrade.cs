using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Importing;

/// <summary>What a feed itself says of how good something is. Whether the feed is to be believed is another matter.</summary>
/// <param name="Reliability">Of the source, A to F; null where it does not say.</param>
/// <param name="Credibility">Of what is said, 1 to 6; null where it does not say.</param>
/// <param name="Confidence">How sure the source is, 0 to 100; null where it does not say.</param>
internal readonly record struct StatedGrade(char? Reliability, char? Credibility, int? Confidence)
{
    private const int MostTags = 1_000;

    // By MISP's taxonomies; the numbers are those of STIX 2.1, appendix A, and of MISP for its own words.
    private static readonly Dictionary<string, int> Confidences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["misp:confidence-level=completely-confident"] = 100,
        ["misp:confidence-level=usually-confident"] = 75,
        ["misp:confidence-level=fairly-confident"] = 50,
        ["misp:confidence-level=rarely-confident"] = 25,
        ["misp:confidence-level=unconfident"] = 0,
        ["estimative-language:likelihood-probability=almost-no-chance"] = 5,
        ["estimative-language:likelihood-probability=very-unlikely"] = 15,
        ["estimative-language:likelihood-probability=unlikely"] = 30,
        ["estimative-language:likelihood-probability=roughly-even-chance"] = 50,
        ["estimative-language:likelihood-probability=likely"] = 70,
        ["estimative-language:likelihood-probability=very-likely"] = 85,
        ["estimative-language:likelihood-probability=almost-certain"] = 95,
        ["estimative-language:confidence-in-analytic-judgment=low"] = 15,
        ["estimative-language:confidence-in-analytic-judgment=moderate"] = 50,
        ["estimative-language:confidence-in-analytic-judgment=high"] = 85,
    };

    /// <summary>The grade of a source; null where nothing is said of the source itself.</summary>
    public string? OfSource =>
        Reliability is { } letter ? $"{letter}{Credibility ?? AdmiraltyScale.UnknownCredibility}" : null;

    /// <summary>The grade of a claim; null where nothing is said.</summary>
    public string? OfClaim =>
        Reliability is null && Credibility is null && Confidence is null
            ? null
            : $"{Reliability ?? AdmiraltyScale.UnknownReliability}{Digit}";

    /// <summary>How sure the source is, 0 to 100, in whatever words it says so; null where it does not.</summary>
    public int? Sureness => Confidence ?? (Credibility is { } digit ? AdmiraltyScale.ConfidenceOf(digit) : null);

    private char Digit =>
        Credibility
        ?? (Confidence is { } sure ? AdmiraltyScale.CredibilityOf(sure) : AdmiraltyScale.UnknownCredibility);

    /// <summary>What machine tags say: <c>admiralty-scale</c>, <c>estimative-language</c> and MISP's own levels of confidence. The first word on each counts.</summary>
    public static StatedGrade Of(IEnumerable<string> tags)
    {
        var grade = new StatedGrade();
        foreach (string tag in tags.Take(MostTags))
        {
            string plain = tag.Replace("\"", "", StringComparison.Ordinal).Trim();
            if (Value(plain, "admiralty-scale:source-reliability=") is [var letter])
            {
                grade = grade with { Reliability = grade.Reliability ?? LetterOf(letter) };
            }
            else if (Value(plain, "admiralty-scale:information-credibility=") is [>= '1' and <= '6' and var digit])
            {
                grade = grade with { Credibility = grade.Credibility ?? digit };
            }
            else if (Confidences.TryGetValue(plain, out int confidence))
            {
                grade = grade with { Confidence = grade.Confidence ?? confidence };
            }
        }

        return grade;
    }

    /// <summary>This, and where it does not say, what another says.</summary>
    public StatedGrade Or(StatedGrade other)
    {
        // Credibility and confidence are two words for one thing: the nearer one is not mixed with the other's.
        bool isSure = Credibility is not null || Confidence is not null;
        return new StatedGrade(
            Reliability ?? other.Reliability,
            isSure ? Credibility : other.Credibility,
            isSure ? Confidence : other.Confidence
        );
    }

    // MISP adds "g" for those who deceive on purpose; the scale's own worst is E.
    private static char? LetterOf(char letter) =>
        char.ToUpperInvariant(letter) switch
        {
            >= 'A' and <= 'F' and var known => known,
            'G' => 'E',
            _ => null,
        };

    private static string? Value(string tag, string start) =>
        tag.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? tag[start.Length..] : null;
}
