using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>The many ways in which news say who speaks, what was done and what came of it.</summary>
public sealed class ClaimWordingTests
{
    // Speakers: a day or an aside before the verb, whom a description means, from whom somebody has it.
    [Theory]
    [InlineData(
        "Norland's embassy in Ostland on Friday denied that it had attacked the Orlin Institute.",
        "Norland's embassy in Ostland"
    )]
    [InlineData(
        "Two officials, who asked not to be named, said hackers had attacked the Orlin Institute.",
        "Two officials"
    )]
    [InlineData(
        "The institute's director, Mara Olin, told reporters that hackers had attacked it.",
        "The institute's director, Mara Olin, reporters"
    )]
    [InlineData(
        "The Daily Ledger, citing two officials, reported that hackers had attacked the Orlin Institute.",
        "two officials, The Daily Ledger"
    )]
    [InlineData(
        "A lawmaker said he had heard from the army's cyber command that hackers attacked the Orlin Institute.",
        "the army's cyber command, A lawmaker"
    )]
    [InlineData(
        "According to a bulletin that the agency circulated, hackers attacked the Orlin Institute.",
        "the agency"
    )]
    [InlineData(
        "Velmar Pharma closed two plants. Hackers attacked its servers, the company said.",
        "the company [Velmar Pharma]"
    )]
    [InlineData("The attackers, the agency said, attacked the Orlin Institute.", "the agency")]
    public void Who_speaks_is_found_where_more_stands_around_him(string text, string by) =>
        Assert.Equal(by, string.Join(", ", Assert.Single(new ReportReader().Read(text).Claims).AssertedBy));

    // What owners and accidents do too is an attack of attackers alone.
    [Theory]
    [InlineData("Intruders shut down the booking system of the Orlin Institute.", ClaimedOutcome.Succeeded)]
    [InlineData("Hackers got hold of files at the Orlin Institute.", ClaimedOutcome.Succeeded)]
    [InlineData("Hackers knocked the website of the Orlin Institute offline.", ClaimedOutcome.Succeeded)]
    [InlineData("Hackers tried to slip into the network of the Orlin Institute.", ClaimedOutcome.Attempted)]
    [InlineData("Hackers sent false invoices by email to staff of the Orlin Institute.", ClaimedOutcome.Attempted)]
    [InlineData("Hackers planted malware on servers of the Orlin Institute.", ClaimedOutcome.Succeeded)]
    [InlineData(
        "Hackers encrypted the servers of the Orlin Institute but did not reach its archive.",
        ClaimedOutcome.PartlySucceeded
    )]
    [InlineData("Hackers went after the Orlin Institute and came away empty-handed.", ClaimedOutcome.Failed)]
    [InlineData("The Orlin Institute suffered a data breach in May.", ClaimedOutcome.Succeeded)]
    [InlineData("The Orlin Institute foiled an attack on its servers.", ClaimedOutcome.Failed)]
    public void Verbs_say_what_came_of_a_deed(string text, ClaimedOutcome outcome) =>
        Assert.Equal(
            outcome,
            new ReportReader().Read(text).Claims.Single(static c => c.Predicate == "targets").Outcome
        );

    [Theory]
    [InlineData("The company shut down its servers and copied its backups.")]
    [InlineData("The institute took its website offline as a precaution.")]
    [InlineData("The company said it had shut down its systems.")]
    [InlineData("A technician deleted the files of the Orlin Institute.")]
    [InlineData("A flaw lets an attacker read files.")]
    [InlineData("The group posted no evidence.")]
    [InlineData("The agency could neither confirm nor deny the report.")]
    [InlineData("The president declined to say who he thought was behind it.")]
    public void What_owners_do_and_nobody_says_is_no_deed(string text) => Assert.Empty(Claims(text));

    [Theory]
    [InlineData("Hackers attacked the Orlin Institute. The Dune Raven gang claimed responsibility.", "Dune Raven gang")]
    [InlineData("Hackers attacked the Orlin Institute. Prosecutors pointed the finger at Sudland.", "Sudland")]
    [InlineData("Hackers attacked the Orlin Institute. The ministry holds Sudland responsible.", "Sudland")]
    [InlineData("Hackers attacked the Orlin Institute. It was Sudland, two officials said.", "Sudland")]
    [InlineData("Hackers attacked the Orlin Institute. Police said Sudland was to blame.", "Sudland")]
    [InlineData("Hackers attacked the Orlin Institute. The trail led to Sudland, police said.", "Sudland")]
    [InlineData("The break-in at the Orlin Institute bore all the hallmarks of Sudland, analysts said.", "Sudland")]
    public void Whose_doing_it_was_is_said_in_many_ways(string text, string whose) =>
        Assert.Contains(
            new ReportReader().Read(text).Claims,
            c => c.Predicate == "attributed-to" && c.Object.Contains(whose, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Sudland laughed off the charge.", ClaimStance.Denies)]
    [InlineData("Sudland called the charge a fairy tale.", ClaimStance.Denies)]
    [InlineData("Sudland's envoy said the charge was a smear.", ClaimStance.Denies)]
    [InlineData("\"We have hacked nobody,\" Sudland's envoy said.", ClaimStance.Denies)]
    [InlineData("The institute's director said there had been no attack.", ClaimStance.Denies)]
    [InlineData("The ministry took the accusation back.", ClaimStance.Retracts)]
    [InlineData("The ministry said it had wrongly blamed Sudland for the attack.", ClaimStance.Retracts)]
    [InlineData(
        "An earlier version of this article wrongly said that Sudland had attacked the Orlin Institute.",
        ClaimStance.Retracts
    )]
    [InlineData(
        "The ministry withdrew a statement in which it had accused Sudland of hacking the institute.",
        ClaimStance.Retracts
    )]
    [InlineData("The Daily Ledger reported that Sudland had attacked the Orlin Institute.", ClaimStance.Reports)]
    [InlineData("Sudland is said to have attacked the Orlin Institute.", ClaimStance.Reports)]
    public void A_stance_is_said_in_many_ways(string text, ClaimStance stance) =>
        Assert.Contains(
            new ReportReader().Read("The ministry said Sudland spies had attacked the Orlin Institute. " + text).Claims,
            c => c.Stance == stance
        );

    [Fact]
    public void What_is_denied_is_also_told_of_who_had_said_it() =>
        Assert.Equal(
            ["Copper Heron targets the Orlin Institute: Sudland", "Copper Heron targets the Orlin Institute: Norland"],
            Claims("Sudland rejected a claim by Norland that Copper Heron had attacked the Orlin Institute.")
        );

    private static string[] Claims(string text) =>
        [
            .. new ReportReader()
                .Read(text)
                .Claims.Select(static c => $"{c.Subject} {c.Predicate} {c.Object}: {string.Join(", ", c.AssertedBy)}"),
        ];
}
