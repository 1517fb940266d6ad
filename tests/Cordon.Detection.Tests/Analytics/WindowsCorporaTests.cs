using Cordon.Detection.Activities;
using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;
using Cordon.Testing;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>Public logs of one technique each.</summary>
public sealed class WindowsCorporaTests
{
    private const string Mitre = "EVTX-to-MITRE-Attack/TA0006-Credential Access/T1110.xxx-Brut force/";

    [Theory]
    [InlineData("hayabusa-samples/DeepBlueCLI/password-spray.evtx", "password-spray")]
    [InlineData("hayabusa-samples/DeepBlueCLI/smb-password-guessing-security.evtx", "brute-force")]
    [InlineData("attack-samples/Credential Access/kerberos_pwd_spray_4771.evtx", "password-spray")]
    [InlineData(
        "hayabusa-samples/" + Mitre + "ID4768-4771-Kerberos brutforce with non existing users.evtx",
        "enumeration"
    )]
    [InlineData(
        "hayabusa-samples/" + Mitre + "ID4768-4771-Kerberos user enumeration (Kerbrute).evtx",
        "password-spray"
    )]
    [InlineData("hayabusa-samples/" + Mitre + "ID4771-Kerberos brutforce with valid user.evtx", "brute-force")]
    public void Published_attacks_are_found(string path, string rule)
    {
        string log = Corpora.Require(["evtx", .. path.Split('/')]);
        List<Activity> activities = Read(log);
        IReadOnlyList<Finding> findings = AnalyticSuite.Run(
            new ActivityTimeline
            {
                Organisation = Organisation.Unnamed,
                SignIns = [.. activities.OfType<SignIn>().OrderBy(a => a.Time)],
                Actions = [.. activities.OfType<AccountAction>().OrderBy(a => a.Time)],
            },
            AnalyticSettings.Default,
            TestContext.Current.CancellationToken
        );
        Assert.True(
            findings.Any(f => f.Rule.Id == "cordon-analytic-" + rule),
            string.Join('\n', findings.Select(f => $"{f.Rule.Id} {f.Reason}"))
                + $"\n{activities.Count} activities: "
                + string.Join(
                    "; ",
                    activities
                        .OfType<SignIn>()
                        .GroupBy(s => $"{s.System} {s.Verdict} {s.Code}")
                        .Select(g => $"{g.Key} x{g.Count()} accounts {g.Select(s => s.Account).Distinct().Count()}")
                )
        );
    }

    private static List<Activity> Read(string path)
    {
        var fields = new FieldTable();
        var reader = new ActivityReader(fields);
        List<Activity> activities = [];
        foreach (EventPart part in new LogReader(fields).Open(LogFinder.Find([path])))
        {
            part.Read(e => reader.Read(e, activities));
            reader.Complete(activities);
        }

        return activities;
    }
}
