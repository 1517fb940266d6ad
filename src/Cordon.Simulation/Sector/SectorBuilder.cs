using System.Globalization;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;

namespace Cordon.Simulation.Sector;

/// <summary>Makes members of the sector; each by itself, so that none depends on how many there are.</summary>
internal static class SectorBuilder
{
    private static readonly string[] Departments =
    [
        "research",
        "production",
        "quality",
        "procurement",
        "sales",
        "finance",
        "it",
        "logistics",
        "clinical",
        "management",
    ];

    /// <summary>Makes a member with all but its logs.</summary>
    public static Member Make(int index, long seed, SimulationProfile profile, DateTime start, int days)
    {
        Chance chance = Chance.Of(seed, profile.Name, "member", index.ToString(CultureInfo.InvariantCulture));
        KindSize size =
            index < Enum.GetValues<MemberKind>().Length
                ? profile.Kinds.First(k => (int)k.Item.Kind == index).Item
                : chance.Pick(profile.Kinds);
        (string name, string label) = SectorNames.Member(index, size.Kind, chance);
        string domain = label + ".example";
        int placeIndex = chance.Below(Place.All.Count);
        Place place = Place.All[placeIndex];
        int count = chance.Between(size.Least, size.Most);
        List<Person> people = People(chance, profile, index, domain, placeIndex, count, size.Kind, days);
        LogPlan plan = LogPlanner.Make(chance, profile, size.Kind, start, days);
        List<string> hosts = plan.Has(SimLog.Hosts)
            ?
            [
                .. chance
                    .Some(people, size.Kind is MemberKind.Maker or MemberKind.Hospital ? 5 : 3)
                    .Select(static p => p.Computer.Name),
            ]
            : [];
        return new Member
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"m{index + 1:D3}-{label}"),
            Index = index,
            Kind = size.Kind,
            Name = name,
            Domain = domain,
            Place = place,
            Office = Network.Offices[placeIndex],
            People = people,
            Ties = Ties(chance),
            WatchedHosts = hosts,
            ProtectedNames = [name, "World Health Organization", people[0].Name],
            Tenant = chance.Guid().ToString(),
            Logs = plan,
        };
    }

    private static List<Person> People(
        Chance chance,
        SimulationProfile profile,
        int member,
        string domain,
        int placeIndex,
        int count,
        MemberKind kind,
        int days
    )
    {
        OrdinaryRates rates = profile.Ordinary;
        var people = new List<Person>(count);
        var logins = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string name = SectorNames.Person(chance);
            string stem = name.ToLowerInvariant().Replace(' ', '.');
            string login = stem;
            for (int n = 2; !logins.Add(login); n++)
            {
                login = stem + n.ToString(CultureInfo.InvariantCulture);
            }

            (string Agent, string Browser, string System) computer = chance.Pick(rates.Computers);
            (string Agent, string Browser, string System) phone = chance.Pick(rates.Phones);
            int home = chance.Hit(0.97) ? placeIndex : chance.Below(Place.All.Count);
            string inside = $"10.{member % 200}.{1 + (i / 200)}.{10 + (i % 200)}";
            people.Add(
                new Person
                {
                    Name = name,
                    Login = login,
                    Account = $"{login}@{domain}",
                    Id = chance.Guid().ToString(),
                    Index = i,
                    Department = i % 20 == 1 ? "it" : chance.Pick(Departments),
                    Home = Place.All[home],
                    HomeAddress = Network.Homes[home].At((member * 1_009) + (i * 3) + chance.Below(3)),
                    Computer = new Device(
                        chance.Guid().ToString(),
                        $"WS-{member + 1:D3}-{i + 1:D3}",
                        computer.Agent,
                        computer.Browser,
                        computer.System,
                        inside
                    ),
                    Phone = new Device(chance.Guid().ToString(), "", phone.Agent, phone.Browser, phone.System, ""),
                    Begins = 7.5 + (chance.Unit() * 2.5),
                    IsOnShifts =
                        kind is MemberKind.Hospital or MemberKind.Maker or MemberKind.Carrier
                        && chance.Hit(rates.Shifts),
                    RemoteShare = chance.Hit(rates.Remote) ? 0.2 + (chance.Unit() * 0.6) : 0,
                    HasSecondFactor = chance.Hit(rates.SecondFactor),
                    IsAdministrator = i % 20 == 1,
                    UsesLinux = kind is MemberKind.Laboratory or MemberKind.Maker && chance.Hit(0.4),
                    FirstDay = i > 3 && chance.Hit(0.02) ? chance.Between(1, Math.Max(1, days - 2)) : 0,
                }
            );
        }

        return people;
    }

    private static List<Tie> Ties(Chance chance)
    {
        List<Tie> ties =
        [
            new("Global Vaccine Agency", "global-vaccine-agency.example", "Bulletin", ["mail"], Network.Partners.At(2)),
            new(
                "National Health Agency",
                "national-health-agency.example",
                "Press Office",
                ["mail"],
                Network.Partners.At(3)
            ),
        ];
        for (int i = chance.Between(3, 6); i > 0; i--)
        {
            int number = chance.Below(40);
            string label =
                $"partner{number + 1:D2}-{(number % 3 == 0 ? "coldchain" : number % 3 == 1 ? "reagents" : "systems")}";
            if (ties.TrueForAll(t => t.Domain != label + ".example"))
            {
                Chance of = Chance.Of(number, "partner");
                ties.Add(
                    new Tie(
                        char.ToUpperInvariant(label[0]) + label[1..].Replace('-', ' '),
                        label + ".example",
                        SectorNames.Person(of),
                        number % 3 == 0 ? ["mail", "deliveries"]
                            : number % 3 == 1 ? ["mail"]
                            : ["mail", "vpn"],
                        Network.Partners.At(10 + number)
                    )
                );
            }
        }

        return ties;
    }
}
