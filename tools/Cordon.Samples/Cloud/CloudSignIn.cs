namespace Cordon.Samples.Cloud;

/// <summary>One sign-in in the cloud, as the directory logs it.</summary>
internal sealed record CloudSignIn
{
    public required DateTime Time { get; init; }

    public required Account Account { get; init; }

    public required string Id { get; init; }

    public string Address { get; init; } = CloudAccounts.OfficeAddress;

    public int Network { get; init; } = CloudAccounts.OfficeNetwork;

    public string Country { get; init; } = "GB";

    public string City { get; init; } = "Meridale";

    public double Latitude { get; init; } = 52.8;

    public double Longitude { get; init; } = -1.6;

    public int Code { get; init; }

    public string Reason { get; init; } = "Other.";

    public string Details { get; init; } = "";

    public string UserAgent { get; init; } = CloudAccounts.Browser;

    public string Client { get; init; } = "Browser";

    public string Application { get; init; } = "Office 365 Exchange Online";

    public string ApplicationId { get; init; } = "00000002-0000-0ff1-ce00-000000000000";

    public bool IsInteractive { get; init; } = true;

    /// <summary>Empty for a device that the directory does not know.</summary>
    public string Device { get; init; } = "";

    public string Session { get; init; } = "";

    public string Requirement { get; init; } = "multiFactorAuthentication";

    /// <summary>What the steps of the sign-in were: method, and what came of it.</summary>
    public IReadOnlyList<(string Method, bool Succeeded, string Detail)> Steps { get; init; } = [];
}
