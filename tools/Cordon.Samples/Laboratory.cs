namespace Cordon.Samples;

/// <summary>
/// Meridale Vaccine Laboratory, which does not exist: names under <c>.example</c>, addresses from RFC 1918 inside and from the
/// documentation networks of RFC 5737 outside, accounts named for roles instead of people.
/// </summary>
internal static class Laboratory
{
    public const string Domain = "MERIDALE";
    public const string DnsDomain = "meridale.example";
    public const string DomainSid = "S-1-5-21-3847110562-1290447713-2906153481";

    public static readonly Account Administrator = new("it.admin", 1104);
    public static readonly Account Assay = new("assay.lead", 1131);
    public static readonly Account Backup = new("svc.backup", 1118);

    /// <summary>Those who have a mailbox.</summary>
    public static readonly Account[] Staff =
    [
        Assay,
        Administrator,
        new("assay.bench2", 1132),
        new("formulation", 1133),
        new("qc.release", 1136),
        new("qc.bench1", 1137),
        new("coldchain.ops", 1140),
        new("reg.affairs", 1142),
        new("purchasing", 1145),
        new("finance", 1146),
        new("director", 1150),
        new("reception", 1151),
    ];

    /// <summary>Names from old web pages: nobody has them any more.</summary>
    public static readonly string[] FormerStaff =
    [
        "virology.lead",
        "press",
        "trials.office",
        "stability",
        "hr.office",
        "animal.unit",
        "patents",
        "visitor",
    ];

    public static readonly Computer Mail = new("MAIL01", "10.20.0.5", 1201);
    public static readonly Computer Files = new("FS02", "10.20.0.12", 1202);
    public static readonly Computer Workstation = new("WS-ASSAY07", "10.20.4.27", 1203);
    public static readonly Computer AdministratorDesk = new("ADM01", "10.20.0.31", 1204);
    public static readonly Computer Scanner = new("SCAN01", "10.20.0.40", 1205);

    /// <summary>Other people's computers, for ordinary life.</summary>
    public static readonly Computer[] Desks =
    [
        new("WS-ASSAY08", "10.20.4.28", 1206),
        new("WS-QC01", "10.20.4.41", 1207),
        new("WS-QC02", "10.20.4.42", 1208),
        new("WS-COLD01", "10.20.6.11", 1209),
        new("WS-OFFICE03", "10.20.5.23", 1210),
        new("WS-OFFICE04", "10.20.5.24", 1211),
        Workstation,
    ];
}

/// <summary>An account of the domain.</summary>
internal sealed record Account(string Name, uint Rid)
{
    public string Sid { get; } = $"{Laboratory.DomainSid}-{Rid}";

    public string FullName => $"{Laboratory.Domain}\\{Name}";
}

/// <summary>A computer of the laboratory.</summary>
internal sealed record Computer(string Name, string Address, uint Rid)
{
    public string FullName { get; } = $"{Name}.{Laboratory.DnsDomain}";

    public string AccountName { get; } = Name + "$";

    public string AccountSid { get; } = $"{Laboratory.DomainSid}-{Rid}";
}
