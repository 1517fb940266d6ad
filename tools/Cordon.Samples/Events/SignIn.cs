namespace Cordon.Samples.Events;

/// <summary>Who signs in or acts, from where, and how.</summary>
internal sealed record SignIn
{
    public required string Name { get; init; }

    public string Domain { get; init; } = Laboratory.Domain;

    public string Sid { get; init; } = "S-1-0-0";

    /// <summary>The logon id.</summary>
    public ulong Session { get; init; }

    /// <summary>2 console, 3 network, 5 service, 7 unlock, 8 network with the password in clear, 10 remote desktop.</summary>
    public uint Type { get; init; } = 3;

    public string Package { get; init; } = "Kerberos";

    public string LogonProcess { get; init; } = "Kerberos";

    public string Workstation { get; init; } = "-";

    public string Address { get; init; } = "-";

    public string Port { get; init; } = "-";

    public string Process { get; init; } = "-";

    /// <summary>Whether a service on the computer itself asks on behalf of somebody.</summary>
    public bool ByService { get; init; }

    public bool Elevated { get; init; }

    /// <summary>Windows itself.</summary>
    public static SignIn System(Computer computer) =>
        new()
        {
            Name = computer.AccountName,
            Sid = "S-1-5-18",
            Session = 0x3E7,
        };

    /// <summary>A service starts: the commonest sign-in of all.</summary>
    public static SignIn Service() =>
        new()
        {
            Name = "SYSTEM",
            Domain = "NT AUTHORITY",
            Sid = "S-1-5-18",
            Session = 0x3E7,
            Type = 5,
            Package = "Negotiate",
            LogonProcess = "Advapi  ",
            Process = @"C:\Windows\System32\services.exe",
            ByService = true,
            Elevated = true,
        };

    /// <summary>Somebody reaches this computer over the network with a ticket.</summary>
    public static SignIn Network(Account account, Computer from, Chance chance) =>
        new()
        {
            Name = account.Name,
            Sid = account.Sid,
            Session = 0x1000000 + chance.Next() % 0x8000000,
            Address = from.Address,
            Port = chance.Between(49700, 65000).ToString(),
        };

    /// <summary>Somebody sits down at this computer.</summary>
    public static SignIn Console(Account account, Computer computer, ulong session, uint type = 2) =>
        new()
        {
            Name = account.Name,
            Sid = account.Sid,
            Session = session,
            Type = type,
            Package = "Negotiate",
            LogonProcess = "User32 ",
            Workstation = computer.Name,
            Address = "127.0.0.1",
            Port = "0",
            Process = @"C:\Windows\System32\svchost.exe",
            ByService = true,
        };
}
