namespace Cordon.Evtx.Values;

/// <summary>Sizes of the types that have a fixed one.</summary>
internal static class ValueSizes
{
    /// <summary>Bytes of one value, or -1 where the type does not say.</summary>
    public static int Of(EvtxValueType type) =>
        type switch
        {
            EvtxValueType.Int8 or EvtxValueType.UInt8 => 1,
            EvtxValueType.Int16 or EvtxValueType.UInt16 => 2,
            EvtxValueType.Int32 or EvtxValueType.UInt32 or EvtxValueType.HexInt32 => 4,
            EvtxValueType.Real32 or EvtxValueType.Boolean => 4,
            EvtxValueType.Int64 or EvtxValueType.UInt64 or EvtxValueType.HexInt64 => 8,
            EvtxValueType.Real64 or EvtxValueType.FileTime or EvtxValueType.SizeT => 8,
            EvtxValueType.Guid or EvtxValueType.SystemTime => 16,
            _ => -1,
        };
}
