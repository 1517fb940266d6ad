using Cordon.Events;

namespace Cordon.Telemetry.Rows;

/// <summary>A whole stream of a row format: a file, or a member of an archive.</summary>
/// <param name="source">What it belongs to.</param>
/// <param name="bytes">What it counts for in progress.</param>
/// <param name="format">Reads it.</param>
/// <param name="content">Where its bytes are; given back once it was read.</param>
/// <param name="fields">The table that events answer to.</param>
/// <param name="zone">Where times without a zone are meant.</param>
internal sealed class RowPart(
    SourceReport source,
    long bytes,
    ILogFormat format,
    LogContent content,
    FieldTable fields,
    TimeZoneInfo zone
) : EventPart
{
    /// <inheritdoc/>
    public override SourceReport Source => source;

    /// <inheritdoc/>
    public override long Bytes => bytes;

    /// <inheritdoc/>
    public override bool IsLast => true;

    /// <inheritdoc/>
    public override PartReport Read(Action<LogEvent> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        using (content)
        {
            Stream opened;
            try
            {
                opened = content.Open();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                var problems = new RowProblems();
                problems.Add("beginning", $"it can't be opened: {fault.Message}", isLoss: true);
                return problems.Report(0);
            }

            using var stream = new EndingStream(opened);
            PartReport report = format.Read(
                stream,
                new RowEvent(fields),
                new RowContext(source.Path, zone, content.Modified),
                onEvent
            );
            return stream.Fault is { } reason
                ? report with
                {
                    Problems =
                    [
                        .. report.Problems.Take(SourceReport.ProblemLimit - 1),
                        new ReadProblem(
                            $"after {report.Records} events",
                            $"the file can't be read any further: {reason}",
                            IsLoss: true
                        ),
                    ],
                    ProblemCount = report.ProblemCount + 1,
                }
                : report;
        }
    }
}
