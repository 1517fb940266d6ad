using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>
/// Who did what to whom, who says so, and nothing besides: all claims of short texts. Groups, companies and states in them are made up.
/// </summary>
public sealed class ClaimTests
{
    private static readonly ReportReader Reader = new();

    [Theory]
    [InlineData(
        "Northwind Security named the groups as Copper Heron, a Sudland actor that others call Grey Ibis or UNC4412, and two from Ostland that it calls Pale Otter and Iron Wren.",
        "Copper Heron attributed-to Sudland: Northwind Security",
        "Grey Ibis alias-of Copper Heron: Northwind Security",
        "UNC4412 alias-of Copper Heron: Northwind Security",
        "Pale Otter attributed-to Ostland: Northwind Security",
        "Iron Wren attributed-to Ostland: Northwind Security"
    )]
    [InlineData(
        "Copper Heron, also known as Grey Ibis, sent false job offers to chemists, while Pale Otter posed as the health agency of Norland.",
        "Grey Ibis alias-of Copper Heron: ",
        "Copper Heron targets chemists: "
    )]
    [InlineData(
        "A hacking group that Northwind Security tracks as Amber Finch, dubbed Glass Otter by Halberd, broke into two refrigerated carriers last month.",
        "Glass Otter alias-of Amber Finch: Halberd",
        "Amber Finch targets two refrigerated carriers: "
    )]
    public void An_actor_is_called_what_the_text_calls_it_and_nothing_else(string text, params string[] claims) =>
        Assert.Equal(claims, Claims(text));

    [Theory]
    [InlineData(
        "Nightjar detected attacks by three state-backed groups on seven laboratories.",
        "three state-backed groups targets seven laboratories: "
    )]
    [InlineData(
        "The health ministry of Norland said that it had been the target of a cyberattack.",
        "unknown targets The health ministry of Norland: The health ministry of Norland"
    )]
    [InlineData(
        "Norland's cyber centre said in July that Copper Heron, a group that almost certainly operates as part of Sudland intelligence services, had attacked Velmar Pharma, Corvane Biotech and the Orlin Institute.",
        "Copper Heron attributed-to Sudland intelligence services: Norland's cyber centre",
        "Copper Heron targets Velmar Pharma: Norland's cyber centre",
        "Copper Heron targets Corvane Biotech: Norland's cyber centre",
        "Copper Heron targets Orlin Institute: Norland's cyber centre"
    )]
    [InlineData(
        "Two more attacks in the autumn were carried out by Grey Ibis, the firm said.",
        "Two more attacks attributed-to Grey Ibis: the firm"
    )]
    [InlineData(
        "Nightjar attributed with high confidence an attack on a hospital in Port Elin to Grey Ibis.",
        "an attack on a hospital attributed-to Grey Ibis: Nightjar"
    )]
    [InlineData(
        "Prosecutors in Norland charged two Sudland nationals with hacking the Orlin Institute.",
        "two Sudland nationals targets the Orlin Institute: Prosecutors in Norland"
    )]
    [InlineData(
        "Velmar Pharma said that documents on its trials had been unlawfully accessed.",
        "unknown targets documents: Velmar Pharma"
    )]
    [InlineData(
        "Sudland spies and Ostland intelligence were behind the theft at the Orlin Institute, the Daily Ledger reported, citing officials close to the case.",
        "the theft at the Orlin Institute attributed-to Sudland spies: officials close to the case, the Daily Ledger",
        "the theft at the Orlin Institute attributed-to Ostland intelligence: officials close to the case, the Daily Ledger"
    )]
    [InlineData(
        "The company told the press that most of the attempts were blocked. Some, however, were successful.",
        "most of the attempts had-outcome blocked: The company, press",
        "Some had-outcome successful: "
    )]
    [InlineData(
        "Officials in Norland blamed Sudland and Ostland for the campaign.",
        "the campaign attributed-to Sudland: Officials in Norland",
        "the campaign attributed-to Ostland: Officials in Norland"
    )]
    [InlineData(
        "A ransomware group called DoppelPaymer attacked the Orlin Institute in September.",
        "DoppelPaymer targets the Orlin Institute: "
    )]
    [InlineData(
        "Corvane Biotech, which sells software for trials, was hit by ransomware on 20 September.",
        "unknown targets Corvane Biotech: "
    )]
    [InlineData(
        "Norland foiled Sudland attempts to hack into firms that develop vaccines, a lawmaker said.",
        "Sudland attempts targets firms: a lawmaker"
    )]
    [InlineData(
        "Microsoft said that Pfizer and Moderna were among the targets.",
        "unknown targets Pfizer: Microsoft",
        "unknown targets Moderna: Microsoft"
    )]
    [InlineData("Nightjar said the formula was taken in March.", "unknown targets the formula: Nightjar")]
    public void A_deed_is_told_with_its_parties_and_who_says_so(string text, params string[] claims) =>
        Assert.Equal(claims, Claims(text));

    [Theory]
    [InlineData("It was unclear whether the attempts succeeded.")]
    [InlineData("Halberd could not say who was behind the campaign.")]
    [InlineData("The ministry did not say whether any data was stolen.")]
    [InlineData("Velmar Pharma stressed that no personal data had been stolen.")]
    [InlineData("Microsoft targets organizations with its new product.")]
    [InlineData("Actors can steal credentials with such tools.")]
    [InlineData("The address is linked to a landing page.")]
    [InlineData("The attackers used the address as part of a campaign against Norland.")]
    [InlineData("Analysts who work for Norland were warned.")]
    [InlineData("We analysed the Remote Access Tool that UNC4412 installed.")]
    [InlineData("Northwind sells a Cloud Access Security Broker and Secure Access Service Edge.")]
    [InlineData("Northwind linked the outage to an August 2020 incident.")]
    [InlineData("While most of the analysis is based on one sample, it was blocked.")]
    [InlineData("The report shows how attackers are successful.")]
    [InlineData("Sending the stolen files took an hour.")]
    [InlineData("Researchers could not confirm or deny that hackers targeted the Orlin Institute.")]
    [InlineData("Most victims were small firms; the actors behind the malware are efficient.")]
    public void What_nobody_says_is_no_claim(string text) => Assert.Empty(Claims(text));

    [Theory]
    [InlineData("Pale Otter targets hospitals and uses stolen mail to reach them.", "Pale Otter targets hospitals: ")]
    [InlineData(
        "The campaign against carriers made losses and we linked two more waves to GC07 resulting in arrests.",
        "two more waves attributed-to GC07: we"
    )]
    [InlineData("We attribute these samples to GC07 because of their keys.", "these samples attributed-to GC07: We")]
    [InlineData("Pale Otter Targets Vaccine Makers in Norland", "Pale Otter targets Vaccine Makers: ")]
    [InlineData("Most of the attempts were blocked.", "Most of the attempts had-outcome blocked: ")]
    public void A_phrase_ends_where_something_else_is_told(string text, string claim) =>
        Assert.Equal([claim], Claims(text));

    // Of things that somebody has, he is the victim; that there was more to take makes it no failure.
    [Theory]
    [InlineData(
        "Copper Heron accessed documents at the Orlin Institute, but no personal data were stolen, Northwind said.",
        "Copper Heron targets the Orlin Institute: Northwind",
        ClaimedOutcome.Succeeded
    )]
    [InlineData(
        "Northwind said that Copper Heron had attempted to steal vaccine data from Velmar Pharma, without success.",
        "Copper Heron targets Velmar Pharma: Northwind",
        ClaimedOutcome.Failed
    )]
    [InlineData(
        "Copper Heron broke into Velmar Pharma and was stopped before it took anything, Northwind said.",
        "Copper Heron targets Velmar Pharma: Northwind",
        ClaimedOutcome.PartlySucceeded
    )]
    [InlineData(
        "Copper Heron tried to break into Velmar Pharma but did not succeed, Northwind said.",
        "Copper Heron targets Velmar Pharma: Northwind",
        ClaimedOutcome.Failed
    )]
    [InlineData(
        "No data were stolen when Copper Heron hacked Velmar Pharma, Northwind said.",
        "Copper Heron targets Velmar Pharma: Northwind",
        ClaimedOutcome.Succeeded
    )]
    public void What_came_of_it_is_told(string text, string claim, ClaimedOutcome outcome)
    {
        Claim only = Assert.Single(Reader.Read(text).Claims);
        Assert.Equal((claim, outcome), (Written(only), only.Outcome));
    }

    // What it was accused of, or an actor of its own; this may be told after the denial.
    [Theory]
    [InlineData(
        "Sudland spies and Ostland intelligence were behind the theft at the Orlin Institute, the Daily Ledger reported. Sudland said that the newspaper's report was nonsense, and Ostland denied any role in it.",
        "the theft at the Orlin Institute attributed-to Ostland intelligence: Ostland",
        "the theft at the Orlin Institute attributed-to Sudland spies: Sudland"
    )]
    [InlineData(
        "Copper Heron, a Sudland group, attacked Velmar Pharma. Pale Otter, an Ostland group, attacked Corvane Biotech. Sudland rejected the report.",
        "Copper Heron targets Velmar Pharma: Sudland"
    )]
    [InlineData(
        "Sudland's foreign ministry called the accusations slander. Prosecutors in Norland had charged two Sudland nationals with hacking the Orlin Institute.",
        "two Sudland nationals targets the Orlin Institute: Sudland's foreign ministry"
    )]
    [InlineData(
        "Copper Heron, a Sudland group, attacked Velmar Pharma. Ostland denied any involvement in it.",
        "any involvement in it attributed-to Ostland: Ostland"
    )]
    public void A_state_denies_what_it_was_accused_of_itself(string text, params string[] denials) =>
        Assert.Equal(denials, Claims(text, ClaimStance.Denies));

    [Theory]
    [InlineData(
        "Grey Ibis was first blamed for the intrusion at Corvane Biotech; the Daily Ledger later withdrew its report.",
        "the intrusion at Corvane Biotech attributed-to Grey Ibis: the Daily Ledger"
    )]
    [InlineData(
        "Grey Ibis attacked Velmar Pharma, the Daily Ledger reported. Corvane Biotech denied that the formula was taken. Two weeks later it withdrew that statement.",
        "unknown targets the formula: Corvane Biotech"
    )]
    public void What_is_taken_back_was_said_before_by_the_same_if_he_said_anything(string text, string taken) =>
        Assert.Equal([taken], Claims(text, ClaimStance.Retracts));

    [Fact]
    public void Who_disagrees_denies_and_says_what_follows()
    {
        const string text =
            "Researchers at Northwind have linked a phishing campaign to a group they call Amber Finch. Halberd, a rival firm, disagrees. It attributes the same campaign to criminals who sell access.";
        Assert.Equal(
            [
                "a phishing campaign attributed-to Amber Finch: Researchers at Northwind",
                "a phishing campaign attributed-to Amber Finch: Halberd",
                "the same campaign attributed-to criminals: Halberd",
            ],
            Claims(text)
        );
    }

    [Fact]
    public void Denials_by_the_thousand_cost_little()
    {
        string text = string.Concat(
            Enumerable.Repeat("Copper Heron attacked Velmar Pharma. Sudland denied any role in it. ", 3_000)
        );
        Assert.True(Reader.Read(text).Claims.Count > 1_000);
    }

    private static string[] Claims(string text) => [.. Reader.Read(text).Claims.Select(Written)];

    private static string[] Claims(string text, ClaimStance stance) =>
        [.. Reader.Read(text).Claims.Where(c => c.Stance == stance).Select(Written)];

    private static string Written(Claim claim) =>
        $"{claim.Subject} {claim.Predicate} {claim.Object}: {string.Join(", ", claim.AssertedBy)}";
}
