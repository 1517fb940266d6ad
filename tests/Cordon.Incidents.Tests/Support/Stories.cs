using Cordon.Events;
using Cordon.Events.Activities;
using static Cordon.Incidents.Tests.Support.Story;

namespace Cordon.Incidents.Tests.Support;

/// <summary>Stories that several tests begin with.</summary>
internal static class Stories
{
    public static readonly string[] People =
    [
        "amal@lab.example",
        "bo@lab.example",
        "chidi@lab.example",
        "dana@lab.example",
        "eva@lab.example",
        "femi@lab.example",
    ];

    /// <summary>A spray against all, on day 10 from 03:00, one address for each try, with ordinary life around it.</summary>
    public static Story Spray(
        string code = "50126",
        SignInVerdict verdict = SignInVerdict.Rejected,
        bool? right = false
    )
    {
        Story story = new Story().Life(20, People);
        List<Activity> tries = [];
        for (int i = 0; i < People.Length; i++)
        {
            tries.Add(
                story.SignIn(People[i], At(10, 3, i * 5), verdict, $"198.51.100.{i + 1}", AttackerAgent, code, right)
            );
        }

        story.Analytic(
            "Password spray",
            Level.High,
            "T1110.003",
            tries,
            [.. People.Select(Account), .. tries.Select((_, i) => From($"198.51.100.{i + 1}"))]
        );
        return story;
    }

    /// <summary>A lure with a link to one recipient on day 10 at 09:00.</summary>
    public static Story Lure(MailStatus status = MailStatus.Delivered)
    {
        Story story = new Story().Life(20, People);
        Mail mail = story.Mail(At(10, 9), status, "https://portal.lure.example/job");
        story.Analytic(
            "Spear-phishing mail",
            Level.High,
            "T1566.002",
            [mail],
            Recipient("amal@lab.example"),
            Sender("jobs@lure.example"),
            new FindingEntity(new Observable(ObservableKind.Message, mail.MessageId), EntityRole.Related)
        );
        return story;
    }
}
