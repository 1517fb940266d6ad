using Cordon.Events;

namespace Cordon.Telemetry.Rows;

/// <summary>A log format that is read as a stream from beginning to end, by one thread: everything but Windows' own logs.</summary>
/// <remarks>Stateless and safe for concurrent use; what a reading needs lives in <see cref="Read"/>.</remarks>
internal interface ILogFormat
{
    /// <summary>What reports call it, such as <c>entra-signin</c> or <c>syslog</c>.</summary>
    string Name { get; }

    /// <summary>
    /// How sure it is that the file is of this format, by content: 0 (no) to 100 (its own magic or field names nobody else has). Text of any kind
    /// would be 1. The highest wins; of equal ones the first in the list.
    /// </summary>
    int Recognise(LogSample sample);

    /// <summary>
    /// Reads all events. Never throws for bad content: one bad row costs itself and is told with its place. Lines, rows and fields are bounded, whatever the
    /// stream holds.
    /// </summary>
    /// <param name="stream">Not seekable; read once.</param>
    /// <param name="row">Shows each event; the format fills it anew for each.</param>
    /// <param name="context">What else it may need.</param>
    /// <param name="onEvent">Is given <paramref name="row"/> for each event.</param>
    /// <exception cref="IOException">The stream can't be read any further; what was shown stays valid.</exception>
    PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent);
}
