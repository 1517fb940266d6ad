namespace Cordon.Telemetry.Lines;

/// <summary>One reading of a log of lines, with what it has to remember from line to line. For one thread.</summary>
internal interface ILineSession
{
    /// <summary>Reads a line that is not blank; shows an event, keeps what it needs for one, or rejects the line.</summary>
    void Read(ReadOnlySpan<char> line, LineSink sink);

    /// <summary>Called after the last line: shows what was kept.</summary>
    void End(LineSink sink) { }
}
