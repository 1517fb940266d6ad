using System.Runtime.InteropServices;
using Cordon.Evtx.BinXml;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.Fields;

/// <summary>Shows the texts of a record for callers that only ask whether something is in it.</summary>
/// <remarks>
/// Texts are not picked out of the record's values: the whole record is shown as one text, and if need be once more shifted by a
/// byte. One long text is looked through several times as fast as many short ones.
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

        var kinds = new ValueKinds();
        for (int i = 0; i < document.Count; i++)
        {
            FragmentInstance instance = document[i];
            if (instance.Program is not { HasWholeValues: true } program || instance.HasUnreadChildren)
            {
                return false;
            }

            kinds.Add(instance.Kinds);
            if (
                program.Literals.Length > 0
                && !visitor(MemoryMarshal.Cast<byte, char>(program.Literals), program.Number)
            )
            {
                return true;
            }
        }

        if (kinds.HasUnclear)
        {
            return false;
        }

        ReadOnlySpan<byte> record = document.Chunk.AsSpan(document.Start, document.End - document.Start);
        for (int parity = 0; parity < 2; parity++)
        {
            if (kinds.HasTextAt(parity))
            {
                ReadOnlySpan<byte> shown = record[((parity ^ document.Start) & 1)..];
                if (!visitor(MemoryMarshal.Cast<byte, char>(shown), 0))
                {
                    return true;
                }
            }
        }

        return true;
    }
}
