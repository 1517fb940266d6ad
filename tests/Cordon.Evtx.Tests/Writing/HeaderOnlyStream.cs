namespace Cordon.Evtx.Tests.Writing;

/// <summary>A file of any length of which only the header is kept.</summary>
internal sealed class HeaderOnlyStream : Stream
{
    private long _length;

    public byte[] Header { get; } = new byte[4096];

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Position < Header.Length)
        {
            buffer.CopyTo(Header.AsSpan((int)Position));
        }

        Position += buffer.Length;
        _length = Math.Max(_length, Position);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
