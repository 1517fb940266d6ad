using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// Finds predicates whose literal stands at one end of a value. The 8 units at that end, and as many fewer as shorter literals have, are
/// looked up; what is found is compared.
/// </summary>
internal sealed class AnchoredIndex
{
    /// <summary>How much of a literal counts.</summary>
    public const int MaxLength = 24;

    private const int Piece = sizeof(ulong);

    private readonly bool _fromEnd;
    private readonly uint _lengths;
    private readonly HashMap _map;
    private readonly (byte[] Text, int Predicate)[] _literals;

    public AnchoredIndex(IReadOnlyList<(byte[] Text, int Predicate)> literals, bool fromEnd)
    {
        _fromEnd = fromEnd;
        _literals = new (byte[], int)[literals.Count];
        Dictionary<uint, List<int>> lists = [];
        for (int i = 0; i < literals.Count; i++)
        {
            (byte[] text, int predicate) = literals[i];
            if (text.Length > MaxLength)
            {
                text = fromEnd ? text[^MaxLength..] : text[..MaxLength];
            }

            _literals[i] = (text, predicate);
            int length = Math.Min(text.Length, Piece);
            _lengths |= 1U << length;
            CollectionsMarshal.GetValueRefOrAddDefault(lists, KeyOf(PieceOf(text), length), out _) ??= [];
            lists[KeyOf(PieceOf(text), length)].Add(i);
        }

        _map = new HashMap(lists);
    }

    /// <summary>Reports every predicate whose literal may stand at the end of <paramref name="value"/> that this index is for.</summary>
    /// <param name="value">Folded; of a long value no more than that end with <see cref="MaxLength"/> units is needed.</param>
    /// <param name="sink">Is told.</param>
    public void Find<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        ulong piece = PieceOf(value);
        uint lengths = _lengths & ((2U << Math.Min(value.Length, Piece)) - 1);
        for (; lengths != 0; lengths &= lengths - 1)
        {
            uint key = KeyOf(piece, BitOperations.TrailingZeroCount(lengths));
            if (!_map.MayHold(key))
            {
                continue;
            }

            foreach (int index in _map.Find(key))
            {
                (byte[] text, int predicate) = _literals[index];
                if (_fromEnd ? value.EndsWith(text) : value.StartsWith(text))
                {
                    sink.Hit(predicate);
                }
            }
        }
    }

    // The units at the end, that which is furthest out in the highest byte.
    private ulong PieceOf(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Piece)
        {
            return _fromEnd
                ? MemoryMarshal.Read<ulong>(text[^Piece..])
                : BinaryPrimitives.ReverseEndianness(MemoryMarshal.Read<ulong>(text));
        }

        ulong piece = 0;
        for (int i = 0; i < text.Length; i++)
        {
            piece = (piece >> 8) | ((ulong)text[_fromEnd ? i : text.Length - 1 - i] << 56);
        }

        return piece;
    }

    private static uint KeyOf(ulong piece, int length) =>
        (uint)(((piece >> (8 * (Piece - length))) + (uint)length) * 0x9E37_79B9_7F4A_7C15 >> 32);
}
