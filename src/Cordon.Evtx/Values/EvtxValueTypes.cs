namespace Cordon.Evtx.Values;

/// <summary>Questions about value types.</summary>
internal static class EvtxValueTypes
{
    public static bool IsArray(this EvtxValueType type) => (type & EvtxValueType.Array) == EvtxValueType.Array;
}
