namespace Cordon.Detection.Analytics.SignIns;

/// <summary>How much speaks for an attack: natural logarithms of likelihood ratios, one for each test, and their sum.</summary>
internal sealed record CampaignScore
{
    /// <summary>More accounts than chance lets fail strangely in that time with what they share: breadth, novelty and change of rate in one.</summary>
    public double Volume { get; init; }

    /// <summary>How many of them chance gives.</summary>
    public double Expected { get; init; }

    /// <summary>Accounts and sources hang together: one source tries many accounts, or one account is tried from many.</summary>
    public double Coupling { get; init; }

    /// <summary>Each account is tried as often as the others.</summary>
    public double Evenness { get; init; }

    /// <summary>Accounts that there are not.</summary>
    public double Unknown { get; init; }

    /// <summary>Tries come as by a clock.</summary>
    public double Cadence { get; init; }

    /// <summary>Accounts come in the order of a list.</summary>
    public double Order { get; init; }

    /// <summary>What is taken off because many groups were looked at.</summary>
    public double Looks { get; init; }

    public double Total => Volume + Coupling + Evenness + Unknown + Cadence + Order - Looks;
}
