using Cordon.Simulation.Chances;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Life;

/// <summary>A day of work of one person: signing in here and there, with typing errors, forgotten passwords and prompts.</summary>
internal sealed class OfficeDay(Member member, OrdinaryRates rates, Chance chance, List<SimEvent> events)
{
    private static readonly CloudApp[] Apps = [CloudApp.Portal, CloudApp.Mail, CloudApp.Teams, CloudApp.Office];
    private static readonly string[] Sites =
    [
        "intranet",
        "journals.reading-room.example",
        "news.daily-paper.example",
        "maps.city-guide.example",
        "search.find-it.example",
        "files.shared-drive.example",
        "travel.rail-tickets.example",
        "weather.sky-today.example",
        "orders.lab-supplies.example",
    ];

    /// <summary>A day of work.</summary>
    public void Person(Person person, DateTime date, MemberLife.Journey? journey)
    {
        Place clock = journey?.Place ?? person.Home;
        double begins = person.IsOnShifts ? chance.Pick([6.0, 14.0, 22.0]) : person.Begins;
        DateTime start = clock.Utc(
            DateTime.SpecifyKind(date, DateTimeKind.Unspecified).AddHours(begins + (chance.Normal() * 0.25))
        );
        bool isRemote = journey is not null || chance.Hit(person.RemoteShare);
        bool isTunnelled = isRemote && person.Index % 5 < 2;
        Endpoint outside = journey?.Address ?? person.HomeAddress;
        Endpoint from =
            !isRemote ? member.OfficeAddress
            : isTunnelled ? member.VpnAddress
            : outside;
        string session = Say.Session(chance);
        if (isRemote && isTunnelled)
        {
            Vpn(person, start.AddMinutes(-3), outside);
        }

        if (!isRemote)
        {
            Windows(person, start.AddMinutes(-2), date);
        }

        int signIns = 1 + chance.Count(rates.SignIns - 1);
        for (int i = 0; i < signIns; i++)
        {
            DateTime time = start.AddMinutes(i == 0 ? chance.Below(15) : chance.Below(480));
            bool isPhone = i > 0 && chance.Hit(0.4);
            Device device = isPhone ? person.Phone : person.Computer;
            SignIn(
                person,
                device,
                isPhone ? PhoneAddress(person, journey) : from,
                time,
                isPhone ? Say.Session(chance) : session,
                date
            );
        }

        for (int i = chance.Count(rates.Renewals); i > 0; i--)
        {
            bool isPhone = chance.Hit(0.4);
            events.Add(
                Say.Renewal(
                    start.AddMinutes(chance.Below(isPhone ? 900 : 500)).AddSeconds(chance.Below(60)),
                    person,
                    isPhone ? person.Phone : person.Computer,
                    isPhone ? PhoneAddress(person, journey) : from,
                    chance.Pick(Apps),
                    isPhone ? "" : session
                )
            );
        }

        for (int i = chance.Count(rates.Activities); i > 0; i--)
        {
            Activity(person, start.AddMinutes(chance.Below(480)).AddSeconds(chance.Below(60)), from, session);
        }

        Web(person, start, from);
        if (person.UsesLinux && chance.Hit(0.5))
        {
            Linux(
                person,
                start.AddMinutes(chance.Between(10, 300)),
                isRemote ? member.VpnAddress.Address : person.Computer.InsideAddress
            );
        }

        if (!isRemote && member.WatchedHosts.Contains(person.Computer.Name, StringComparer.Ordinal))
        {
            HostDay.Add(member, person, start, chance, events);
        }
    }

    /// <summary>A day off: the phone goes on.</summary>
    public void FreeDay(Person person, DateTime date, MemberLife.Journey? journey)
    {
        for (int i = chance.Count(rates.Renewals * 0.5); i > 0; i--)
        {
            DateTime time = person.Home.Utc(
                DateTime.SpecifyKind(date, DateTimeKind.Unspecified).AddHours(7 + (chance.Unit() * 16))
            );
            bool isAtHome = chance.Hit(0.6);
            events.Add(
                Say.Renewal(
                    time,
                    person,
                    person.Phone,
                    isAtHome ? journey?.Address ?? person.HomeAddress : PhoneAddress(person, journey),
                    CloudApp.Mail,
                    ""
                )
            );
        }

        if (chance.Hit(0.05))
        {
            DateTime time = person.Home.Utc(
                DateTime.SpecifyKind(date, DateTimeKind.Unspecified).AddHours(9 + (chance.Unit() * 12))
            );
            SignIn(person, person.Computer, journey?.Address ?? person.HomeAddress, time, Say.Session(chance), date);
        }
    }

    private void SignIn(Person person, Device device, Endpoint from, DateTime time, string session, DateTime date)
    {
        CloudApp app = chance.Pick(Apps);
        double typo = rates.Typo * (date.DayOfWeek == DayOfWeek.Monday ? rates.MondayFactor : 1);
        if (chance.Hit(typo))
        {
            int wrong = chance.Hit(0.08) ? chance.Between(4, 9) : chance.Between(1, 2);
            for (int i = 0; i < wrong; i++)
            {
                int code = i >= 7 ? 50053 : 50126;
                events.Add(
                    Say.SignIn(time.AddSeconds((i * 11) + chance.Below(8)), person, device, from, app, "", code)
                );
            }

            time = time.AddSeconds((wrong * 12) + 20);
            if (wrong > 4)
            {
                // The help desk sets a new password.
                Person admin = Say.Administrator(member);
                time = time.AddMinutes(chance.Between(5, 60));
                events.Add(Say.Change(time, "reset", admin, person, member.OfficeAddress));
                time = time.AddMinutes(3);
            }
        }

        if (chance.Hit(0.0012))
        {
            events.Add(Say.SignIn(time, person, device, from, app, "", 50055));
            events.Add(Say.Change(time.AddSeconds(50), "change", person, person, from));
            time = time.AddSeconds(80);
        }

        if (chance.Hit(0.02))
        {
            events.Add(Say.SignIn(time, person, device, from, app, session, chance.Hit(0.7) ? 50140 : 65001));
            time = time.AddSeconds(4);
        }

        string factor =
            !person.HasSecondFactor ? ""
            : chance.Hit(0.7) ? "claim"
            : "push";
        if (factor == "push")
        {
            if (chance.Hit(0.15))
            {
                events.Add(Say.SignIn(time, person, device, from, app, session, 50074, "required"));
                time = time.AddSeconds(15);
            }

            if (chance.Hit(0.02))
            {
                events.Add(
                    Say.SignIn(time, person, device, from, app, session, 500121, chance.Hit(0.5) ? "denied" : "silent")
                );
                time = time.AddSeconds(40);
            }
        }

        events.Add(Say.SignIn(time, person, device, from, app, session, 0, factor));
    }

    private Endpoint PhoneAddress(Person person, MemberLife.Journey? journey)
    {
        Place place = journey?.Place ?? person.Home;
        for (int i = 0; i < Place.All.Count; i++)
        {
            if (Place.All[i] == place)
            {
                return Network.Phones[i].At((person.Index * 5) + chance.Below(5));
            }
        }

        return person.HomeAddress;
    }

    private void Activity(Person person, DateTime time, Endpoint from, string session)
    {
        int kind = chance.Below(100);
        (string operation, string what) = kind switch
        {
            < 40 => ("MailItemsAccessed", ""),
            < 65 => ("FileAccessed", $"Documents/{person.Department}/report-{chance.Below(400)}.docx"),
            < 75 => ("FileDownloaded", $"Documents/{person.Department}/table-{chance.Below(400)}.xlsx"),
            < 90 => ("Send", ""),
            < 97 => ("SoftDelete", ""),
            < 98 => ("New-InboxRule", ""),
            _ => ("FileModified", $"Documents/{person.Department}/report-{chance.Below(400)}.docx"),
        };
        ActivityEvent item = Say.Did(
            time,
            operation,
            person,
            from,
            session,
            operation.StartsWith("File", StringComparison.Ordinal) ? person.Computer.Agent : "Client=Outlook",
            what
        );
        if (operation == "MailItemsAccessed")
        {
            item = item with
            {
                Parameters = [("MailAccessType", chance.Hit(0.85) ? "Bind" : "Sync")],
                Items = chance.Between(1, 12),
                Agent = chance.Hit(0.6) ? "Client=REST;Client=RESTSystem" : "Client=OWA;Action=ViaProxy",
            };
        }
        else if (operation == "New-InboxRule")
        {
            // One person in a hundred working days sorts newsletters or a team's mail.
            item = item with
            {
                Parameters =
                [
                    ("Name", chance.Pick(["Newsletters", "Team", "Orders"])),
                    ("From", chance.Pick(member.Ties).Domain),
                    ("MoveToFolder", chance.Pick(["Newsletters", "Team", "Archive"])),
                ],
            };
        }

        events.Add(item);
    }

    private void Windows(Person person, DateTime time, DateTime date)
    {
        string inside = person.Computer.InsideAddress;
        string domain = member.WindowsDomain;
        if (chance.Hit(rates.Typo * (date.DayOfWeek == DayOfWeek.Monday ? rates.MondayFactor : 1)))
        {
            int wrong = chance.Between(1, 3);
            for (int i = 0; i < wrong; i++)
            {
                events.Add(
                    WindowsEvents.WrongPassword(
                        time.AddSeconds(-40 + (i * 12)),
                        person.Login,
                        domain,
                        inside,
                        person.Index
                    )
                );
            }
        }

        events.Add(WindowsEvents.Ticket(time, person.Login, domain, inside, person.Index));
        events.Add(
            WindowsEvents.LogOn(
                time.AddSeconds(1),
                "DC01",
                person.Login,
                domain,
                inside,
                person.Computer.Name,
                3,
                person.Index
            )
        );
    }

    private void Vpn(Person person, DateTime time, Endpoint from)
    {
        const string Server = "10.0.0.53";
        if (chance.Hit(rates.Typo))
        {
            string shown = member.Logs.HidesVpnUsers ? "*****" : person.Login;
            events.Add(
                new VpnEvent(
                    time.AddSeconds(-30),
                    6,
                    113005,
                    $"AAA user authentication Rejected : reason = AAA failure : server = {Server} : user = {shown} : user IP = {from.Address}"
                )
            );
        }

        events.Add(
            new VpnEvent(
                time,
                6,
                113004,
                $"AAA user authentication Successful : server = {Server} : user = {person.Login}"
            )
        );
        events.Add(
            new VpnEvent(
                time.AddSeconds(1),
                6,
                716038,
                $"Group <Staff> User <{person.Login}> IP <{from.Address}> Authentication: successful, Session Type: WebVPN."
            )
        );
        events.Add(
            new VpnEvent(
                time.AddSeconds(3),
                4,
                722051,
                $"Group <Staff> User <{person.Login}> IP <{from.Address}> IPv4 Address <10.{member.Index % 200}.250.{1 + (person.Index % 250)}> IPv6 address <::> assigned to session"
            )
        );
    }

    private void Linux(Person person, DateTime time, string address)
    {
        int process = chance.Between(2_000, 30_000);
        int port = chance.Between(33_000, 60_000);
        if (chance.Hit(rates.Typo))
        {
            events.Add(
                new LinuxEvent(
                    time.AddSeconds(-9),
                    "sshd",
                    process,
                    $"Failed password for {person.Login} from {address} port {port} ssh2"
                )
            );
        }

        string method = person.Index % 3 == 0 ? "password" : "publickey";
        string key =
            method == "publickey"
                ? ": RSA SHA256:" + Convert.ToBase64String(Guid.Parse(person.Id).ToByteArray()).TrimEnd('=')
                : "";
        events.Add(
            new LinuxEvent(
                time,
                "sshd",
                process,
                $"Accepted {method} for {person.Login} from {address} port {port} ssh2{key}"
            )
        );
        events.Add(
            new LinuxEvent(
                time.AddMilliseconds(300),
                "sshd",
                process,
                $"pam_unix(sshd:session): session opened for user {person.Login} by (uid=0)"
            )
        );
        events.Add(
            new LinuxEvent(
                time.AddMinutes(chance.Between(5, 200)),
                "sshd",
                process,
                $"pam_unix(sshd:session): session closed for user {person.Login}"
            )
        );
    }

    private void Web(Person person, DateTime start, Endpoint from)
    {
        string client =
            from == member.OfficeAddress
                ? person.Computer.InsideAddress
                : $"10.{member.Index % 200}.250.{1 + (person.Index % 250)}";
        for (int i = chance.Count(rates.Requests); i > 0; i--)
        {
            string site = chance.Pick(Sites);
            site = site == "intranet" ? "intranet." + member.Domain : site;
            DateTime time = start.AddMinutes(chance.Below(480)).AddSeconds(chance.Below(60));
            bool isPost = chance.Hit(0.12);
            events.Add(new DnsEvent(time.AddMilliseconds(-80), client, site));
            events.Add(
                new ProxyEvent(time)
                {
                    Client = client,
                    User = person.Login,
                    Method = isPost ? "POST" : "GET",
                    Url = $"https://{site}/{(isPost ? "search" : "page")}/{chance.Below(900)}",
                    Host = site,
                    Sent = chance.Between(300, 2_000),
                    Received = chance.Between(1_000, 90_000),
                    Agent = person.Computer.Agent,
                }
            );
        }
    }
}
