using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>An attack on a <see cref="SignInWorld"/>: how it looks, and whether it gets in.</summary>
internal sealed record SprayPlan
{
    public required string Name { get; init; }

    /// <summary>Part of the accounts that are tried.</summary>
    public double Targets { get; init; } = 1;

    public int MostTargets { get; init; } = 300;

    public int LeastTargets { get; init; } = 8;

    public int Days { get; init; } = 7;

    /// <summary>Tries at each account in a day; below one a part of the accounts each day.</summary>
    public double TriesPerDay { get; init; } = 2;

    /// <summary>Addresses used; 0 for a new one with each try.</summary>
    public int Addresses { get; init; }

    /// <summary>The tool's user agent; null for one of the browsers that everybody has, another with each try.</summary>
    public string? Agent { get; init; } = "BAV2ROPC";

    public string Protocol { get; init; } = "ropc";

    public string On { get; init; } = "entra";

    public bool HasNetworks { get; init; } = true;

    public int Unknown { get; init; }

    public static IReadOnlyList<SprayPlan> All { get; } =
    [
        new()
        {
            Name = "fast from one address",
            Days = 1,
            TriesPerDay = 1,
            Addresses = 1,
        },
        new()
        {
            Name = "rounds from three addresses",
            Days = 5,
            TriesPerDay = 1,
            Addresses = 3,
        },
        new()
        {
            Name = "low and slow, an address each",
            Days = 14,
            TriesPerDay = 1,
        },
        new()
        {
            Name = "very slow, an address each",
            Days = 21,
            TriesPerDay = 0.3,
        },
        new()
        {
            Name = "common browsers, an address each",
            Days = 14,
            TriesPerDay = 1,
            Agent = null,
            Protocol = "Browser",
        },
        new()
        {
            Name = "common browsers, a few addresses",
            Days = 4,
            TriesPerDay = 1,
            Addresses = 20,
            Agent = null,
            Protocol = "Browser",
        },
        new()
        {
            Name = "many tries, many addresses",
            Days = 3,
            TriesPerDay = 24,
            Addresses = 200,
            Agent = "python-requests/2.9",
        },
        new()
        {
            Name = "stuffing with strangers",
            Days = 1,
            TriesPerDay = 1,
            Addresses = 40,
            Unknown = 20,
            Agent = "Go-http-client",
        },
        new()
        {
            Name = "without user agents or networks",
            Days = 7,
            TriesPerDay = 1,
            Agent = "",
            Protocol = "",
            On = "vpn",
            HasNetworks = false,
        },
    ];

    /// <summary>Carries it out; gives the account that is won, or null.</summary>
    public string? Run(SignInWorld world, bool wins)
    {
        Dice dice = world.Dice;
        int count = Math.Clamp((int)(world.Accounts.Length * Targets), LeastTargets, MostTargets);
        List<string> targets = [.. world.Accounts.OrderBy(_ => dice.Value()).Take(count)];
        for (int i = 0; i < Unknown; i++)
        {
            targets.Add($"stranger{i}@lab.example");
        }

        int begin = 3 + dice.Next(Math.Max(1, SignInWorld.Days - Days - 4));
        string[] addresses = [.. Enumerable.Range(0, Addresses).Select(_ => world.Fresh())];
        string? won = null;
        string prey = targets[dice.Next(count)];
        double winsAt = (Days * (0.3 + (0.5 * dice.Value()))) + begin;
        for (int day = begin; day < begin + Days; day++)
        {
            foreach (string target in targets)
            {
                int tries = (int)TriesPerDay + (dice.Chance(TriesPerDay - (int)TriesPerDay) ? 1 : 0);
                for (int i = 0; i < tries; i++)
                {
                    double hour = TriesPerDay > 1 ? 24.0 * (i + dice.Value()) / tries : 1 + (22 * dice.Value());
                    bool isWin =
                        wins && won is null && target == prey && (day + 1 >= winsAt || day == begin + Days - 1);
                    if (won == target)
                    {
                        break;
                    }

                    Try(world, target, world.At(day, Days == 1 ? 10 + (dice.Value() * 0.5) : hour), addresses, isWin);
                    won = isWin ? target : won;
                }
            }
        }

        return won;
    }

    private void Try(SignInWorld world, string target, DateTime time, string[] addresses, bool isWin)
    {
        Dice dice = world.Dice;
        world.Add(
            time,
            target,
            isWin ? SignInVerdict.Succeeded
                : target.StartsWith("stranger", StringComparison.Ordinal) ? SignInVerdict.NoSuchAccount
                : dice.Chance(0.05) ? SignInVerdict.Blocked
                : SignInVerdict.Rejected,
            addresses.Length == 0 ? world.Fresh() : addresses[dice.Next(addresses.Length)],
            HasNetworks ? 60000 + dice.Next(40) : null,
            HasNetworks ? new[] { "RO", "NL", "US", "RU" }[dice.Next(4)] : "",
            Agent ?? world.People[dice.Next(world.People.Length)].Browser,
            Protocol is "Browser" ? "OfficeHome" : "Office 365 Exchange Online",
            Protocol,
            On
        );
    }
}
