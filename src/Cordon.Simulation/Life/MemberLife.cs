using System.Globalization;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Life;

/// <summary>The ordinary life of a member, one day after the other: nobody attacks here, however odd some of it looks.</summary>
internal sealed class MemberLife
{
    private const int SyncMinutes = 180;

    private readonly Member _member;
    private readonly OrdinaryRates _rates;
    private readonly string _profile;
    private readonly long _seed;
    private readonly DateTime _start;
    private readonly int _holiday;
    private readonly Dictionary<int, Journey> _journeys = [];
    private readonly List<StaleClient> _stale = [];
    private readonly Person? _service;

    public MemberLife(Member member, SimulationProfile profile, long seed, DateTime start, int days)
    {
        (_member, _rates, _profile, _seed, _start) = (member, profile.Ordinary, profile.Name, seed, start);
        Chance chance = Of("life");
        _holiday = chance.Below(days * 2);
        foreach (Person person in member.People)
        {
            if (chance.Hit(_rates.Travel * days))
            {
                int from = chance.Below(days);
                int place = chance.Below(Place.All.Count);
                _journeys[person.Index] = new Journey(
                    from,
                    from + chance.Between(1, 6),
                    Network.Homes[place].At(400_000 + (member.Index * 97) + person.Index),
                    Place.All[place]
                );
            }

            if (chance.Hit(_rates.StaleClients * days / 3_000))
            {
                int from = chance.Below(days);
                bool isExpired = chance.Hit(0.4);
                _stale.Add(
                    new StaleClient(
                        person,
                        from,
                        from + chance.Between(1, 5),
                        chance.Between(12, 45),
                        isExpired ? 50055 : 50126
                    )
                );
            }
        }

        _service = chance.Hit(0.35) ? chance.Pick(member.People) : null;
    }

    /// <summary>Adds what happens on a day (of UTC; people live by their own clocks), in no order.</summary>
    public void Day(int day, List<SimEvent> events)
    {
        Chance chance = Of("day", day.ToString(CultureInfo.InvariantCulture));
        DateTime date = _start.AddDays(day);
        bool isFree = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == _holiday;
        var offices = new OfficeDay(_member, _rates, chance, events);
        foreach (Person person in _member.People)
        {
            if (day < person.FirstDay)
            {
                continue;
            }

            if (day == person.FirstDay && day > 0)
            {
                NewEmployee(chance, person, date, events);
            }

            Journey? journey =
                _journeys.GetValueOrDefault(person.Index) is { } j && day >= j.From && day <= j.To ? j : null;
            bool works = person.IsOnShifts ? chance.Hit(0.68) : !isFree && chance.Hit(0.93);
            if (works)
            {
                offices.Person(person, date, journey);
            }
            else
            {
                offices.FreeDay(person, date, journey);
            }
        }

        new MailDay(_member, _rates, chance, events).Day(date, isFree);
        Machines(chance, day, date, events);
        new AdministratorDay(_member, chance, events).Day(date, isFree);
        Synchronise(Of("synchronised", day.ToString(CultureInfo.InvariantCulture)), date, events);
    }

    // The directory is brought in line with the house's own, day and night, so that its log is never silent for long.
    private void Synchronise(Chance chance, DateTime date, List<SimEvent> events)
    {
        string account = $"sync-service@{_member.Domain}";
        string id = Of("synchronised").Guid().ToString();
        for (
            DateTime time = date.AddMinutes(chance.Below(SyncMinutes));
            time < date.AddDays(1);
            time = time.AddMinutes(SyncMinutes + chance.Between(-20, 20))
        )
        {
            Person person = chance.Pick(_member.People);
            events.Add(
                new DirectoryEvent(time)
                {
                    Mark = chance.Guid().ToString(),
                    What = "update",
                    Actor = account,
                    ActorId = id,
                    Target = person.Account,
                    TargetId = person.Id,
                    Detail = "telephoneNumber",
                    From = _member.OfficeAddress,
                }
            );
        }
    }

    // Clients with old passwords, services with wrong ones, and the scanner.
    private void Machines(Chance chance, int day, DateTime date, List<SimEvent> events)
    {
        foreach (StaleClient client in _stale)
        {
            if (day < client.From || day > client.To)
            {
                continue;
            }

            Endpoint from = chance.Hit(0.7) ? client.Person.HomeAddress : _member.OfficeAddress;
            for (
                DateTime time = date.AddMinutes(chance.Below(client.Minutes));
                time < date.AddDays(1);
                time = time.AddSeconds(client.Minutes * 60 + chance.Between(-20, 20))
            )
            {
                events.Add(
                    Say.SignIn(time, client.Person, client.Person.Phone, from, CloudApp.Mail, "", client.Code) with
                    {
                        ClientApp = "Exchange ActiveSync",
                        Protocol = "",
                    }
                );
            }
        }

        if (_service is { } owner)
        {
            string login = "svc-backup";
            for (
                DateTime time = date.AddMinutes(7 + chance.Below(5));
                time < date.AddDays(1);
                time = time.AddMinutes(30)
            )
            {
                events.Add(
                    WindowsEvents.WrongPassword(
                        time,
                        login,
                        _member.WindowsDomain,
                        $"10.{_member.Index % 200}.0.20",
                        900
                    )
                );
            }

            if (date.DayOfWeek == DayOfWeek.Wednesday && owner.UsesLinux)
            {
                events.Add(
                    new LinuxEvent(
                        date.AddHours(3),
                        "sshd",
                        2_100,
                        $"Failed password for {login} from 10.{_member.Index % 200}.0.20 port 40110 ssh2"
                    )
                );
            }
        }

        // Suppliers look after their machines.
        foreach (Tie tie in _member.Ties)
        {
            if (
                tie.Ties.Contains("vpn", StringComparer.Ordinal)
                && date.DayOfWeek is > DayOfWeek.Sunday and < DayOfWeek.Saturday
                && chance.Hit(0.5)
            )
            {
                DateTime time = date.AddHours(8).AddMinutes(chance.Below(500));
                events.AddRange(VpnLines.Of(time, tie.VpnAccount, tie.Address.Address, isSuccess: true));
            }
        }

        if (date.DayOfWeek == DayOfWeek.Tuesday)
        {
            Scanner(chance, date.AddHours(1), events);
        }
    }

    // The organisation's own scanner: guesses common names everywhere, once a week, from an address that cordon.yaml names.
    private void Scanner(Chance chance, DateTime time, List<SimEvent> events)
    {
        string address = _member.ScannerAddress.Address;
        foreach (string name in (string[])["root", "admin", "test", "guest", "oracle", "postgres", "scanner"])
        {
            time = time.AddSeconds(chance.Between(1, 5));
            string known = name == "root" ? "" : "invalid user ";
            events.Add(
                new LinuxEvent(
                    time,
                    "sshd",
                    chance.Between(2_000, 30_000),
                    $"Failed password for {known}{name} from {address} port {chance.Between(33_000, 60_000)} ssh2"
                )
            );
            events.Add(
                WindowsEvents.LogOnFailed(
                    time,
                    "DC01",
                    name,
                    _member.WindowsDomain,
                    address,
                    "SCANNER01",
                    isUnknown: true
                )
            );
        }
    }

    private void NewEmployee(Chance chance, Person person, DateTime date, List<SimEvent> events)
    {
        Person admin = Say.Administrator(_member);
        DateTime time = _member.Place.Utc(date.AddHours(8)).AddMinutes(chance.Below(60));
        events.Add(Say.Change(time.AddHours(-20), "add-user", admin, person, _member.OfficeAddress));
        events.Add(
            Say.SignIn(
                time,
                person,
                person.Computer,
                _member.OfficeAddress,
                CloudApp.Portal,
                Say.Session(chance),
                person.HasSecondFactor ? 50079 : 0
            )
        );
        if (person.HasSecondFactor)
        {
            events.Add(Say.Change(time.AddMinutes(4), "method", person, person, _member.OfficeAddress));
        }
    }

    private Chance Of(params ReadOnlySpan<string> path) => Chance.Of(_seed, [_profile, _member.Id, .. path]);

    internal sealed record Journey(int From, int To, Endpoint Address, Place Place);

    private sealed record StaleClient(Person Person, int From, int To, int Minutes, int Code);
}
