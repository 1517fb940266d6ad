using Cordon.Simulation.Logs;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Profiles;

/// <summary>
/// Proportions of a simulated sector: who is in it, which logs they have, what is ordinary, how attackers work. All that differs between profiles is
/// here; the code that reads it is one. Immutable.
/// </summary>
internal sealed record SimulationProfile
{
    /// <summary>Its name, as <c>--profile</c> takes it.</summary>
    public required string Name { get; init; }

    /// <summary>What members are, by weight, with least and most accounts.</summary>
    public required IReadOnlyList<(KindSize Item, double Weight)> Kinds { get; init; }

    /// <summary>Identity providers and shapes, by weight.</summary>
    public required IReadOnlyList<(IdentityShape Item, double Weight)> Identities { get; init; }

    /// <summary>Probability that a member has a log; those not named are always there.</summary>
    public required IReadOnlyDictionary<SimLog, double> Presence { get; init; }

    /// <summary>Share of members of which a log that they have was left out, begins late, or has a gap.</summary>
    public required double MissingShare { get; init; }

    /// <summary>Share of members that nobody attacks.</summary>
    public required double QuietShare { get; init; }

    /// <summary>Mean number of attempts at each of the others, at least one.</summary>
    public required double Attempts { get; init; }

    /// <summary>Kinds of attempts, by weight.</summary>
    public required IReadOnlyList<(string Item, double Weight)> AttemptKinds { get; init; }

    /// <summary>How far attempts get, by weight.</summary>
    public required IReadOnlyList<(Course Item, double Weight)> Courses { get; init; }

    /// <summary>Share of attempts that got in whose victims were warned and contained.</summary>
    public required double ContainedShare { get; init; }

    /// <summary>What is ordinary.</summary>
    public required OrdinaryRates Ordinary { get; init; }

    /// <summary>How attackers work.</summary>
    public required AttackerHabits Attackers { get; init; }
}

/// <summary>A kind of member with its size.</summary>
internal sealed record KindSize(MemberKind Kind, int Least, int Most);

/// <summary>How far an attempt gets.</summary>
internal enum Course
{
    /// <summary>Everything is rejected or ignored.</summary>
    Failed,

    /// <summary>A control stops it.</summary>
    Blocked,

    /// <summary>A password comes out, and access is stopped.</summary>
    Exposed,

    /// <summary>A session, a token, or code that runs.</summary>
    Access,

    /// <summary>And something is done with it.</summary>
    FollowOn,
}

/// <summary>How often ordinary things happen.</summary>
internal sealed record OrdinaryRates
{
    /// <summary>Probability of a mistyped password at a sign-in.</summary>
    public required double Typo { get; init; }

    /// <summary>By how much that rises on Monday mornings.</summary>
    public required double MondayFactor { get; init; }

    /// <summary>Share of people who work in shifts, in hospitals and plants.</summary>
    public required double Shifts { get; init; }

    /// <summary>Share of people who work from home on some days.</summary>
    public required double Remote { get; init; }

    /// <summary>Share of accounts with a second factor.</summary>
    public required double SecondFactor { get; init; }

    /// <summary>Probability for each person and day to be on a journey that begins.</summary>
    public required double Travel { get; init; }

    /// <summary>Stale mail clients for each hundred accounts and month.</summary>
    public required double StaleClients { get; init; }

    /// <summary>Interactive sign-ins a person and day.</summary>
    public required double SignIns { get; init; }

    /// <summary>Renewed tokens a person and day.</summary>
    public required double Renewals { get; init; }

    /// <summary>Things done in mailboxes and files a person and day.</summary>
    public required double Activities { get; init; }

    /// <summary>Mails from outside a person and day.</summary>
    public required double OutsideMails { get; init; }

    /// <summary>Requests through the proxy a person and day.</summary>
    public required double Requests { get; init; }

    /// <summary>User-Agents of computers: agent, browser, system.</summary>
    public required IReadOnlyList<(string Agent, string Browser, string System)> Computers { get; init; }

    /// <summary>User-Agents of phones: agent, browser, system.</summary>
    public required IReadOnlyList<(string Agent, string Browser, string System)> Phones { get; init; }
}

/// <summary>How attackers work.</summary>
internal sealed record AttackerHabits
{
    /// <summary>What sprays are sent with: User-Agent, protocol, client application.</summary>
    public required IReadOnlyList<(string Agent, string Protocol, string Client)> SprayTools { get; init; }

    /// <summary>User-Agents of the people who use what was won.</summary>
    public required IReadOnlyList<string> HandAgents { get; init; }

    /// <summary>Networks of distributed sprays.</summary>
    public required IReadOnlyList<Network> SprayNetworks { get; init; }

    /// <summary>Networks of everything that rests on one server.</summary>
    public required IReadOnlyList<Network> ServerNetworks { get; init; }

    /// <summary>Tries at each account in a slow spray.</summary>
    public required (int Least, int Most) SlowTries { get; init; }

    /// <summary>Days that a slow spray takes.</summary>
    public required (int Least, int Most) SlowDays { get; init; }

    /// <summary>Addresses of a slow spray.</summary>
    public required (int Least, int Most) SlowAddresses { get; init; }

    /// <summary>Seconds between tries of a loud spray.</summary>
    public required (int Least, int Most) LoudSeconds { get; init; }

    /// <summary>Tries at one account by brute force.</summary>
    public required (int Least, int Most) BruteTries { get; init; }

    /// <summary>Recipients of a lure at one member.</summary>
    public required (int Least, int Most) Recipients { get; init; }

    /// <summary>Prompts of an MFA fatigue.</summary>
    public required (int Least, int Most) Prompts { get; init; }

    /// <summary>Share of accounts tried that do not exist.</summary>
    public required double UnknownAccounts { get; init; }

    /// <summary>First and last hour (UTC) at which people of the attackers work.</summary>
    public required (int First, int Last) Hours { get; init; }

    /// <summary>Minutes from a password given to its use.</summary>
    public required (int Least, int Most) UseMinutes { get; init; }
}
