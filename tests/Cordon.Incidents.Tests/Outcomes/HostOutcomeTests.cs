using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Tests.Support;
using static Cordon.Incidents.Tests.Support.Story;

namespace Cordon.Incidents.Tests.Outcomes;

public sealed class HostOutcomeTests
{
    [Fact]
    public void Code_that_ran_is_access()
    {
        Story story = new();
        story.Rule("Odd child of a word processor", Level.High, "T1204.002", At(1, 9), "pc1");
        story.Rule("Encoded command", Level.Medium, "T1059.001", At(1, 9, 1), "pc1");
        Assert.Equal(Outcome.AccessGained, story.OutcomeOf("pc1"));
    }

    [Theory]
    [InlineData("T1003.001")]
    [InlineData("T1021.002")]
    [InlineData("T1048")]
    public void Dumping_movement_and_exfiltration_are_follow_on(string technique)
    {
        Story story = new();
        story.Rule("Encoded command", Level.High, "T1059.001", At(1, 9), "pc1");
        story.Rule("What came then", Level.High, technique, At(1, 10), "pc1");
        Incident incident = story.One();
        Assert.Equal(Outcome.FollowOn, incident.Outcome);
        Assert.Contains(incident.Advice, a => a.StartsWith("Take pc1 off the network", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_guard_stopped_is_blocked()
    {
        Story story = new();
        story.Rule(
            "Malware stopped",
            Level.Critical,
            "T1204.002",
            At(1, 9),
            "pc1",
            channel: "Microsoft-Windows-Windows Defender/Operational",
            code: 1117
        );
        Assert.Equal(Outcome.Blocked, story.OutcomeOf("pc1"));
    }

    [Fact]
    public void A_spray_a_success_and_the_commands_on_the_computer_are_one_incident()
    {
        Story story = Stories.Spray().CloudCovered().Covered(LogKind.WindowsSecurity, "windows/Security", "srv1");
        story.SignIn(
            "amal@lab.example",
            At(10, 4, 10),
            SignInVerdict.Succeeded,
            "198.51.100.1",
            "KALI",
            "",
            true,
            "windows",
            "srv1"
        );
        story.Rule("Domain surveyed", Level.High, "T1087.002", At(10, 5), "SRV1.lab.example", @"LAB\amal");
        Incident incident = story.One();
        Assert.Equal(Outcome.AccessGained, incident.Targets.Single(t => t.Observable.Value == "srv1").Outcome);
        Assert.Equal(
            Outcome.AccessGained,
            incident.Targets.Single(t => t.Observable.Value == "amal@lab.example").Outcome
        );
        Assert.Equal(2, incident.FindingCount);
    }
}
