using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>Names that nobody knows, in the words that introduce them.</summary>
public sealed class IntroducedNameTests
{
    private static readonly ReportReader Reader = new();

    [Theory]
    [InlineData("A group we track as Copper Heron has targeted vaccine makers.", "Copper Heron")]
    [InlineData("A previously unknown group, dubbed \"Amber Kestrel\", wrote to carriers.", "Amber Kestrel")]
    [InlineData("Silent Ibis, a second actor, was seen in the same network.", "Silent Ibis")]
    [InlineData("The company calls the group VELVET LYNX and published its tools.", "VELVET LYNX")]
    [InlineData("UNC4412 wrote to carriers.", "UNC4412")]
    [InlineData("Storm-9412 wrote to carriers.", "Storm-9412")]
    public void An_actor_that_a_text_introduces_is_one(string text, string name) =>
        Assert.Contains(name, Names(text, EntityType.ThreatActor));

    [Theory]
    [InlineData("A downloader named IceKey was seen. The mails brought IceKey too.", 2)]
    [InlineData("The attackers left a custom implant called FrostLatch. The FrostLatch code is small.", 2)]
    [InlineData("The SleetDrop backdoor was found on two servers.", 1)]
    public void Malware_that_a_text_introduces_is_so_wherever_it_stands(string text, int times) =>
        Assert.Equal(
            times,
            Names(text, EntityType.Malware).Count(static n => n is "IceKey" or "FrostLatch" or "SleetDrop")
        );

    [Theory]
    [InlineData("Copper Heron, also known as Glass Otter (Northwind) and UNC4412, sent mails.")]
    [InlineData("The actor Copper Heron, tracked by others as Glass Otter and UNC4412, sent mails.")]
    public void Further_names_follow_the_first(string text)
    {
        string[] actors = Names("The threat actor Copper Heron is new. " + text, EntityType.ThreatActor);
        Assert.Contains("Glass Otter", actors);
        Assert.Contains("UNC4412", actors);
    }

    [Theory]
    [InlineData("A document named Invoice Final was opened.")]
    [InlineData("The PowerShell backdoor was removed.")]
    [InlineData("The tactic TA0001 comes first.")]
    [InlineData("Blue Harbour, a nonprofit, was not named.")]
    [InlineData("Moderna, a team of scientists, was not named.")]
    [InlineData("Moderna, a threat actor in nobody's eyes, was not named.")]
    [InlineData("Blue Harbour, a group of hospitals, was not named.")]
    [InlineData("The firm of the family calls the product VaxTrack.")]
    [InlineData("A research organization known as Blue Harbour was not named.")]
    public void What_is_introduced_as_something_else_is_no_actor_and_no_malware(string text)
    {
        Assert.Empty(Names(text, EntityType.ThreatActor));
        Assert.Empty(Names(text, EntityType.Malware));
    }

    [Fact]
    public void What_stands_between_commas_is_no_subject()
    {
        Report report = Reader.Read(
            "The group Amber Kestrel is new. Amber Kestrel, an actor that Microsoft has linked to Russia, has attacked Pfizer before, Reuters reported."
        );
        Assert.Contains(
            report.Claims,
            static c => c is { Subject: "Amber Kestrel", Predicate: "targets", Object: "Pfizer" }
        );
        Assert.Contains(
            report.Claims,
            static c => c is { Subject: "Amber Kestrel", Predicate: "attributed-to", Object: "Russia" }
        );
        Assert.DoesNotContain(report.Claims, static c => c.Subject is "Russia" or "Microsoft");
    }

    [Theory]
    [InlineData("Vaccine makers warned\nPublished 3 March 2021 by a laboratory.\n\nIt began in 2020.", 2021, 3, 3)]
    [InlineData("Vaccine makers warned\nBy A. Writer | February 9, 2021\n\nIt began in 2020.", 2021, 2, 9)]
    [InlineData("Vaccine makers warned\n9th Feb 2021\n\nIt began in 2020.", 2021, 2, 9)]
    [InlineData("date 2021-02-16 Vaccine makers were warned.", 2021, 2, 16)]
    public void A_day_that_a_text_states_near_its_start_is_when_it_was_published(
        string text,
        int year,
        int month,
        int day
    ) => Assert.Equal(new DateOnly(year, month, day), Reader.Read(text).Published);

    [Theory]
    [InlineData("Vaccine makers warned\nIt began on 3 March 2021 and went on.\n")]
    [InlineData("Vaccine makers warned\nOn 3 March 2021\n")]
    [InlineData("Vaccine makers warned\nPublished 31 February 2021\n")]
    public void A_day_that_is_told_of_is_not(string text) => Assert.Null(Reader.Read(text).Published);

    private static string[] Names(string text, string type) =>
        [.. Reader.Read(text).Entities.Where(e => e.Type == type).Select(static e => e.Text)];
}
