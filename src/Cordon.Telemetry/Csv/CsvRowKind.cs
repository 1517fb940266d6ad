namespace Cordon.Telemetry.Csv;

/// <summary>What reading a row came to.</summary>
internal enum CsvRowKind
{
    /// <summary>There is none left.</summary>
    End = 0,

    /// <summary>A row.</summary>
    Row,

    /// <summary>A line that is longer than the limit; passed over.</summary>
    TooLong,

    /// <summary>A line with a quote that does not end; passed over, what follows is read.</summary>
    OpenQuote,

    /// <summary>A row with more columns than the limit; passed over.</summary>
    TooWide,
}
