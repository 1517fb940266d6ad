namespace Cordon.Detection.Analytics.SignIns;

/// <summary>What attempts have in common with others.</summary>
internal static class Trait
{
    public const int Address = 0;
    public const int Network = 1;
    public const int System = 2;
    public const int Country = 3;
    public const int Agent = 4;
    public const int Device = 5;
    public const int Tool = 6;
    public const int Door = 7;

    public static readonly int[] All = [Address, Network, System, Country, Agent, Device, Tool, Door];

    public static int Of(Attempt attempt, int kind) =>
        kind switch
        {
            Address => attempt.Address,
            Network => attempt.Network,
            System => attempt.System,
            Country => attempt.Country,
            Agent => attempt.Agent,
            Device => attempt.Device,
            Tool => attempt.Tool,
            _ => attempt.Door,
        };
}
