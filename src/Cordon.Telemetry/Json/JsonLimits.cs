namespace Cordon.Telemetry.Json;

/// <summary>How much of a hostile file is read at most.</summary>
internal static class JsonLimits
{
    /// <summary>The longest record, in bytes. One that is longer is passed over and told.</summary>
    public const int MaxRecord = 16 * 1024 * 1024;

    /// <summary>The deepest nesting of a record.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most values of a record; those beyond are left out, and that is told.</summary>
    public const int MaxFields = 10_000;

    /// <summary>How many different names are remembered; those beyond are worked out each time.</summary>
    public const int MaxNames = 16_384;
}
