namespace Cordon.Cli.Rules.Updating;

/// <summary>Reads another stream and tells how much was read, what is skipped among it: a bomb is noticed while it unpacks.</summary>
internal sealed class CountedStream(Stream inner, Action<long> onBytes) : Stream
{
    /// <summary>How many zero bytes were the last that came.</summary>
    public long ZerosAtEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        onBytes(read);
        int last = buffer[..read].LastIndexOfAnyExcept((byte)0);
        ZerosAtEnd = last < 0 ? ZerosAtEnd + read : read - 1 - last;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
