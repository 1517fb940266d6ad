using System.Globalization;
using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>
/// Thirty days of an organisation that does not exist: offices behind one address, homes, phones whose addresses change, travellers, typing errors,
/// forgotten and expired passwords, clients and services that nobody told of the new one. The same seed gives the same days.
/// </summary>
internal sealed class SignInWorld
{
    public const int Days = 30;
    public static readonly DateTime Start = new(2021, 1, 4, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Browsers =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/87.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/87.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/14.0",
        "Mozilla/5.0 (Windows NT 10.0; rv:84.0) Firefox/84.0",
    ];
    private static readonly string[] Phones = ["Outlook-iOS/2.0", "Outlook-Android/2.0", "Mozilla/5.0 (iPhone) Safari"];
    private static readonly string[] Doors = ["Office 365 Exchange Online", "OfficeHome", "Microsoft Teams"];
    private readonly List<SignIn> _signIns = [];
    private readonly List<AccountAction> _actions = [];
    private long _position;

    public SignInWorld(int accounts, ulong seed)
    {
        Dice = new Dice(seed);
        Accounts = [.. Enumerable.Range(0, accounts).Select(i => $"u{i:D4}@lab.example")];
        People = [.. Accounts.Select((a, i) => new Person(a, Dice, i))];
        LiveOrdinaryDays();
    }

    public Dice Dice { get; }

    public string[] Accounts { get; }

    public Person[] People { get; }

    public Organisation Organisation { get; init; } = new() { Name = "lab", Domains = ["lab.example"] };

    public List<AccountAction> Actions => _actions;

    internal sealed class Person(string account, Dice dice, int number)
    {
        public string Account => account;

        public string Home { get; set; } = $"198.18.{number / 200}.{1 + (number % 200)}";

        public int HomeSystem { get; } = 3320 + dice.Next(4);

        public string Browser { get; } = Browsers[dice.Next(Browsers.Length)];

        public string Phone { get; } = Phones[dice.Next(Phones.Length)];

        public bool IsRemote { get; } = dice.Chance(0.3);

        public double Carelessness { get; } = dice.Chance(0.1) ? 0.25 : 0.05;
    }

    public ActivityTimeline Timeline() =>
        new()
        {
            Organisation = Organisation,
            SignIns = [.. _signIns.OrderBy(s => s.Time).ThenBy(s => s.Origin.Position)],
            Actions = [.. _actions.OrderBy(s => s.Time).ThenBy(s => s.Origin.Position)],
        };

    public IReadOnlyList<Finding> Run() => AnalyticSuite.Run(Timeline(), AnalyticSettings.Default);

    public EventOrigin Origin(DateTime time) =>
        new()
        {
            Source = "signins.json",
            Position = ++_position,
            Time = time,
        };

    public SignIn Add(
        DateTime time,
        string account,
        SignInVerdict verdict,
        string address,
        long? system = 64500,
        string country = "DE",
        string agent = "",
        string door = "OfficeHome",
        string protocol = "Browser",
        string on = "entra"
    )
    {
        SignIn signIn = new()
        {
            Origin = Origin(time),
            Time = time,
            System = on,
            Account = account,
            Verdict = verdict,
            IsPasswordRight = verdict switch
            {
                SignInVerdict.Succeeded or SignInVerdict.Stopped => true,
                SignInVerdict.Rejected => false,
                _ => null,
            },
            Address = address,
            AutonomousSystem = system,
            Country = country,
            UserAgent = agent,
            Application = door,
            Protocol = protocol,
        };
        _signIns.Add(signIn);
        return signIn;
    }

    public void Add(SignIn signIn) => _signIns.Add(signIn);

    public void Add(AccountAction action) => _actions.Add(action);

    /// <summary>An address that nobody had before.</summary>
    public string Fresh() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{11 + Dice.Next(80)}.{Dice.Next(250)}.{Dice.Next(250)}.{1 + Dice.Next(250)}"
        );

    public double Hours(int day, double hour) => (day * 24) + hour;

    public DateTime At(int day, double hour) => Start.AddDays(day).AddHours(hour);

    private void LiveOrdinaryDays()
    {
        int holiday = 5 + Dice.Next(15);
        foreach (Person person in People)
        {
            int expiry = Dice.Next(120);
            int trip = Dice.Chance(0.15) ? 3 + Dice.Next(20) : -1;
            string hotel = Fresh();
            string land = new[] { "FR", "US", "IT", "GB" }[Dice.Next(4)];
            for (int day = 0; day < Days; day++)
            {
                bool isWeekend = Start.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
                if (Dice.Chance(isWeekend ? 0.8 : 0.08) || (day == holiday && Dice.Chance(0.9)))
                {
                    continue;
                }

                bool isTrip = trip >= 0 && day >= trip && day < trip + 3;
                if (Dice.Chance(0.01))
                {
                    person.Home = Fresh();
                }

                bool isHome = !isTrip && (person.IsRemote || Dice.Chance(0.2));
                string address =
                    isTrip ? hotel
                    : isHome ? person.Home
                    : "192.0.2.10";
                long system =
                    isTrip ? 64700 + (hotel[0] % 7)
                    : isHome ? person.HomeSystem
                    : 64500;
                string country = isTrip ? land : "DE";
                DateTime time = At(day, 8 + (Dice.Value() * 1.5));
                double careless = person.Carelessness * (Start.AddDays(day).DayOfWeek == DayOfWeek.Monday ? 2 : 1);
                if (isHome && !isTrip)
                {
                    Add(
                        time.AddMinutes(2),
                        person.Account,
                        SignInVerdict.Succeeded,
                        address,
                        null,
                        "",
                        "",
                        "",
                        "",
                        "vpn"
                    );
                }

                Morning(person, day, time, address, system, country, careless, expiry);
                if (Dice.Chance(0.5))
                {
                    // The phone, somewhere: its provider gives it another address each time.
                    string mobile = $"198.19.{Dice.Next(250)}.{1 + Dice.Next(250)}";
                    if (day == expiry || Dice.Chance(0.01))
                    {
                        Add(
                            At(day, 12),
                            person.Account,
                            SignInVerdict.Rejected,
                            mobile,
                            64600,
                            "DE",
                            person.Phone,
                            Doors[0],
                            "Mobile"
                        );
                    }

                    Add(
                        At(day, 12.1 + Dice.Value()),
                        person.Account,
                        SignInVerdict.Succeeded,
                        mobile,
                        64600,
                        "DE",
                        person.Phone,
                        Doors[0],
                        "Mobile"
                    );
                }

                if (Dice.Chance(0.003))
                {
                    // Somebody at a friend's or in a café who gives up.
                    string cafe = Fresh();
                    DateTime evening = At(day, 17 + (Dice.Value() * 5));
                    for (int i = 0; i <= Dice.Next(4); i++)
                    {
                        Add(
                            evening.AddSeconds(i * 20),
                            person.Account,
                            SignInVerdict.Rejected,
                            cafe,
                            64800,
                            "DE",
                            Browsers[Dice.Next(4)]
                        );
                    }
                }

                if (Dice.Chance(0.02))
                {
                    // A name mistyped at the desk.
                    Add(
                        time.AddMinutes(-1),
                        "x" + person.Account,
                        SignInVerdict.NoSuchAccount,
                        address,
                        system,
                        country,
                        person.Browser
                    );
                }
            }

            if (Dice.Chance(0.03))
            {
                // An old client that asks again every half hour, for days, with a password that was changed.
                int begin = Dice.Next(20);
                for (int i = 0; i < 48 * 6; i++)
                {
                    Add(
                        At(begin, i * 0.5),
                        person.Account,
                        SignInVerdict.Rejected,
                        person.Home,
                        person.HomeSystem,
                        "DE",
                        "CalDAV/1.0",
                        Doors[0],
                        "Other clients"
                    );
                }
            }
        }

        for (int service = 0; service < 2 + (Accounts.Length / 100); service++)
        {
            // A service on a rented server: right until its secret ran out.
            string server = $"203.0.113.{1 + (service % 250)}";
            int breaks = Dice.Next(40);
            for (int i = 0; i < Days * 4; i++)
            {
                Add(
                    At(0, (i * 6) + 0.2),
                    $"svc{service}@lab.example",
                    i / 4 < breaks ? SignInVerdict.Succeeded : SignInVerdict.Rejected,
                    server,
                    64900,
                    "IE",
                    "python-requests/2.25",
                    "Reports",
                    "ropc"
                );
            }
        }
    }

    private void Morning(
        Person person,
        int day,
        DateTime time,
        string address,
        long system,
        string country,
        double careless,
        int expiry
    )
    {
        if (Dice.Chance(careless) || day == expiry)
        {
            int typos = 1 + Dice.Next(3);
            for (int i = 0; i < typos; i++)
            {
                Add(
                    time.AddSeconds(-15 * (typos - i)),
                    person.Account,
                    SignInVerdict.Rejected,
                    address,
                    system,
                    country,
                    person.Browser
                );
            }
        }

        if (Dice.Chance(0.1))
        {
            Add(time.AddSeconds(-5), person.Account, SignInVerdict.Stopped, address, system, country, person.Browser);
        }

        Add(
            time,
            person.Account,
            SignInVerdict.Succeeded,
            address,
            system,
            country,
            person.Browser,
            Doors[Dice.Next(3)]
        );
    }
}
