using System.Buffers.Binary;

namespace Cordon.Simulation.Logs;

/// <summary>
/// A gzip file (RFC 1952) made of blocks with the fixed codes of RFC 1951. The runtime's own compression gives other bytes from machine to machine;
/// what is simulated may not.
/// </summary>
internal sealed class PlainGzip : Stream
{
    private const int BlockSize = 1 << 16;
    private const int HashBits = 14;
    private const int MinMatch = 4;
    private const int MaxMatch = 258;

    private static readonly uint[] CrcTable = MakeCrcTable();
    private static readonly int[] LengthBase =
    [
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        13,
        15,
        17,
        19,
        23,
        27,
        31,
        35,
        43,
        51,
        59,
        67,
        83,
        99,
        115,
        131,
        163,
        195,
        227,
        258,
    ];
    private static readonly int[] LengthBits =
    [
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        1,
        1,
        1,
        1,
        2,
        2,
        2,
        2,
        3,
        3,
        3,
        3,
        4,
        4,
        4,
        4,
        5,
        5,
        5,
        5,
        0,
    ];
    private static readonly int[] DistanceBase =
    [
        1,
        2,
        3,
        4,
        5,
        7,
        9,
        13,
        17,
        25,
        33,
        49,
        65,
        97,
        129,
        193,
        257,
        385,
        513,
        769,
        1025,
        1537,
        2049,
        3073,
        4097,
        6145,
        8193,
        12289,
        16385,
        24577,
    ];

    private readonly Stream _output;
    private readonly byte[] _block = new byte[BlockSize];
    private readonly int[] _heads = new int[1 << HashBits];
    private readonly byte[] _packed = new byte[(BlockSize * 9 / 8) + 64];
    private int _filled;
    private int _out;
    private ulong _bits;
    private int _bitCount;
    private uint _crc = uint.MaxValue;
    private uint _length;
    private bool _isEnded;

    public PlainGzip(Stream output)
    {
        _output = output;
        _output.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (byte value in buffer)
        {
            _crc = CrcTable[(byte)(_crc ^ value)] ^ (_crc >> 8);
        }

        _length += (uint)buffer.Length;
        while (buffer.Length > 0)
        {
            int part = Math.Min(buffer.Length, BlockSize - _filled);
            buffer[..part].CopyTo(_block.AsSpan(_filled));
            _filled += part;
            buffer = buffer[part..];
            if (_filled == BlockSize)
            {
                Pack(isLast: false);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isEnded)
        {
            _isEnded = true;
            Pack(isLast: true);
            Span<byte> tail = stackalloc byte[8];
            BinaryPrimitives.WriteUInt32LittleEndian(tail, ~_crc);
            BinaryPrimitives.WriteUInt32LittleEndian(tail[4..], _length);
            _output.Write(tail);
            _output.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Pack(bool isLast)
    {
        Array.Fill(_heads, -1);
        Bits(isLast ? 1u : 0, 1);
        Bits(1, 2);
        int at = 0;
        while (at < _filled)
        {
            int length = 0;
            int from = -1;
            if (at + MinMatch <= _filled)
            {
                uint key = BinaryPrimitives.ReadUInt32LittleEndian(_block.AsSpan(at));
                ref int head = ref _heads[(key * 2654435761u) >> (32 - HashBits)];
                from = head;
                head = at;
                // Matches reach back 32 KiB at the most.
                if (from >= 0 && at - from <= 32_768)
                {
                    int most = Math.Min(MaxMatch, _filled - at);
                    length = _block.AsSpan(from, most).CommonPrefixLength(_block.AsSpan(at, most));
                }
            }

            if (length >= MinMatch)
            {
                Match(length, at - from);
                at += length;
            }
            else
            {
                Symbol(_block[at]);
                at++;
            }
        }

        Symbol(256);
        if (isLast && _bitCount > 0)
        {
            Bits(0, 8 - (_bitCount & 7) & 7);
        }

        _output.Write(_packed, 0, _out);
        _out = 0;
        _filled = 0;
    }

    private void Match(int length, int distance)
    {
        int code = Find(LengthBase, length);
        Symbol(257 + code);
        Bits((uint)(length - LengthBase[code]), LengthBits[code]);
        int far = Find(DistanceBase, distance);
        Bits(Reversed((uint)far, 5), 5);
        Bits((uint)(distance - DistanceBase[far]), far < 4 ? 0 : (far / 2) - 1);
    }

    private void Symbol(int symbol)
    {
        (uint code, int bits) = symbol switch
        {
            < 144 => (0x30u + (uint)symbol, 8),
            < 256 => (0x190u + (uint)(symbol - 144), 9),
            < 280 => ((uint)(symbol - 256), 7),
            _ => (0xC0u + (uint)(symbol - 280), 8),
        };
        Bits(Reversed(code, bits), bits);
    }

    private void Bits(uint value, int count)
    {
        _bits |= (ulong)value << _bitCount;
        _bitCount += count;
        while (_bitCount >= 8)
        {
            _packed[_out++] = (byte)_bits;
            _bits >>= 8;
            _bitCount -= 8;
        }
    }

    private static int Find(int[] bases, int value)
    {
        int index = Array.BinarySearch(bases, value);
        return index >= 0 ? index : ~index - 1;
    }

    private static uint Reversed(uint code, int bits)
    {
        uint result = 0;
        for (int i = 0; i < bits; i++)
        {
            result = (result << 1) | ((code >> i) & 1);
        }

        return result;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
