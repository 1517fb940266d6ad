using System.Buffers;

namespace Cordon.Telemetry.Text;

/// <summary>Some bytes and the stream that they were read from, as one. Not seekable; leaves the stream open.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    /// <summary>Looks at the beginning of a stream, and gives the stream with it.</summary>
    /// <param name="stream">Stands at its beginning.</param>
    /// <param name="most">How many bytes are looked at.</param>
    /// <param name="head">The beginning.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static PrefixedStream Peek(Stream stream, int most, out ReadOnlyMemory<byte> head)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            int length = stream.ReadAtLeast(bytes.AsSpan(0, most), most, throwOnEndOfStream: false);
            head = bytes.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return new PrefixedStream(head, stream);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_prefix.IsEmpty)
        {
            return rest.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _prefix.Length);
        _prefix.Span[..count].CopyTo(buffer);
        _prefix = _prefix[count..];
        return count;
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
