using Cordon.Evtx.BinXml;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Fields;

/// <summary>Shows the texts of a record slot by slot, for callers that only ask whether something is in it.</summary>
internal static class RecordTexts
{
    /// <summary>False where a value may be put together from several pieces, so that none of them holds it.</summary>
    public static bool Visit(RecordDocument document, EvtxFieldVisitor visitor)
    {
        if (!document.EnsureTree())
        {
            return false;
        }

        for (int i = 0; i < document.Count; i++)
        {
            FragmentInstance instance = document[i];
            if (instance.Program is not { HasWholeValues: true } program)
            {
                return false;
            }

            var fixedText = new EvtxValue(EvtxValueType.String, program.Literals, document.Options.AnsiEncoding);
            if (program.Literals.Length > 0 && !visitor("", fixedText))
            {
                return true;
            }

            foreach (ref readonly ValueSlot slot in instance.Slots)
            {
                switch (KindOf(slot))
                {
                    case SlotKind.Text:
                        ReadOnlySpan<byte> raw = document.Chunk.AsSpan(slot.Offset, slot.Length);
                        if (!visitor("", new EvtxValue(EvtxValueType.String, raw, document.Options.AnsiEncoding)))
                        {
                            return true;
                        }

                        break;
                    case SlotKind.Unclear:
                        return false;
                }
            }
        }

        return true;
    }

    private enum SlotKind
    {
        NoText,
        Text,
        Unclear,
    }

    private static SlotKind KindOf(in ValueSlot slot) =>
        slot.Type switch
        {
            _ when slot.Length == 0 => SlotKind.NoText,
            EvtxValueType.String or (EvtxValueType.String | EvtxValueType.Array) => SlotKind.Text,
            EvtxValueType.BinXml => slot.Child >= 0 ? SlotKind.NoText : SlotKind.Unclear,
            EvtxValueType.AnsiString or EvtxValueType.EvtXml => SlotKind.Unclear,
            <= EvtxValueType.HexInt64 or EvtxValueType.EvtHandle => SlotKind.NoText,
            _ => SlotKind.Unclear,
        };
}
