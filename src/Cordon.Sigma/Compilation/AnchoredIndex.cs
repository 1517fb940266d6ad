using System.Numerics;

namespace Cordon.Sigma.Compilation;

/// <summary>Finds predicates whose literal stands at one end of a value: one step of a rolling hash per character, and no more of
/// them than the longest literal has, up to a bound.</summary>
internal sealed class AnchoredIndex
{
    /// <summary>How much of a literal is hashed; a bound on the work per value.</summary>
    public const int MaxLength = 24;

    private readonly bool _fromEnd;
    private readonly uint _lengths;
    private readonly int _longest;
    private readonly HashMap _map;

    public AnchoredIndex(IEnumerable<(byte[] Text, int Predicate)> literals, bool fromEnd)
    {
        _fromEnd = fromEnd;
        Dictionary<uint, List<int>> lists = [];
        foreach ((byte[] text, int predicate) in literals)
        {
            int length = Math.Min(text.Length, MaxLength);
            uint key = 0;
            for (int i = 0; i < length; i++)
            {
                key = Step(key, fromEnd ? text[^(i + 1)] : text[i]);
            }

            _lengths |= 1U << length;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= [];
            lists[key].Add(predicate);
        }

        _longest = 31 - BitOperations.LeadingZeroCount(_lengths);
        _map = new HashMap(lists);
    }

    /// <summary>Reports every predicate whose literal may stand at the end of <paramref name="value"/> that this index is for.</summary>
    /// <param name="value">Folded; of a long value no more than that end with <see cref="MaxLength"/> units is needed.</param>
    /// <param name="sink">Is told.</param>
    public void Find<TSink>(scoped ReadOnlySpan<byte> value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        int most = Math.Min(value.Length, _longest);
        uint key = 0;
        for (int i = 0; i < most; i++)
        {
            key = Step(key, _fromEnd ? value[value.Length - 1 - i] : value[i]);
            if ((_lengths >> (i + 1) & 1) != 0 && _map.MayHold(key))
            {
                foreach (int predicate in _map.Find(key))
                {
                    sink.Hit(predicate);
                }
            }
        }
    }

    private static uint Step(uint key, byte next) => (key * 0x0100_0193) ^ (next + 1U);
}
