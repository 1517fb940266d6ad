namespace Cordon.Telemetry.Json;

/// <summary>A stream seen through a buffer that grows up to the longest record. For one thread.</summary>
/// <param name="firstSize">How many bytes it has at first.</param>
internal sealed class RecordBuffer(int firstSize = RecordBuffer.FirstSize)
{
    private const int FirstSize = 256 * 1_024;

    private Stream _stream = Stream.Null;
    private bool _isAtEnd;

    /// <summary>What was read; <see cref="Start"/> to <see cref="End"/> is yet to be looked at.</summary>
    public byte[] Bytes { get; private set; } = new byte[firstSize];

    /// <summary>Where the next record begins.</summary>
    public int Start { get; private set; }

    /// <summary>Behind the last byte that was read.</summary>
    public int End { get; private set; }

    /// <summary>Where <see cref="Start"/> is in the stream.</summary>
    public long Position { get; private set; }

    /// <summary>What is yet to be looked at.</summary>
    public ReadOnlySpan<byte> Rest => Bytes.AsSpan(Start, End - Start);

    /// <summary>Begins with another stream, which stands at <paramref name="position"/>.</summary>
    public void Begin(Stream stream, long position)
    {
        (_stream, Position, Start, End, _isAtEnd) = (stream, position, 0, 0, false);
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(int count)
    {
        Start += count;
        Position += count;
    }

    /// <summary>Reads more behind <see cref="End"/>; false at the end of the stream, or where the buffer has its greatest size and is full.</summary>
    public bool Grow()
    {
        if (_isAtEnd)
        {
            return false;
        }

        if (Start > 0 && (End == Bytes.Length || Start > Bytes.Length / 2))
        {
            Bytes.AsSpan(Start, End - Start).CopyTo(Bytes);
            (Start, End) = (0, End - Start);
        }

        if (End == Bytes.Length)
        {
            if (Bytes.Length > JsonLimits.MaxRecord)
            {
                return false;
            }

            byte[] larger = new byte[Bytes.Length * 2];
            Rest.CopyTo(larger);
            (Bytes, Start, End) = (larger, 0, End - Start);
        }

        int read = _stream.Read(Bytes, End, Bytes.Length - End);
        _isAtEnd = read == 0;
        End += read;
        return read > 0;
    }
}
