namespace Cordon.Telemetry.Csv;

/// <summary>How much of a hostile table is read at most.</summary>
internal static class CsvLimits
{
    /// <summary>The longest row, in characters, its line ends within quotes included: 4 Mi.</summary>
    public const int MaxRow = 4 << 20;

    /// <summary>The most columns of a row.</summary>
    public const int MaxColumns = 2_000;

    /// <summary>How many quotes that never end are looked through to the limit; afterwards every line is a row.</summary>
    public const int MaxUnending = 8;
}
