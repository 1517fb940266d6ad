namespace Cordon.Simulation;

/// <summary>What is to be simulated. The same request gives the same bytes on every machine.</summary>
public sealed record SimulationRequest
{
    /// <summary>The most members that can be simulated.</summary>
    public const int MaxMembers = 1_000;

    /// <summary>The most days that can be simulated.</summary>
    public const int MaxDays = 120;

    /// <summary>How many members, 1 to <see cref="MaxMembers"/>.</summary>
    public required int Members { get; init; }

    /// <summary>How many days, 1 to <see cref="MaxDays"/>.</summary>
    public required int Days { get; init; }

    /// <summary>The seed of all that is drawn.</summary>
    public required long Seed { get; init; }

    /// <summary>The folder to write into; made if it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The profile, one of <see cref="Simulator.Profiles"/>.</summary>
    public string Profile { get; init; } = "first";

    /// <summary>The first day, UTC; its time of day does not count.</summary>
    public DateTime Start { get; init; } = new(2020, 11, 2, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How many members are written at the same time; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
