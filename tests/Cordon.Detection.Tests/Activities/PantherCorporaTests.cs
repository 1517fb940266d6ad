using System.Text.RegularExpressions;
using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Activities;

/// <summary>Events of a public set of rules are recognised as what they are, each by itself, and what they say is taken.</summary>
public sealed class PantherCorporaTests
{
    // A time of its own that was not blacked out.
    private static readonly Regex HasTime = new(
        "\"(time|eventTime|published|creationTime|isotimestamp|created_at)\":\"[0-9]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1)
    );

    [Theory]
    [InlineData("azure_signin_rules", "entra-signin,entra-audit", 20)]
    [InlineData("azure_activity_rules", "azure-activity", 100)]
    [InlineData("microsoft_rules", "m365-unified-audit", 12)]
    [InlineData("okta_rules", "okta", 30)]
    [InlineData("gsuite_activityevent_rules", "google-workspace", 70)]
    [InlineData("duo_rules", "duo", 8)]
    [InlineData("onelogin_rules", "onelogin", 14)]
    [InlineData("aws_cloudtrail_rules", "aws-cloudtrail", 200)]
    public void Each_event_is_read_as_what_it_is(string folder, string formats, int least)
    {
        int events = 0;
        int timed = 0;
        int signIns = 0;
        int actions = 0;
        int unknown = 0;
        List<string> wrong = [];
        foreach ((string name, string json) in PantherEvents.Of(folder))
        {
            if (
                !json.Contains("event", StringComparison.OrdinalIgnoreCase) && folder == "okta_rules"
                || json.Contains("\"is_anomalous\"", StringComparison.Ordinal)
            )
            {
                // A figure that a query over many events gave, and no event.
                continue;
            }

            IdentityLog.Outcome read = IdentityLog.Read(json);
            events++;
            if (!formats.Split(',').Contains(read.Format) || read.Events.Count == 0 || read.Problems.Any(p => p.IsLoss))
            {
                wrong.Add(
                    $"{name}: {read.Format} {read.Refusal} {string.Join("; ", read.Problems.Select(p => p.Message))}"
                );
                continue;
            }

            if (HasTime.IsMatch(json) && read.Events[0].Time is null)
            {
                wrong.Add($"{name}: its time was not read: {json[..Math.Min(json.Length, 400)]}");
            }

            timed += read.Events[0].Time is null ? 0 : 1;
            signIns += read.Activities.OfType<SignIn>().Count();
            actions += read.Activities.OfType<AccountAction>().Count();
            unknown += read.Activities.OfType<SignIn>().Count(s => s.Verdict == SignInVerdict.Unknown);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{folder}: {events} events, {timed} with time, {signIns} sign-ins ({unknown} unknown), {actions} actions"
        );
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(events >= least, $"{events} events");
    }
}
