using Cordon.Simulation.Logs;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Profiles;

/// <summary>
/// The profiles. <c>first</c> is what thresholds may be looked at with; <c>second</c> differs in proportions, tools, hours and logs, is reported
/// beside it, and never tuned on.
/// </summary>
internal static class SimulationProfiles
{
    private static readonly SimulationProfile First = new()
    {
        Name = "first",
        Kinds =
        [
            (new KindSize(MemberKind.Maker, 90, 160), 0.10),
            (new KindSize(MemberKind.Laboratory, 18, 24), 0.34),
            (new KindSize(MemberKind.Hospital, 110, 240), 0.24),
            (new KindSize(MemberKind.Carrier, 30, 70), 0.16),
            (new KindSize(MemberKind.Supplier, 20, 60), 0.16),
        ],
        Identities =
        [
            (IdentityShape.EntraGraph, 0.18),
            (IdentityShape.EntraDiagnostic, 0.24),
            (IdentityShape.EntraTable, 0.14),
            (IdentityShape.EntraPortal, 0.14),
            (IdentityShape.AuditOnly, 0.08),
            (IdentityShape.Okta, 0.12),
            (IdentityShape.Google, 0.10),
        ],
        Presence = new Dictionary<SimLog, double>
        {
            [SimLog.Mail] = 0.9,
            [SimLog.Controller] = 0.6,
            [SimLog.Hosts] = 0.5,
            [SimLog.Linux] = 0.45,
            [SimLog.Vpn] = 0.6,
            [SimLog.Proxy] = 0.75,
            [SimLog.Dns] = 0.5,
        },
        MissingShare = 0.45,
        QuietShare = 0.28,
        Attempts = 2.2,
        AttemptKinds =
        [
            ("spray-distributed", 0.20),
            ("spray-loud", 0.10),
            ("brute-force", 0.08),
            ("lure-recruiter", 0.08),
            ("lure-health", 0.11),
            ("lure-quotation", 0.10),
            ("token-theft", 0.07),
            ("mfa-fatigue", 0.06),
            ("consent-phishing", 0.05),
            ("device-code", 0.04),
            ("supply-chain-mail", 0.04),
            ("supply-chain-vpn", 0.03),
            ("host-intrusion", 0.06),
        ],
        Courses =
        [
            (Course.Failed, 0.36),
            (Course.Blocked, 0.16),
            (Course.Exposed, 0.12),
            (Course.Access, 0.14),
            (Course.FollowOn, 0.22),
        ],
        ContainedShare = 0.4,
        Ordinary = new OrdinaryRates
        {
            Typo = 0.03,
            MondayFactor = 3,
            Shifts = 0.35,
            Remote = 0.3,
            SecondFactor = 0.7,
            Travel = 0.006,
            StaleClients = 1.5,
            SignIns = 1.3,
            Renewals = 1.6,
            Activities = 2.2,
            OutsideMails = 1.4,
            Requests = 4,
            Computers =
            [
                (
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.183 Safari/537.36 Edg/86.0.622.63",
                    "Edge 86.0.622",
                    "Windows 10"
                ),
                (
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.183 Safari/537.36",
                    "Chrome 86.0.4240",
                    "Windows 10"
                ),
                (
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:82.0) Gecko/20100101 Firefox/82.0",
                    "Firefox 82.0",
                    "Windows 10"
                ),
                (
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.0 Safari/605.1.15",
                    "Safari 14.0",
                    "MacOs"
                ),
            ],
            Phones =
            [
                ("Outlook-iOS/723.4048839.prod.iphone (4.61.0)", "Mobile Safari", "Ios 14.1"),
                ("Outlook-Android/2.0", "Chrome Mobile 86.0", "Android 10"),
            ],
        },
        Attackers = new AttackerHabits
        {
            SprayTools =
            [
                ("BAV2ROPC", "ropc", "Authenticated SMTP"),
                ("python-requests/2.24.0", "ropc", "Mobile Apps and Desktop clients"),
                ("Mozilla/5.0 (Windows NT 6.1; WOW64; rv:45.0) Gecko/20100101 Firefox/45.0", "", "Browser"),
                ("CBAInPROD", "", "IMAP4"),
            ],
            HandAgents =
            [
                "Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.88 Safari/537.36",
            ],
            SprayNetworks = [Network.Rented[2], Network.Rented[3]],
            ServerNetworks = [Network.Rented[0], Network.Rented[1]],
            SlowTries = (2, 5),
            SlowDays = (4, 12),
            SlowAddresses = (60, 900),
            LoudSeconds = (1, 12),
            BruteTries = (80, 600),
            Recipients = (1, 8),
            Prompts = (5, 25),
            UnknownAccounts = 0.12,
            Hours = (5, 15),
            UseMinutes = (4, 240),
        },
    };

    private static readonly SimulationProfile Second = First with
    {
        Name = "second",
        Kinds =
        [
            (new KindSize(MemberKind.Maker, 60, 130), 0.06),
            (new KindSize(MemberKind.Laboratory, 12, 30), 0.42),
            (new KindSize(MemberKind.Hospital, 80, 260), 0.18),
            (new KindSize(MemberKind.Carrier, 15, 50), 0.20),
            (new KindSize(MemberKind.Supplier, 10, 45), 0.14),
        ],
        Identities =
        [
            (IdentityShape.EntraGraph, 0.10),
            (IdentityShape.EntraDiagnostic, 0.16),
            (IdentityShape.EntraTable, 0.20),
            (IdentityShape.EntraPortal, 0.16),
            (IdentityShape.AuditOnly, 0.12),
            (IdentityShape.Okta, 0.12),
            (IdentityShape.Google, 0.14),
        ],
        Presence = new Dictionary<SimLog, double>
        {
            [SimLog.Mail] = 0.8,
            [SimLog.Controller] = 0.5,
            [SimLog.Hosts] = 0.4,
            [SimLog.Linux] = 0.6,
            [SimLog.Vpn] = 0.7,
            [SimLog.Proxy] = 0.6,
            [SimLog.Dns] = 0.6,
        },
        MissingShare = 0.55,
        QuietShare = 0.4,
        Attempts = 1.7,
        AttemptKinds =
        [
            ("spray-distributed", 0.14),
            ("spray-loud", 0.07),
            ("brute-force", 0.10),
            ("lure-recruiter", 0.12),
            ("lure-health", 0.08),
            ("lure-quotation", 0.12),
            ("token-theft", 0.10),
            ("mfa-fatigue", 0.05),
            ("consent-phishing", 0.05),
            ("device-code", 0.06),
            ("supply-chain-mail", 0.05),
            ("supply-chain-vpn", 0.03),
            ("host-intrusion", 0.05),
        ],
        Courses =
        [
            (Course.Failed, 0.44),
            (Course.Blocked, 0.12),
            (Course.Exposed, 0.14),
            (Course.Access, 0.12),
            (Course.FollowOn, 0.18),
        ],
        ContainedShare = 0.3,
        Ordinary = First.Ordinary with
        {
            Typo = 0.045,
            MondayFactor = 2.2,
            Shifts = 0.5,
            Remote = 0.55,
            SecondFactor = 0.5,
            Travel = 0.01,
            StaleClients = 2.5,
            SignIns = 1.6,
            Renewals = 1.3,
            Activities = 1.7,
            OutsideMails = 1.8,
            Requests = 3,
            Computers =
            [
                (
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
                    "Chrome 109.0.0",
                    "Windows 10"
                ),
                (
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.0.0 Safari/537.36 Edg/108.0.1462.76",
                    "Edge 108.0.1462",
                    "Windows 11"
                ),
                (
                    "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/109.0",
                    "Firefox 109.0",
                    "Linux"
                ),
                (
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
                    "Chrome 109.0.0",
                    "MacOs"
                ),
            ],
            Phones =
            [
                ("Apple-iPhone13C2/1905.258", "Mobile Safari", "Ios 16.1"),
                ("Android-SAMSUNG/101.1300", "Chrome Mobile 109.0", "Android 13"),
            ],
        },
        Attackers = First.Attackers with
        {
            SprayTools =
            [
                ("Go-http-client/1.1", "ropc", "Mobile Apps and Desktop clients"),
                (
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
                    "",
                    "Browser"
                ),
                ("axios/0.21.4", "ropc", "Mobile Apps and Desktop clients"),
            ],
            HandAgents =
            [
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Gecko/20100101 Firefox/102.0",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
            ],
            SprayNetworks = [Network.Homes[3], Network.Homes[5], Network.Rented[1], Network.Rented[3]],
            ServerNetworks = [Network.Rented[1], Network.Rented[3]],
            SlowTries = (1, 3),
            SlowDays = (6, 16),
            SlowAddresses = (30, 400),
            LoudSeconds = (5, 45),
            BruteTries = (40, 250),
            Recipients = (1, 4),
            Prompts = (3, 12),
            UnknownAccounts = 0.25,
            Hours = (0, 9),
            UseMinutes = (1, 600),
        },
    };

    /// <summary>Names of all profiles.</summary>
    public static IReadOnlyList<string> Names { get; } = [First.Name, Second.Name];

    /// <summary>A profile by its name; null where there is none.</summary>
    public static SimulationProfile? Find(string name) =>
        name == First.Name ? First
        : name == Second.Name ? Second
        : null;
}
