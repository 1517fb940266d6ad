using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using static Cordon.Reporting.Tests.Fakes.FakeReports;

namespace Cordon.Reporting.Tests.Fakes;

/// <summary>A vaccine maker: a spray that got in and was used, a lure that was quarantined, a scanner of its own.</summary>
internal static class FakeMaker
{
    private const string Maker = "Example Vaccines";
    private const string SignIns = "logs/entra/signins.json";
    private const string Audit = "logs/m365/audit.csv";

    public static OrganisationReport Report() =>
        new()
        {
            Organisation = new Organisation { Name = Maker, Domains = ["maker.example"] },
            Incidents = [Spray(), Lure(), Scanner()],
            Coverage =
            [
                Stream(LogKind.CloudSignIn, "azure/signinlogs", 48_211, At(1, 0), At(18, 23, 50)),
                Stream(
                    LogKind.CloudSignInNonInteractive,
                    "azure/noninteractiveusersigninlogs",
                    201_377,
                    At(6, 11),
                    At(18, 23, 55),
                    new TimeGap(At(9, 2), At(10, 14), "no records")
                ),
                Stream(
                    LogKind.CloudActivity,
                    "m365/unified-audit",
                    88_002,
                    At(1, 0, 2),
                    At(18, 22),
                    new TimeGap(At(4, 1), At(4, 9), "no records"),
                    new TimeGap(At(12, 0), At(12, 18), "record numbers missing")
                ) with
                {
                    Duplicates = 1_204,
                    Rejected = 3,
                    Throttled = 12,
                },
                Stream(LogKind.Mail, "mail/trace", 9_120, At(1, 0), At(18, 23)),
                Stream(LogKind.WindowsSecurity, "windows/Security", 1_002_441, At(2, 0), At(18, 23, 59)) with
                {
                    Writer = "DC-02.maker.example",
                    MissingRecords = 441,
                },
            ],
            LooseFindings = 214,
            Losses = ["2 incidents of little weight were left out because the limit of incidents was reached."],
        };

    private static Incident Spray()
    {
        EventOrigin hit = Origin(SignIns, 40_113, At(7, 3, 12, 44), 20_114_022);
        EventOrigin rule = Origin(Audit, 812, At(7, 3, 55, 2), 881_204);
        EventOrigin stopped = Origin(SignIns, 40_120, At(7, 3, 14, 1), 20_118_700);
        Finding spray = Finding(
            hit,
            "Password spray with one tool against many accounts",
            Level.High,
            "T1110.003",
            "14 accounts were tried 42 times in 3 rounds by one program from 17 addresses; 12 of the accounts never saw it before.",
            SnapshotField.OfText("properties.userPrincipalName", "a.meyer@maker.example"),
            SnapshotField.OfText("properties.ipAddress", "198.51.100.7"),
            SnapshotField.OfInteger("properties.status.errorCode", 0),
            SnapshotField.OfText("properties.userAgent", "python-requests/2.25.1")
        ) with
        {
            Correlation = new CorrelationFacts
            {
                First = At(7, 2, 50),
                Last = At(7, 3, 40),
                EventCount = 42,
                Figure = 14,
                Events = [hit, stopped],
            },
        };
        Finding inbox = Finding(
            rule,
            "Inbox rule that hides mail",
            Level.High,
            "T1564.008",
            "A rule that deletes what holds 'phish' was made 42 minutes after a sign-in from a new network.",
            SnapshotField.OfText("Operation", "New-InboxRule"),
            SnapshotField.OfText("Parameters.SubjectOrBodyContainsWords", "phish;hack;spam")
        );
        List<IncidentTarget> targets =
        [
            Target("a.meyer@maker.example", Outcome.FollowOn, 0.985) with
            {
                Mechanism = "the spraying tool itself",
                Evidence =
                [
                    Reason(
                        "An inbox rule that hides mail was made 42 minutes after the sign-in, from the same address.",
                        Outcome.FollowOn,
                        4,
                        rule,
                        inbox
                    ),
                    Reason(
                        "A sign-in succeeded with the tool's signature inside the second round.",
                        Outcome.AccessGained,
                        7,
                        hit,
                        spray
                    ),
                ],
                Containment = new Containment(
                    "Sessions were revoked and the password was reset by an administrator.",
                    At(7, 9, 20),
                    TimeSpan.FromMinutes(367)
                ),
            },
            Target("b.lee@maker.example", Outcome.CredentialExposed, 0.93) with
            {
                Evidence =
                [
                    Reason(
                        "The password was right; the second factor was asked for and not given (code 50076).",
                        Outcome.CredentialExposed,
                        5.2,
                        stopped,
                        spray
                    ),
                ],
            },
            .. Enumerable
                .Range(1, 12)
                .Select(n =>
                    Target($"user{n:00}@maker.example", n <= 9 ? Outcome.Unknown : Outcome.Blocked, 0.7) with
                    {
                        Evidence =
                        [
                            Reason(
                                n <= 9
                                    ? "3 tries were rejected as wrong passwords (code 50126)."
                                    : "The account was locked (code 50053).",
                                n <= 9 ? Outcome.Failed : Outcome.Blocked,
                                1.5,
                                Origin(SignIns, (ulong)(40_121 + n), At(7, 3, 15, n), 20_119_000 + (n * 100)),
                                spray
                            ),
                        ],
                        MissingLogs =
                            n <= 9
                                ?
                                [
                                    new MissingLog(
                                        LogKind.CloudSignInNonInteractive,
                                        At(9, 2),
                                        At(10, 14),
                                        "has a gap",
                                        "Export the non-interactive sign-ins from 2026-11-09 to 2026-11-10 from Entra ID, Monitoring, Sign-in logs."
                                    ),
                                ]
                                : [],
                    }
                ),
        ];
        return new Incident
        {
            Id = "0f3c6a5b1d2e4f708192a3b4c5d6e7f8",
            Organisation = Maker,
            Title = "Password spray against 14 accounts",
            First = At(7, 2, 50),
            Last = At(7, 3, 55, 2),
            Outcome = Outcome.FollowOn,
            Targets = targets,
            Sources =
            [
                .. Enumerable.Range(7, 17).Select(n => new Observable(ObservableKind.Address, $"198.51.100.{n}")),
                new Observable(ObservableKind.UserAgent, "python-requests/2.25.1"),
            ],
            Related =
            [
                new Observable(ObservableKind.Session, "00aa-5521-session"),
                new Observable(ObservableKind.Application, "Azure Active Directory PowerShell"),
            ],
            Techniques = ["T1078.004", "T1110.003", "T1564.008"],
            Findings = [spray, inbox],
            FindingCount = 231,
            Links =
            [
                new IncidentLink(
                    new Observable(ObservableKind.Address, "198.51.100.7"),
                    6.1,
                    "the inbox rule was made from an address of the spray"
                ),
            ],
            Probability = 0.994,
            Confidence = "high",
            Advice =
            [
                "Remove the inbox rule of a.meyer@maker.example and look for mail that it hid.",
                "Reset the password of b.lee@maker.example and revoke the account's sessions.",
                "Block the application's legacy sign-in for accounts that do not need it.",
            ],
        };
    }

    private static Incident Lure()
    {
        EventOrigin mail = Origin("logs/mail/trace.csv", 77, At(3, 10, 1), 12_001);
        Finding lure = Finding(
            mail,
            "Mail that claims to be from a health agency",
            Level.Medium,
            "T1566.001",
            "The name says World Health Organization, the domain is who-int.example, first seen today.",
            SnapshotField.OfText("Subject", "COVID-19 vaccine distribution plan"),
            SnapshotField.OfText("Status", "Quarantined")
        );
        return new Incident
        {
            Id = "1a2b3c4d5e6f708192a3b4c5d6e7f809",
            Organisation = Maker,
            Title = "Health-agency lure to 2 recipients",
            First = At(3, 10, 1),
            Last = At(3, 10, 2),
            Outcome = Outcome.Blocked,
            Targets =
            [
                new IncidentTarget
                {
                    Observable = new Observable(ObservableKind.EmailAddress, "trials@maker.example"),
                    Outcome = Outcome.Blocked,
                    Probability = 0.97,
                    Evidence = [Reason("The mail was quarantined.", Outcome.Blocked, 6, mail, lure)],
                },
            ],
            Sources =
            [
                new Observable(ObservableKind.EmailAddress, "info@who-int.example"),
                new Observable(ObservableKind.Domain, "who-int.example"),
            ],
            Related = [new Observable(ObservableKind.Url, "https://who-int.example/plan?id=1")],
            Techniques = ["T1566.001"],
            Findings = [lure],
            FindingCount = 1,
            Probability = 0.91,
            Confidence = "moderate",
            Advice = ["Tell the recipients, and block who-int.example at the mail gateway."],
        };
    }

    private static Incident Scanner()
    {
        EventOrigin probe = Origin("logs/dc02/Security.evtx", 901_223, At(5, 1), 9_912_321);
        Finding finding = Finding(probe, "Many failed sign-ins from one host", Level.Low, "T1110.001");
        return new Incident
        {
            Id = "2b3c4d5e6f708192a3b4c5d6e7f8091a",
            Organisation = Maker,
            Title = "Failed sign-ins of the organisation's own scanner",
            First = At(5, 1),
            Last = At(5, 2),
            Outcome = Outcome.NotAnAttack,
            Targets =
            [
                new IncidentTarget
                {
                    Observable = new Observable(ObservableKind.Host, "SRV-FILE-3"),
                    Outcome = Outcome.NotAnAttack,
                    Probability = 0.99,
                    Evidence =
                    [
                        Reason(
                            "The address 192.0.2.10 is a scanner in cordon.yaml.",
                            Outcome.NotAnAttack,
                            5,
                            probe,
                            finding
                        ),
                    ],
                },
            ],
            Sources = [new Observable(ObservableKind.Address, "192.0.2.10")],
            Findings = [finding],
            FindingCount = 1,
            Probability = 0.02,
            Confidence = "high",
        };
    }

    private static IncidentTarget Target(string account, Outcome outcome, double probability) =>
        new()
        {
            Observable = new Observable(ObservableKind.Account, account),
            Outcome = outcome,
            Probability = probability,
            Evidence = [],
        };

    private static Evidence Reason(
        string words,
        Outcome supports,
        double weight,
        EventOrigin origin,
        Finding finding
    ) =>
        new()
        {
            Statement = words,
            Supports = supports,
            Weight = weight,
            Time = origin.Time,
            Findings = [finding.Id],
            Events = [origin],
        };
}
