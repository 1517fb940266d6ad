using Cordon.Evtx.BinXml;

namespace Cordon.Evtx.Writing;

/// <summary>
/// Writes a Windows event log (EVTX): file header, 64 KiB chunks with their checksums and tables, records in Binary XML
/// whose names and templates are shared within a chunk. The same events give the same bytes.
/// </summary>
/// <remarks>
/// Holds one chunk in memory, however long the log gets. Call <see cref="Dispose"/> at the end: it writes the last
/// chunk and then the file header, which says how many there are. Not for use by several threads at once.
/// </remarks>
/// <example>
/// <code>
/// BinXmlTemplate fields = EvtxPayload.EventDataTemplate(("Image", EvtxValueType.String), ("ProcessId", EvtxValueType.UInt32));
/// using var writer = new EvtxWriter(File.Create("sample.evtx"));
/// writer.Write(new EvtxWriteEvent
/// {
///     ProviderName = "Example", EventId = 1, Channel = "Example/Operational", Computer = "lab.example",
///     Time = new DateTime(2026, 3, 4, 12, 0, 0, DateTimeKind.Utc),
///     Payload = [new BinXmlFragment(fields, [BinXmlValue.String(@"C:\a.exe"), BinXmlValue.UInt32(42)])],
/// });
/// </code>
/// </example>
public sealed class EvtxWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly EvtxWriterOptions _options;
    private readonly long _start;
    private readonly ChunkBuilder _chunk = new();
    private readonly BinXmlWriter _binXml;
    private readonly RawElementWriter _raw;
    private readonly SystemTemplates _templates = new();
    private ulong _nextId;
    private ulong _highestNextId;
    private bool _isDisposed;

    /// <summary>Starts a log at the stream's position.</summary>
    /// <param name="stream">Where to write; it has to be seekable, because the header is completed at the end.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the writer is disposed.</param>
    /// <exception cref="ArgumentException">The stream can't be written or sought.</exception>
    public EvtxWriter(Stream stream, EvtxWriterOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite || !stream.CanSeek)
        {
            throw new ArgumentException("An event log needs a stream that can be written and sought.", nameof(stream));
        }

        _stream = stream;
        _leaveOpen = leaveOpen;
        _options = options ?? new EvtxWriterOptions();
        _start = stream.Position;
        _nextId = _highestNextId = _options.FirstRecordId;
        _binXml = new BinXmlWriter(_chunk);
        _raw = new RawElementWriter(_chunk);
        WriteHeader();
    }

    /// <summary>Records written so far.</summary>
    public long RecordCount { get; private set; }

    /// <summary>Chunks in the stream so far; the one in the making does not count.</summary>
    public long ChunkCount { get; private set; }

    /// <summary>Writes an event.</summary>
    /// <exception cref="EvtxRecordTooLargeException">The event does not fit a chunk. The log stays sound, and other
    /// events can be written.</exception>
    /// <exception cref="FormatException">The user's SID is not one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1601.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    public void Write(EvtxWriteEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var id = @event.RecordId ?? _nextId;
        var template = _templates.For(@event);
        var values = _templates.ValuesOf(@event, id);
        var time = @event.OmitRecordTime ? 0 : FileTimes.Of(@event.Time);

        try
        {
            WriteRecord(@event, template, values, id, time);
            if (_chunk.Buffer.Position > ChunkBuilder.Size)
            {
                _chunk.Reject();
                CompleteChunk();
                var size = WriteRecord(@event, template, values, id, time);
                if (_chunk.Buffer.Position > ChunkBuilder.Size)
                {
                    throw new EvtxRecordTooLargeException(size);
                }
            }
        }
        catch
        {
            // Half a record must not stay in the chunk; what came before it is kept.
            _chunk.Reject();
            CompleteChunk();
            throw;
        }

        RecordCount++;
        _chunk.Accept((ulong)RecordCount, id);
        _nextId = unchecked(id + 1);
        _highestNextId = Math.Max(_highestNextId, _nextId);
    }

    /// <summary>Ends the chunk in the making, so that the next record starts a new one. Does nothing to an empty chunk.</summary>
    /// <exception cref="IOException">The stream failed.</exception>
    public void CompleteChunk()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_chunk.RecordCount > 0)
        {
            _stream.Write(_chunk.Finish());
            ChunkCount++;
        }

        _chunk.Clear();
    }

    /// <summary>Writes the last chunk and the file header, and closes the stream unless it was to be left open.</summary>
    /// <exception cref="IOException">The stream failed.</exception>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        try
        {
            CompleteChunk();
            var end = _stream.Position;
            _stream.Position = _start;
            WriteHeader();
            _stream.Position = end;
            _stream.Flush();
        }
        finally
        {
            _isDisposed = true;
            if (!_leaveOpen)
            {
                _stream.Dispose();
            }
        }
    }

    private int WriteRecord(
        EvtxWriteEvent @event,
        BinXmlTemplate template,
        IReadOnlyList<BinXmlValue> values,
        ulong id,
        ulong time
    )
    {
        _chunk.Begin();
        var buffer = _chunk.Buffer;
        var start = buffer.Position;
        buffer.WriteBytes("**\0\0"u8);
        buffer.WriteUInt32(0);
        buffer.WriteUInt64(id);
        buffer.WriteUInt64(time);
        buffer.WriteUInt32(BinXmlCodes.FragmentHeader);
        if (@event.Form == EvtxRecordForm.RawElements)
        {
            _raw.Write(template.Root, values);
        }
        else
        {
            _binXml.WriteInstance(template, values);
        }

        buffer.WriteByte(Token.EndOfFragment);
        // Every record starts at a multiple of eight.
        buffer.Take(-(buffer.Position + sizeof(uint)) & 7).Clear();
        var size = buffer.Position + sizeof(uint) - start;
        buffer.WriteUInt32((uint)size);
        buffer.PatchUInt32(start + sizeof(uint), size);
        return size;
    }

    private void WriteHeader()
    {
        Span<byte> block = stackalloc byte[FileHeader.BlockSize];
        FileHeader.Write(block, _options, ChunkCount, _highestNextId);
        _stream.Write(block);
    }
}
