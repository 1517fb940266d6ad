using Cordon.Simulation.Chances;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Life;

/// <summary>What administrators and users change: new phones, resets, roles, rules, consents to ordinary applications.</summary>
internal sealed class AdministratorDay(Member member, Chance chance, List<SimEvent> events)
{
    public void Day(DateTime date, bool isFree)
    {
        if (isFree)
        {
            return;
        }

        Person admin = Say.Administrator(member);
        double size = member.People.Count / 100.0;
        for (int i = chance.Count(0.4 * size); i > 0; i--)
        {
            Person person = chance.Pick(member.People);
            events.Add(Say.Change(Time(date), "reset", admin, person, member.OfficeAddress));
        }

        for (int i = chance.Count(0.5 * size); i > 0; i--)
        {
            // A new phone: at the desk, after a sign-in with the old one.
            Person person = chance.Pick(member.People);
            DateTime time = Time(date);
            events.Add(
                Say.SignIn(
                    time.AddMinutes(-4),
                    person,
                    person.Computer,
                    member.OfficeAddress,
                    CloudApp.Portal,
                    Say.Session(chance),
                    0,
                    person.HasSecondFactor ? "push" : ""
                )
            );
            events.Add(Say.Change(time, "method", person, person, member.OfficeAddress));
        }

        if (chance.Hit(0.12 * size))
        {
            Person person = chance.Pick(member.People);
            events.Add(
                Consent(
                    Time(date),
                    person,
                    chance.Pick(["Meeting Polls", "Diagram Board", "Citation Keeper"]),
                    "User.Read openid profile"
                )
            );
        }

        if (chance.Hit(0.05))
        {
            events.Add(
                Say.Change(
                    Time(date),
                    "role",
                    admin,
                    chance.Pick(member.People),
                    member.OfficeAddress,
                    "Reports Reader"
                )
            );
        }

        if (chance.Hit(0.04))
        {
            events.Add(
                Say.Did(
                    Time(date),
                    "Set-Mailbox",
                    admin,
                    member.OfficeAddress,
                    "",
                    "",
                    chance.Pick(member.People).Account
                ) with
                {
                    Parameters =
                    [
                        ("Identity", chance.Pick(member.People).Account),
                        ("ForwardingSmtpAddress", "smtp:" + chance.Pick(member.People).Account),
                        ("DeliverToMailboxAndForward", "True"),
                    ],
                }
            );
        }
    }

    /// <summary>A consent that a user gives to an application.</summary>
    public DirectoryEvent Consent(DateTime time, Person person, string application, string scope) =>
        new(time)
        {
            What = "consent",
            Actor = person.Account,
            ActorId = person.Id,
            Target = application,
            TargetId = Chance.Of(application.Length, application).Guid().ToString(),
            Detail = scope,
            From = member.OfficeAddress,
            Agent = person.Computer.Agent,
        };

    private DateTime Time(DateTime date) =>
        member.Place.Utc(DateTime.SpecifyKind(date, DateTimeKind.Unspecified).AddHours(8.5 + (chance.Unit() * 8)));
}
