using System.Globalization;

namespace Cordon.Telemetry.Containers;

/// <summary>What a decoder yields, counted against the limits. Whatever a decoder throws for bad content becomes an <see cref="IOException"/>.</summary>
internal sealed class UnpackedStream(Stream decoder, UnpackBudget budget, IDisposable? beneath = null) : Stream
{
    private long _read;

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
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read;
        try
        {
            read = decoder.Read(buffer, offset, count);
        }
        catch (Exception fault) when (fault is not (IOException or OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new IOException($"what is packed in it is damaged: {fault.Message}", fault);
        }

        _read += read;
        if (_read > budget.Limits.MaxMemberBytes)
        {
            throw new ContainerLimitException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it unpacks to more than {budget.Limits.MaxMemberBytes} bytes"
                )
            );
        }

        budget.Take(read);
        return read;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        byte[] bytes = new byte[Math.Min(buffer.Length, 1 << 16)];
        int read = Read(bytes, 0, bytes.Length);
        bytes.AsSpan(0, read).CopyTo(buffer);
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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder.Dispose();
            beneath?.Dispose();
        }

        base.Dispose(disposing);
    }
}
