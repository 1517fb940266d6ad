namespace Cordon.Sigma.Compilation;

/// <summary>Remembers in which texts that many events share a filter found nothing. For one thread; forgets some now and then.</summary>
internal sealed class SharedTexts
{
    private const int SlotBits = 12;

    private readonly ulong[] _harmless = new ulong[1 << SlotBits];

    /// <summary>Whether the filter is known to find nothing in the text with this number, which is not 0.</summary>
    public bool IsHarmless(FieldFilter filter, int text) => _harmless[SlotOf(filter, text)] == KeyOf(filter, text);

    /// <summary>Notes that the filter finds nothing in the text with this number.</summary>
    public void Add(FieldFilter filter, int text) => _harmless[SlotOf(filter, text)] = KeyOf(filter, text);

    private static ulong KeyOf(FieldFilter filter, int text) => ((ulong)(uint)filter.Number << 32) | (uint)text;

    private static int SlotOf(FieldFilter filter, int text) =>
        (int)((KeyOf(filter, text) * 0x9E37_79B9_7F4A_7C15) >> (64 - SlotBits));
}
