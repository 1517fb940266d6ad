namespace Cordon.Simulation.Sector;

/// <summary>Somebody who works for a member, with what he or she works with. Immutable.</summary>
internal sealed record Person
{
    /// <summary>First and last name.</summary>
    public required string Name { get; init; }

    /// <summary>The name before the at sign: also that in Windows, at the VPN and on Linux.</summary>
    public required string Login { get; init; }

    /// <summary>The account: <c>login@domain</c>.</summary>
    public required string Account { get; init; }

    /// <summary>The account's number at the identity provider.</summary>
    public required string Id { get; init; }

    /// <summary>Number within the member, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What he or she does.</summary>
    public required string Department { get; init; }

    /// <summary>Where home is.</summary>
    public required Place Home { get; init; }

    /// <summary>The address at home.</summary>
    public required Endpoint HomeAddress { get; init; }

    /// <summary>The computer.</summary>
    public required Device Computer { get; init; }

    /// <summary>The phone.</summary>
    public required Device Phone { get; init; }

    /// <summary>When work begins, in hours of the local day.</summary>
    public required double Begins { get; init; }

    /// <summary>Whether he or she works in shifts, weekends included.</summary>
    public bool IsOnShifts { get; init; }

    /// <summary>Share of days at home.</summary>
    public double RemoteShare { get; init; }

    /// <summary>Whether sign-ins ask for a second factor.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Whether it is an administrator.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether he or she works on Linux servers.</summary>
    public bool UsesLinux { get; init; }

    /// <summary>The day on which the account begins to be used; 0 or below for one that was there.</summary>
    public int FirstDay { get; init; }
}

/// <summary>A computer or phone.</summary>
/// <param name="Id">Its number at the identity provider.</param>
/// <param name="Name">Its name, as Windows has it.</param>
/// <param name="Agent">The User-Agent of its browser or mail program.</param>
/// <param name="Browser">The browser, as logs name it.</param>
/// <param name="System">The operating system, as logs name it.</param>
/// <param name="InsideAddress">Its address in the office.</param>
internal sealed record Device(
    string Id,
    string Name,
    string Agent,
    string Browser,
    string System,
    string InsideAddress
);
