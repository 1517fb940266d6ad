using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Tests.Support;

/// <summary>An organisation with two suppliers, one incident, and what its logs hold.</summary>
internal sealed class Case
{
    public const string Attacker = "198.51.100.61";
    public static readonly DateTime Start = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);
    private long _position;

    public Organisation Organisation { get; set; } =
        new()
        {
            Name = "Example Laboratory",
            Domains = ["lab.example"],
            AddressRanges = ["192.0.2.0/24"],
            MailServers = ["mx.lab.example"],
            Suppliers =
            [
                new Supplier("Example Cold Chain", ["coldchain.example"], ["mail", "deliveries"])
                {
                    Contact = "security@coldchain.example",
                },
                new Supplier("Glassworks", ["glassworks.example"], ["mail", "vpn"]),
            ],
        };

    public List<SignIn> SignIns { get; } = [];

    public List<AccountAction> Actions { get; } = [];

    public List<Mail> Mails { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<IncidentTarget> Targets { get; } = [];

    public List<Observable> Sources { get; } = [new(ObservableKind.Address, Attacker)];

    public double Probability { get; set; } = 0.98;

    public static DateTime At(int day, int hour, int minute = 0) =>
        Start.AddDays(day).AddHours(hour).AddMinutes(minute);

    public EventOrigin Origin(DateTime time, string source = "mail.jsonl") =>
        new()
        {
            Source = source,
            Position = _position += 100,
            Time = time,
        };

    public Case Reached(string account, DateTime from, DateTime? contained = null)
    {
        Targets.Add(
            new IncidentTarget
            {
                Observable = new Observable(ObservableKind.Account, account),
                Outcome = Outcome.FollowOn,
                Probability = 0.97,
                Evidence =
                [
                    new Incidents.Evidence
                    {
                        Statement = "signed in",
                        Supports = Outcome.AccessGained,
                        Time = from,
                        Events = [Origin(from, "signins.jsonl")],
                    },
                ],
                Containment = contained is { } time ? new Containment("reset", time, time - from) : null,
            }
        );
        return this;
    }

    public Mail Mail(
        DateTime time,
        string from,
        string to,
        string subject = "Subject",
        string link = "",
        string dmarc = "",
        string name = ""
    )
    {
        var results = new Dictionary<string, string>(StringComparer.Ordinal);
        if (dmarc.Length > 0)
        {
            results["dmarc"] = dmarc;
        }

        EventOrigin origin = Origin(time);
        var mail = new Mail
        {
            Origin = origin,
            Time = time,
            MessageId = $"m{origin.Position}@mx.lab.example",
            From = from,
            FromName = name,
            Recipients = [.. to.Split(',')],
            Subject = subject,
            Links = link.Length > 0 ? [new MailLink(link, "")] : [],
            Verdicts = dmarc.Length > 0 ? [new MailVerdict("mx.lab.example", results, "")] : [],
        };
        Mails.Add(mail);
        return mail;
    }

    public SignIn SignIn(DateTime time, string account, SignInVerdict verdict, string address, string system = "vpn")
    {
        var signIn = new SignIn
        {
            Origin = Origin(time, "vpn.log"),
            Time = time,
            System = system,
            Account = account,
            Verdict = verdict,
            Address = address,
        };
        SignIns.Add(signIn);
        return signIn;
    }

    public Case Found(string technique, params Activity[] activities)
    {
        Findings.Add(
            new Finding
            {
                Rule = new FindingRule("r-" + technique, technique, Level.High, FindingKind.Analytic, [technique]),
                Event = activities[0].Origin,
                Fields = [],
                Correlation = new CorrelationFacts
                {
                    First = activities[0].Time,
                    Last = activities[^1].Time,
                    EventCount = activities.Length,
                    Events = [.. activities.Select(a => a.Origin)],
                },
            }
        );
        return this;
    }

    public WarningInput Input()
    {
        var incident = new Incident
        {
            Id = "0123456789abcdef0123456789abcdef",
            Organisation = Organisation.Name,
            Title = "Lure mail to amal@lab.example",
            First = At(10, 8),
            Last = At(12, 20),
            Outcome = Targets.Count > 0 ? Targets.Max(t => t.Outcome) : Outcome.Failed,
            Targets = Targets,
            Sources = Sources,
            Techniques = [.. Findings.SelectMany(f => f.Rule.Techniques)],
            Findings = Findings,
            FindingCount = Findings.Count,
            Probability = Probability,
            Confidence = "high",
        };
        return new WarningInput
        {
            Report = new OrganisationReport
            {
                Organisation = Organisation,
                Incidents = [incident],
                Coverage = [],
            },
            SignIns = [.. SignIns.OrderBy(s => s.Time)],
            Actions = Actions,
            Mails = [.. Mails.OrderBy(m => m.Time)],
        };
    }

    public IReadOnlyList<Warning> Warnings() => WarningMaker.Make(Input(), TestContext.Current.CancellationToken);
}
