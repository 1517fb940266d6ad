using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Tests.Importing;
using Cordon.Stix;

namespace Cordon.Intelligence.Tests.Claims;

/// <summary>Claims leave as STIX that others can read, and come back as they were.</summary>
public sealed class ClaimBundleTests
{
    [Fact]
    public void What_is_written_is_valid_stix()
    {
        StixObject[] objects = [.. new StixReader(new MemoryStream(Written())).Objects()];
        Assert.Empty(objects.SelectMany(StixValidator.Validate).Select(static p => $"{p.Id} {p.Path}: {p.Reason}"));
        Assert.Equal(objects.Length, objects.Select(static o => o.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(objects, static o => o.Type == "opinion");
    }

    [Fact]
    public void A_denial_is_an_opinion_on_the_relationship_it_denies()
    {
        StixObject[] objects = [.. new StixReader(new MemoryStream(Written())).Objects()];
        StixObject denial = objects.Single(static o =>
            o.Type == "opinion" && o.Texts("authors").Contains("Government of North Korea")
        );
        Assert.Equal("strongly-disagree", denial.Text("opinion"));
        StixObject denied = objects.Single(o => o.Id == Assert.Single(denial.Texts("object_refs")));
        Assert.Equal("targets", denied.Text("relationship_type"));
        Assert.Equal(30, denied.Number("confidence"));
    }

    [Fact]
    public void Claims_come_back_as_they_were()
    {
        ImportContent read = Imported.Of(Written());
        Assert.Equal(0, read.Problems.Count);
        Assert.Equal(
            KnowledgeBase.BuiltIn.Claims.Select(Text).Order(StringComparer.Ordinal),
            read.Part.Claims.Select(Text).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_claim_out_of_a_text_without_anything_else_is_valid_too()
    {
        using var stream = new MemoryStream();
        ClaimBundle.Write(
            [
                new Claim("Somebody", "says bad things of", "Anybody", ClaimStance.Denies, ClaimedOutcome.Unstated, [])
                {
                    Start = 3,
                    End = 9,
                },
                new Claim("Somebody", "targets", "Anybody", ClaimStance.Reports, ClaimedOutcome.Failed, ["A", "B"])
                {
                    Grade = "F6",
                },
            ],
            KnowledgeBase.BuiltIn,
            stream
        );
        StixObject[] objects = [.. new StixReader(new MemoryStream(stream.ToArray())).Objects()];
        Assert.Empty(objects.SelectMany(StixValidator.Validate));
        Assert.Contains(objects, static o => o.Type == "note");
        Assert.Null(objects.Single(static o => o.Type == "relationship").Number("confidence"));
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        ClaimBundle.Write(KnowledgeBase.BuiltIn.Claims, KnowledgeBase.BuiltIn, stream);
        return stream.ToArray();
    }

    private static string Text(Claim claim) =>
        string.Join(
            '|',
            claim.Id,
            claim.Subject,
            claim.Predicate,
            claim.Object,
            claim.SubjectRef,
            claim.ObjectRef,
            claim.Stance,
            claim.Outcome,
            string.Join(" < ", claim.AssertedBy),
            claim.Said,
            claim.Grade,
            claim.Answers,
            claim.Note,
            string.Join(' ', claim.Techniques)
        );
}
