namespace Cordon.Telemetry.Mail;

/// <summary>Two pieces of memory as one stream, so that a header can be cut without copying the mail.</summary>
internal sealed class MemoryPieces(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second) : Stream
{
    private int _at;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => first.Length + second.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> rest = _at < first.Length ? first.Span[_at..] : second.Span[(_at - first.Length)..];
        int read = Math.Min(rest.Length, buffer.Length);
        rest[..read].CopyTo(buffer);
        _at += read;
        return read;
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
