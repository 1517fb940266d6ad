using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;

namespace Cordon.Incidents.Tests.Support;

/// <summary>Puts together what happened at an organisation: a line for each thing that the logs hold.</summary>
internal sealed class Story
{
    public const string AttackerAgent = "python-requests/2.25";
    public const string OfficeAgent = "Mozilla/5.0 (office)";

    /// <summary>A Monday, so that the days that follow are working days.</summary>
    public static readonly DateTime Start = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private long _position;

    public List<Finding> Findings { get; } = [];

    public List<SignIn> SignIns { get; } = [];

    public List<AccountAction> Actions { get; } = [];

    public List<Mail> Mails { get; } = [];

    public List<WebRequest> Requests { get; } = [];

    public List<LogStream> Coverage { get; } = [];

    public Organisation Organisation { get; set; } =
        new()
        {
            Name = "Example Laboratory",
            Domains = ["lab.example"],
            AddressRanges = ["192.0.2.0/24"],
            Scanners = ["203.0.113.250/32"],
            Administrators = ["adm@lab.example"],
        };

    public static DateTime At(int day, int hour, int minute = 0, int second = 0) =>
        Start.AddDays(day).AddHours(hour).AddMinutes(minute).AddSeconds(second);

    public OrganisationReport Build() =>
        IncidentBuilder.Build(
            new IncidentInput
            {
                Organisation = Organisation,
                Findings = Findings,
                SignIns = [.. SignIns.OrderBy(s => s.Time)],
                Actions = [.. Actions.OrderBy(s => s.Time)],
                Mails = [.. Mails.OrderBy(s => s.Time)],
                WebRequests = [.. Requests.OrderBy(s => s.Time)],
                Coverage = Coverage,
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>The only incident.</summary>
    public Incident One() => Assert.Single(Build().Incidents);

    /// <summary>What came of a target of the only incident.</summary>
    public IncidentTarget Target(string name) => One().Targets.Single(t => t.Observable.Value == name);

    public Outcome OutcomeOf(string name) => Target(name).Outcome;

    public Story Covered(
        LogKind kind,
        string name,
        string writer = "",
        int from = 0,
        int until = 30,
        long records = 1000
    )
    {
        Coverage.Add(
            new LogStream
            {
                Kind = kind,
                Name = name,
                Writer = writer,
                Sources = [name + ".json"],
                Records = records,
                First = Start.AddDays(from),
                Last = Start.AddDays(until),
            }
        );
        return this;
    }

    /// <summary>All logs that a story of a cloud tenant may need.</summary>
    public Story CloudCovered() =>
        Covered(LogKind.CloudSignIn, "azure/signinlogs")
            .Covered(LogKind.CloudSignInNonInteractive, "azure/noninteractiveusersigninlogs")
            .Covered(LogKind.CloudAudit, "azure/auditlogs")
            .Covered(LogKind.CloudActivity, "m365/unified-audit");

    public EventOrigin Origin(
        DateTime time,
        string product = "azure",
        string channel = "signinlogs",
        string computer = ""
    ) =>
        new()
        {
            Source = channel + ".json",
            Position = _position++,
            Product = product,
            Channel = channel,
            Computer = computer,
            Time = time,
        };

    public SignIn SignIn(
        string account,
        DateTime time,
        SignInVerdict verdict,
        string address,
        string agent = OfficeAgent,
        string code = "",
        bool? right = null,
        string system = "entra",
        string host = "",
        string device = ""
    )
    {
        var signIn = new SignIn
        {
            Origin = system switch
            {
                "windows" => Origin(time, "windows", "Security", host),
                "sshd" => Origin(time, "linux", "sshd", host),
                _ => Origin(time),
            },
            Time = time,
            System = system,
            Account = account,
            Verdict = verdict,
            IsPasswordRight = right,
            Address = address,
            UserAgent = agent,
            Code = code,
            Host = host,
            Device = device,
            Application = "Mail",
            Protocol = "browser",
        };
        SignIns.Add(signIn);
        return signIn;
    }

    /// <summary>Ordinary life: each account signs in from the office twice a day.</summary>
    public Story Life(int days, params ReadOnlySpan<string> accounts)
    {
        foreach (string account in accounts)
        {
            for (int day = 0; day < days; day++)
            {
                SignIn(
                    account,
                    At(day, 8, account.Length),
                    SignInVerdict.Succeeded,
                    "192.0.2.10",
                    device: "pc-" + account
                );
                SignIn(
                    account,
                    At(day, 13, account.Length),
                    SignInVerdict.Succeeded,
                    "192.0.2.10",
                    device: "pc-" + account
                );
            }
        }

        return this;
    }

    public AccountAction Action(
        string account,
        DateTime time,
        AccountActionKind kind,
        string address = "",
        string target = "",
        string operation = "",
        string session = ""
    )
    {
        var action = new AccountAction
        {
            Origin = Origin(time, "m365", "unified-audit"),
            Time = time,
            System = "m365",
            Account = account,
            Target = target.Length > 0 ? target : account,
            Kind = kind,
            Address = address,
            Operation = operation,
            Session = session,
        };
        Actions.Add(action);
        return action;
    }

    public Mail Mail(
        DateTime time,
        MailStatus status,
        string link = "",
        string[]? recipients = null,
        MailAttachment[]? attachments = null
    )
    {
        var mail = new Mail
        {
            Origin = Origin(time, "mail", "message"),
            Time = time,
            MessageId = $"{_position}@lure.example",
            From = "jobs@lure.example",
            Recipients = recipients ?? ["amal@lab.example"],
            Subject = "A position for you",
            Links = link.Length > 0 ? [new MailLink(link, "")] : [],
            Attachments = attachments ?? [],
            Status = status,
            IsWhole = true,
        };
        Mails.Add(mail);
        return mail;
    }

    public WebRequest Request(
        DateTime time,
        string domain,
        string method = "GET",
        string account = "",
        string client = "",
        bool? blocked = null
    )
    {
        var request = new WebRequest
        {
            Origin = Origin(time, "proxy", "proxy"),
            Time = time,
            System = method.Length > 0 ? "proxy" : "dns",
            Domain = domain,
            Method = method,
            Account = account,
            Client = client,
            IsBlocked = blocked,
        };
        Requests.Add(request);
        return request;
    }

    /// <summary>An analytic's finding over activities.</summary>
    public Finding Analytic(
        string title,
        Level level,
        string technique,
        IReadOnlyList<Activity> events,
        params FindingEntity[] entities
    )
    {
        Activity[] ordered = [.. events.OrderBy(e => e.Time)];
        var finding = new Finding
        {
            Rule = new FindingRule(title, title, level, FindingKind.Analytic, [technique]),
            Event = ordered[0].Origin,
            Fields = [],
            Entities = entities,
            Reason = title + " because of its numbers",
            Correlation = new CorrelationFacts
            {
                First = ordered[0].Time,
                Last = ordered[^1].Time,
                EventCount = ordered.Length,
                Events = [.. ordered.Select(e => e.Origin)],
            },
        };
        Findings.Add(finding);
        return finding;
    }

    /// <summary>A rule's finding over one event of a computer.</summary>
    public Finding Rule(
        string title,
        Level level,
        string technique,
        DateTime time,
        string host,
        string user = "",
        string channel = "Microsoft-Windows-Sysmon/Operational",
        long? code = 1
    )
    {
        var finding = new Finding
        {
            Rule = new FindingRule(title, title, level, FindingKind.Sigma, [technique]),
            Event = Origin(time, "windows", channel, host) with { Code = code },
            Fields = user.Length > 0 ? [SnapshotField.OfText("User", user)] : [],
        };
        Findings.Add(finding);
        return finding;
    }

    public static FindingEntity Account(string name) =>
        new(new Observable(ObservableKind.Account, name), EntityRole.Target);

    public static FindingEntity From(string address) =>
        new(new Observable(ObservableKind.Address, address), EntityRole.Source);

    public static FindingEntity Sender(string address) =>
        new(new Observable(ObservableKind.EmailAddress, address), EntityRole.Source);

    public static FindingEntity Recipient(string address) =>
        new(new Observable(ObservableKind.EmailAddress, address), EntityRole.Target);
}
