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
        long shown = 0;
        using (content)
        {
            try
            {
                using Stream stream = content.Open();
                return format.Read(
                    stream,
                    new RowEvent(fields),
                    new RowContext(source.Path, zone, content.Modified),
                    e =>
                    {
                        shown++;
                        onEvent(e);
                    }
                );
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                var problems = new RowProblems();
                problems.Add(
                    $"after {shown} events",
                    $"the file can't be read any further: {fault.Message}",
                    isLoss: true
                );
                return problems.Report(shown);
            }
        }
    }
}
