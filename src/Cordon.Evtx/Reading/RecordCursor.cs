using System.Buffers.Binary;

namespace Cordon.Evtx.Reading;

/// <summary>
/// Goes from record to record inside one chunk: first the live ones, then, on request, old ones in the slack behind them. Every
/// step moves on or ends.
/// </summary>
internal sealed class RecordCursor(bool recover)
{
    public const int RecordHeaderSize = 24;
    public const int SmallestRecord = 28;
    public const int FirstRecord = 512;

    private const uint Signature = 0x2A2A;

    private readonly HashSet<(ulong Id, ulong Time)> _seen = [];
    private byte[] _chunk = [];
    private int _length;
    private int _next;
    private int _limit;
    private ulong _lastStatedId;
    private bool _inSlack;

    public int Start { get; private set; }

    public int Length { get; private set; }

    public ulong Id { get; private set; }

    public ulong FileTime { get; private set; }

    public bool IsRecovered { get; private set; }

    /// <summary>Is told what is wrong: kind, offset in the chunk, record id where known, message.</summary>
    public Action<EvtxDamageKind, int, ulong?, string>? Faulty { get; set; }

    public void Open(byte[] chunk, int length, uint freeSpaceOffset, ulong lastStatedId)
    {
        _chunk = chunk;
        _length = length;
        _next = FirstRecord;
        _limit = freeSpaceOffset is >= FirstRecord and <= EvtxFile.ChunkSize
            ? (int)freeSpaceOffset
            : EvtxFile.ChunkSize;
        _limit = Math.Min(_limit, length);
        _lastStatedId = lastStatedId;
        _inSlack = false;
        Id = 0;
        _seen.Clear();
    }

    public void Close()
    {
        _inSlack = true;
        _next = _length = 0;
    }

    public bool Read()
    {
        if (!_inSlack)
        {
            if (ReadLive())
            {
                return true;
            }

            _inSlack = true;
            _next = Math.Max(_next, FirstRecord);
        }

        return recover && ReadSlack();
    }

    private bool ReadLive()
    {
        while (_next + SmallestRecord <= _limit)
        {
            uint signature = ReadUInt32(_next);
            if (signature == 0 && !LiveRecordFollows())
            {
                // The free-space offset promised more; there is nothing.
                return false;
            }

            int length = signature == Signature ? TrustedLength(_next) : 0;
            if (length > 0)
            {
                Take(_next, length, false);
                return true;
            }

            if (!Resynchronise())
            {
                return false;
            }
        }

        return false;
    }

    // The length that a record states, if its copy at the end bears it out or nothing speaks against it. Else 0.
    private int TrustedLength(int at)
    {
        uint stated = ReadUInt32(at + 4);
        bool fits = stated >= SmallestRecord && stated <= _length - at;
        if (fits && ReadUInt32(at + (int)stated - 4) == stated)
        {
            return (int)stated;
        }

        int next = FindSignature(at + 4);
        int actual = (next < 0 ? _limit : next) - at;
        if (actual >= SmallestRecord && ReadUInt32(at + actual - 4) == actual)
        {
            Report(
                EvtxDamageKind.RecordSizeCopy,
                at,
                "the two copies of the record's size differ; it was read by the second."
            );
            return actual;
        }

        if (fits && stated <= actual)
        {
            Report(
                EvtxDamageKind.RecordSizeCopy,
                at,
                "the two copies of the record's size differ; it was read by the first."
            );
            return (int)stated;
        }

        return 0;
    }

    private bool Resynchronise()
    {
        int bad = _next;
        ulong? id =
            ReadUInt32(bad) == Signature ? BinaryPrimitives.ReadUInt64LittleEndian(_chunk.AsSpan(bad + 8)) : null;
        int next = FindSound(bad + 4);
        bool goesOn = next >= 0 && Continues(next, bad);
        string where =
            next < 0 ? "no other follows in this chunk."
            : goesOn ? $"reading went on 0x{next - bad:x} bytes later."
            : "what follows are old records, which do not continue the ids of this chunk.";
        string cut = _length < EvtxFile.ChunkSize ? " The file ends inside this chunk: get a whole copy of it." : "";
        Faulty?.Invoke(EvtxDamageKind.RecordHeader, bad, id, $"there is no record that can be read here; {where}{cut}");
        _next = next < 0 ? bad + 4 : next;
        return goesOn;
    }

    // Behind a zeroed record others may live on; behind the end lie old ones.
    private bool LiveRecordFollows()
    {
        int next = FindSound(_next + 4);
        return next >= 0 && Id > 0 && Continues(next, _next);
    }

    // Whether the record behind a gap belongs to those before it: ids go up, and no further than the chunk says or the gap has room for.
    private bool Continues(int next, int gap)
    {
        ulong id = IdAt(next);
        bool isFirst = Id == 0;
        bool hasRoom = id - Id <= (ulong)((next - gap) / SmallestRecord) + 1;
        return isFirst || (id > Id && (id <= _lastStatedId || hasRoom));
    }

    private bool ReadSlack()
    {
        while (_next + SmallestRecord <= _length)
        {
            int found = _chunk.AsSpan(_next, _length - _next).IndexOf("**\0\0"u8);
            if (found < 0)
            {
                break;
            }

            int at = _next + found;
            _next = at + 4;
            if (at + SmallestRecord > _length || !IsSound(at))
            {
                continue;
            }

            int length = (int)ReadUInt32(at + 4);
            bool isNew = _seen.Add((IdAt(at), BinaryPrimitives.ReadUInt64LittleEndian(_chunk.AsSpan(at + 16))));
            if (isNew)
            {
                Take(at, length, true);
                return true;
            }

            _next = at + length;
        }

        _next = _length;
        return false;
    }

    // Both sizes agree and the content begins as binary XML does.
    private bool IsSound(int at)
    {
        if (at + SmallestRecord > _length)
        {
            return false;
        }

        uint length = ReadUInt32(at + 4);
        return length > SmallestRecord
            && length <= _length - at
            && ReadUInt32(at + (int)length - 4) == length
            && _chunk[at + RecordHeaderSize] == BinXml.Token.FragmentHeader;
    }

    private int FindSound(int from)
    {
        int next = FindSignature(from);
        while (next >= 0 && !IsSound(next))
        {
            next = FindSignature(next + 4);
        }

        return next;
    }

    private int FindSignature(int from)
    {
        if (from >= _limit)
        {
            return -1;
        }

        int found = _chunk.AsSpan(from, _limit - from).IndexOf("**\0\0"u8);
        return found < 0 ? -1 : from + found;
    }

    private void Take(int at, int length, bool recovered)
    {
        Start = at;
        Length = length;
        Id = IdAt(at);
        FileTime = BinaryPrimitives.ReadUInt64LittleEndian(_chunk.AsSpan(at + 16));
        IsRecovered = recovered;
        _next = at + length;
        if (recover && !recovered)
        {
            _seen.Add((Id, FileTime));
        }
    }

    private void Report(EvtxDamageKind kind, int at, string message) => Faulty?.Invoke(kind, at, IdAt(at), message);

    private ulong IdAt(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_chunk.AsSpan(at + 8));

    private uint ReadUInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_chunk.AsSpan(at));
}
