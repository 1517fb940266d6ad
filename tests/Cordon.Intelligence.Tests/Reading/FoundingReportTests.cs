using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;
using Cordon.Testing;

namespace Cordon.Intelligence.Tests.Reading;

/// <summary>The report that Cordon began with, which lies beside the corpora: who is named, who said what of whom, and what nobody said.</summary>
public sealed class FoundingReportTests
{
    private static Report Read()
    {
        string path = Corpora.Require("..", "founding", "000_5187a71e27e22123.txt");
        return new ReportReader(KnowledgeBase.BuiltIn).Read(
            File.ReadAllBytes(path),
            path,
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public void Groups_are_named_with_what_they_are_also_called_and_by_whom()
    {
        Report report = Read();
        Assert.Equal(
            ["Zinc", "Cerium", "Fancy Bear"],
            report.Entities.Where(static e => e.Type == EntityType.ThreatActor).Select(static e => e.Text)
        );
        Named("Zinc", "Diamond Sleet", "Microsoft");
        Named("Cerium", "Ruby Sleet", "Microsoft");
        Named("Fancy Bear", "Forest Blizzard", "Microsoft");
        Named("Fancy Bear", "APT28", "MITRE ATT&CK");

        void Named(string name, string other, string by) =>
            Assert.Contains(
                report.Entities.Single(e => e.Text == name).RefersTo,
                r => r.Name == other && r.AssertedBy.Contains(by)
            );
    }

    [Fact]
    public void People_companies_and_agencies_are_named_and_nothing_is_taken_for_malware()
    {
        Report report = Read();
        string[] identities =
        [
            .. report.Entities.Where(static e => e.Type == EntityType.Identity).Select(static e => e.Text).Distinct(),
        ];
        string[] wanted =
        [
            "Pfizer",
            "Seoul National Intelligence Service",
            "Ha Tae-keung",
            "Kim Jong-un",
            "BioNTech",
            "National Center for Cybersecurity",
            "Kremlin",
            "BBC",
            "Microsoft",
        ];
        Assert.Equal(wanted, identities);
        Assert.DoesNotContain(report.Entities, static e => e.Type is EntityType.Malware or EntityType.Tool);
        Assert.Equal(new DateOnly(2021, 2, 16), report.Published);
    }

    [Fact]
    public void Who_told_whom_is_a_chain()
    {
        Report report = Read();
        Assert.Contains(
            report.Claims,
            static c =>
                c is { Predicate: "targets", Object: "Pfizer", Outcome: ClaimedOutcome.Attempted }
                && c.AssertedBy.SequenceEqual([
                    "The Seoul National Intelligence Service",
                    "MP Ha Tae-keung",
                    "reporters",
                ])
        );
        Assert.Contains(
            report.Claims,
            static c =>
                c is { Subject: "North Korean hackers", Object: "Pfizer" }
                && c.AssertedBy.SequenceEqual(["the South Korean intelligence agency", "press"])
        );
    }

    [Fact]
    public void Attempts_that_failed_some_that_succeeded_and_a_denial_stand_beside_one_another()
    {
        Report report = Read();
        Claim failed = Assert.Single(report.Claims, static c => c.Outcome == ClaimedOutcome.Failed);
        Assert.Equal(["The BBC report"], failed.AssertedBy);
        Claim some = Assert.Single(report.Claims, static c => c.Outcome == ClaimedOutcome.PartlySucceeded);
        Assert.Equal(["Microsoft", "The BBC report"], some.AssertedBy);
        Claim denial = Assert.Single(report.Claims, static c => c.Stance == ClaimStance.Denies);
        Assert.Equal(["The Kremlin"], denial.AssertedBy);
        Assert.Equal(
            ["Cerium", "Fancy Bear", "Zinc"],
            report
                .Claims.Where(static c => c is { Subject: "the attacks", Predicate: "attributed-to" })
                .Select(static c => c.Object)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Nobody_says_that_a_Russian_group_attacked_for_North_Korea() =>
        Assert.DoesNotContain(
            Read().Claims,
            static c =>
                (c.Subject + c.Object).Contains("Fancy Bear", StringComparison.Ordinal)
                && (
                    (c.Subject + c.Object).Contains("Pfizer", StringComparison.Ordinal)
                    || (c.Subject + c.Object).Contains("Korea", StringComparison.Ordinal)
                    || (c.Subject + c.Object).Contains("Kim", StringComparison.Ordinal)
                )
        );
}
