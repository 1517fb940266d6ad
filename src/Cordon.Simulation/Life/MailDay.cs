using Cordon.Simulation.Chances;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Life;

/// <summary>The mail of a day that means no harm: of partners, newsletters, agencies, real job offers, patients, advertisements.</summary>
internal sealed class MailDay(Member member, OrdinaryRates rates, Chance chance, List<SimEvent> events)
{
    private static readonly (string Subject, string Text)[] PartnerTexts =
    [
        (
            "Delivery note {0}",
            "Good morning,\nyour order {0} leaves our warehouse tomorrow. The delivery note is attached.\nKind regards"
        ),
        (
            "Quotation {0}",
            "Dear colleagues,\nas discussed, please find our quotation {0} for the freezers attached. It is valid for 30 days.\nBest regards"
        ),
        (
            "Meeting on Thursday",
            "Hello,\ncan we move our call on Thursday to 14:00? The agenda stays as it is.\nThanks"
        ),
        ("Invoice {0}", "Dear Sir or Madam,\nplease find invoice {0} attached.\nAccounts department"),
        (
            "Re: temperature logger {0}",
            "Hi,\nthe logger {0} was read out without any excursion. The curve is in the attachment.\nRegards"
        ),
    ];

    public void Day(DateTime date, bool isFree)
    {
        int people = member.People.Count;
        for (int i = chance.Count(rates.OutsideMails * people * (isFree ? 0.2 : 1)); i > 0; i--)
        {
            Outside(Time(date));
        }

        for (int i = chance.Count(people * (isFree ? 0.1 : 0.8)); i > 0; i--)
        {
            Person from = chance.Pick(member.People);
            Person to = chance.Pick(member.People);
            events.Add(
                new MailEvent(Time(date))
                {
                    From = from.Account,
                    FromName = from.Name,
                    To = [to.Account],
                    Subject = chance.Pick([
                        "Protocol of today",
                        "Rota",
                        "Lunch?",
                        "Figures for the board",
                        "Re: samples",
                    ]),
                    Sender = member.OfficeAddress,
                    IsInternal = true,
                    Size = chance.Between(4_000, 60_000),
                }
            );
        }

        if (!isFree && chance.Hit(0.15))
        {
            Agency(date);
        }
    }

    private void Outside(DateTime time)
    {
        Person to = chance.Pick(member.People);
        string number = $"{chance.Between(10_000, 99_999)}";
        int kind = chance.Below(100);
        MailEvent mail;
        if (kind < 45)
        {
            Tie tie = chance.Pick(member.Ties.Skip(2).ToList());
            (string subject, string text) = chance.Pick(PartnerTexts);
            bool hasFile = text.Contains("attach", StringComparison.Ordinal);
            mail = Make(
                time,
                tie.Contact,
                Address(tie),
                [to],
                string.Format(System.Globalization.CultureInfo.InvariantCulture, subject, number),
                string.Format(System.Globalization.CultureInfo.InvariantCulture, text, number)
                    + $"\n{tie.Contact}\n{tie.Name}",
                tie.Address
            ) with
            {
                AttachmentName = hasFile ? $"document-{number}.pdf" : "",
                Attachment = hasFile ? "%PDF-1.4\n% Sample document, nothing in it.\n" : "",
                Dmarc = chance.Hit(0.9) ? "pass" : "none",
                Dkim = chance.Hit(0.9) ? "pass" : "none",
            };
        }
        else if (kind < 70)
        {
            List<Person> readers = chance.Some(member.People, chance.Between(1, 6));
            string list = chance.Pick(["weekly-science", "hospital-managers", "cold-chain-news"]);
            mail = Make(
                time,
                "Weekly Letter",
                $"letter@{list}.example",
                readers,
                "This week: " + chance.Pick(["new storage rules", "conference dates", "a look at trials"]),
                "Read the letter of this week.\nYou get this because you subscribed.",
                Network.MailServices.At(20)
            ) with
            {
                ReturnPath = $"bounce-{number}@mailer-service.example",
                ReplyTo = $"editors@{list}.example",
                Link = $"https://click.mailer-service.example/l/{number}",
                LinkText = "Read online",
                Dkim = "pass",
            };
        }
        else if (kind < 74)
        {
            mail = Make(
                time,
                SectorNames.Person(chance),
                "careers@talent-partners.example",
                [to],
                "Position as head of quality",
                "Dear colleague,\nwe look for a head of quality for a client. If that is of interest, I would be glad to call you.\nTalent Partners",
                Network.MailServices.At(30)
            ) with
            {
                Link = "https://www.talent-partners.example/positions/" + number,
                LinkText = "https://www.talent-partners.example/positions/" + number,
            };
        }
        else if (kind < 88)
        {
            string name = SectorNames.Person(chance);
            mail = Make(
                time,
                name,
                $"{name.ToLowerInvariant().Replace(' ', '.')}{chance.Below(90)}@freemail.example",
                [to],
                chance.Pick(["Question", "Appointment", "Thank you"]),
                "Hello,\nI have a question about my appointment next week. Could you call me back?\n" + name,
                Network.MailServices.At(40 + chance.Below(20))
            );
        }
        else if (kind < 96)
        {
            mail = Make(
                time,
                "Big Discounts",
                $"offer{number}@cheap-things.example",
                [to],
                "Only today: office chairs",
                "Chairs at half the price. Unsubscribe below.",
                Network.MailServices.At(100 + chance.Below(60))
            ) with
            {
                Status = "FilteredAsSpam",
                Spf = chance.Pick(["pass", "softfail", "none"]),
                Dkim = "none",
                Dmarc = "none",
                Link = $"https://www.cheap-things.example/{number}",
                LinkText = "Look at the chairs",
            };
        }
        else
        {
            // A service that writes in the name of a partner: passes SPF for itself only, as many real ones do.
            Tie tie = chance.Pick(member.Ties.Skip(2).ToList());
            mail = Make(
                time,
                tie.Name,
                $"noreply@{tie.Domain}",
                [to],
                "Your ticket " + number,
                "Your ticket was closed. Answer to open it again.",
                Network.MailServices.At(50)
            ) with
            {
                ReturnPath = $"bounces@ticket-desk.example",
                Dkim = "none",
                Dmarc = "none",
            };
        }

        // Some people report what is harmless.
        events.Add(chance.Hit(0.004) ? mail with { IsKept = true } : mail);
        if (mail.Link.Length > 0 && mail.Status == "Delivered" && chance.Hit(0.08))
        {
            Click(to, mail, time.AddMinutes(chance.Between(2, 200)));
        }
    }

    private void Agency(DateTime date)
    {
        Tie tie = member.Ties[chance.Below(2)];
        List<Person> readers = chance.Some(member.People, chance.Between(1, 10));
        events.Add(
            Make(
                Time(date),
                tie.Name,
                $"bulletin@{tie.Domain}",
                readers,
                chance.Pick(["Situation report", "Guidance on storage of vaccines", "COVID-19: weekly figures"]),
                "Dear colleagues,\nthe report of this week is on our pages. No sign-in is needed.\n" + tie.Name,
                tie.Address
            ) with
            {
                Link = $"https://www.{tie.Domain}/reports/{date:yyyyMMdd}",
                LinkText = $"https://www.{tie.Domain}/reports/{date:yyyyMMdd}",
                IsKept = chance.Hit(0.1),
            }
        );
    }

    private void Click(Person person, MailEvent mail, DateTime time)
    {
        string host = new Uri(mail.Link).Host;
        events.Add(new DnsEvent(time.AddMilliseconds(-70), person.Computer.InsideAddress, host));
        events.Add(
            new ProxyEvent(time)
            {
                Client = person.Computer.InsideAddress,
                User = person.Login,
                Method = "GET",
                Url = mail.Link,
                Host = host,
                Agent = person.Computer.Agent,
            }
        );
    }

    private static MailEvent Make(
        DateTime time,
        string name,
        string address,
        List<Person> to,
        string subject,
        string text,
        Endpoint sender
    ) =>
        new(time)
        {
            From = address,
            FromName = name,
            To = [.. to.Select(static p => p.Account)],
            Subject = subject,
            Text = text,
            Sender = sender,
        };

    private static string Address(Tie tie) => $"{tie.Contact.ToLowerInvariant().Replace(' ', '.')}@{tie.Domain}";

    private DateTime Time(DateTime date) =>
        member.Place.Utc(
            DateTime
                .SpecifyKind(date, DateTimeKind.Unspecified)
                .AddHours(chance.Hit(0.85) ? 7 + (chance.Unit() * 11) : chance.Unit() * 24)
        );
}
