using System.Runtime.InteropServices;
using Cordon.Evtx.BinXml;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Fields;

/// <summary>Shows the texts of a record for callers that only ask whether something is in it.</summary>
/// <remarks>
/// Texts are not picked out of the record's values: all values of a template are shown as one text, and if need be once more shifted
/// by a byte. One long text is looked through several times as fast as many short ones.
/// </remarks>
internal static class RecordTexts
{
    /// <summary>False where a value may be put together from several pieces, or be in another encoding, so that nothing shown holds it.</summary>
    public static bool Visit(RecordDocument document, EvtxTextVisitor visitor)
    {
        if (!document.EnsureTree())
        {
            return false;
        }

        for (int i = 0; i < document.Count; i++)
        {
            FragmentInstance instance = document[i];
            if (
                instance.Program is not { HasWholeValues: true } program
                || instance.HasUnreadChildren
                || instance.Kinds.HasUnclear
            )
            {
                return false;
            }

            if (
                program.Literals.Length > 0
                && !visitor(MemoryMarshal.Cast<byte, char>(program.Literals), program.Number)
            )
            {
                return true;
            }
        }

        for (int i = 0; i < document.Count; i++)
        {
            if (!VisitValues(document, document[i], visitor))
            {
                return true;
            }
        }

        return true;
    }

    private static bool VisitValues(RecordDocument document, FragmentInstance instance, EvtxTextVisitor visitor)
    {
        Span<ValueSlot> slots = instance.Slots;
        if (slots.IsEmpty)
        {
            return true;
        }

        int start = slots[0].Offset;
        ref readonly ValueSlot last = ref slots[^1];
        // What is nested in the last value, as an event's own data are, shows its values itself.
        int end = last.Type == EvtxValueType.BinXml ? last.Offset : last.Offset + last.Length;
        for (int parity = 0; parity < 2; parity++)
        {
            int first = start + ((parity ^ start) & 1);
            if (
                first < end
                && instance.Kinds.HasTextAt(parity)
                && !visitor(MemoryMarshal.Cast<byte, char>(document.Chunk.AsSpan(first, end - first)), 0)
            )
            {
                return false;
            }
        }

        return true;
    }
}
