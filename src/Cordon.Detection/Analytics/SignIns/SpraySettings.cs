namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Thresholds of the sections <c>spray</c>, <c>brute-force</c> and <c>success</c>.</summary>
internal sealed record SpraySettings
{
    public required int LeastAccounts { get; init; }

    public required double LeastScore { get; init; }

    public required double LeastStrangeness { get; init; }

    public required double StrangePerAccountDay { get; init; }

    public required double NoisiestFactor { get; init; }

    public required double NewToolShare { get; init; }

    public required double NewPlaceShare { get; init; }

    public required double NewProviderShare { get; init; }

    public required double UnknownShare { get; init; }

    public required int BruteForceTries { get; init; }

    /// <summary>The same for an account that is known from one network only.</summary>
    public required int SettledTries { get; init; }

    public required double ChanceOfSuccess { get; init; }

    public required double LeastSuccess { get; init; }

    public required double HoursAfter { get; init; }

    public static SpraySettings Of(AnalyticSettings settings) =>
        new()
        {
            LeastAccounts = (int)settings["spray.accounts"],
            LeastScore = settings["spray.score"],
            LeastStrangeness = settings["spray.strangeness"],
            StrangePerAccountDay = settings["spray.strange-per-account-day"],
            NoisiestFactor = settings["spray.noisiest-factor"],
            NewToolShare = settings["spray.new-tool-share"],
            NewPlaceShare = settings["spray.new-place-share"],
            NewProviderShare = settings["spray.new-provider-share"],
            UnknownShare = settings["spray.unknown-share"],
            BruteForceTries = (int)settings["brute-force.tries"],
            SettledTries = (int)settings["brute-force.settled-tries"],
            ChanceOfSuccess = settings["success.chance"],
            LeastSuccess = settings["success.score"],
            HoursAfter = settings["success.hours-after"],
        };
}
