using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cordon.Simulation.Logs;

/// <summary>Collects bytes of a file, as text or JSON, and hands them on in large pieces.</summary>
internal sealed class ByteSink : IDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter _json;
    private Stream? _stream;

    public ByteSink() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Whether a file is open.</summary>
    public bool IsOpen => _stream is not null;

    /// <summary>Bytes written to the file that is open.</summary>
    public long Written { get; private set; }

    /// <summary>Starts a file.</summary>
    public void Open(Stream stream)
    {
        Close();
        _stream = stream;
        Written = 0;
    }

    /// <summary>Ends the file.</summary>
    public void Close()
    {
        if (_stream is not null)
        {
            Flush();
            _stream.Dispose();
            _stream = null;
        }
    }

    /// <summary>Adds text as UTF-8.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, _buffer);
        if (_buffer.WrittenCount > FlushAt)
        {
            Flush();
        }
    }

    /// <summary>A writer for one JSON value; <see cref="EndJson"/> ends it.</summary>
    public Utf8JsonWriter BeginJson()
    {
        _json.Reset();
        return _json;
    }

    /// <summary>Ends a JSON value.</summary>
    public void EndJson(string tail = "\n")
    {
        _json.Flush();
        Text(tail);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _json.Dispose();
    }

    private void Flush()
    {
        _stream?.Write(_buffer.WrittenSpan);
        Written += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
