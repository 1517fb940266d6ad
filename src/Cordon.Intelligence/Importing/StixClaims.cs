using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;
using Cordon.Stix;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads claims out of STIX: relationships, opinions and notes with Cordon's extension, and opinions of anybody who disagrees.</summary>
internal sealed class StixClaims
{
    private const int Most = 1_000_000;
    private readonly List<StixObject> _objects = [];

    public static bool IsClaim(StixObject one) => ClaimExtension.TryFind(one.Json, out _);

    public void Take(StixObject one)
    {
        if (_objects.Count < Most)
        {
            _objects.Add(one);
        }
    }

    /// <summary>The claims, once all objects were seen.</summary>
    public List<Claim> Read(
        Func<string, string?> nameOf,
        Func<StixObject, KnowledgeSource> sourceOf,
        Action<StixObject, string> onProblem
    )
    {
        List<Claim> claims = [];
        foreach (StixObject one in _objects)
        {
            try
            {
                if (ClaimExtension.TryFind(one.Json, out System.Text.Json.JsonElement extension))
                {
                    claims.Add(ClaimExtension.Read(extension, sourceOf(one)));
                }
                else if (one.Type == "opinion" && one.Text("opinion") is "disagree" or "strongly-disagree")
                {
                    claims.AddRange(Disagreements(one, nameOf, sourceOf(one)));
                }
            }
            catch (FormatException fault)
            {
                onProblem(one, fault.Message);
            }
        }

        return claims;
    }

    private static IEnumerable<Claim> Disagreements(
        StixObject one,
        Func<string, string?> nameOf,
        KnowledgeSource source
    )
    {
        string[] authors = [.. JsonFields.Texts(one.Json, "authors")];
        foreach (string target in one.Texts("object_refs").Take(100))
        {
            yield return new Claim(
                nameOf(target) ?? target,
                "related-to",
                nameOf(target) ?? target,
                ClaimStance.Denies,
                ClaimedOutcome.Unstated,
                authors.Length > 0 ? authors : [source.Publisher]
            )
            {
                Id = $"{one.Id} {target}",
                Answers = target,
                Said = JsonFields.Date(one.Json, "created"),
                Note = JsonFields.Text(one.Json, "explanation"),
                From = source,
            };
        }
    }
}
