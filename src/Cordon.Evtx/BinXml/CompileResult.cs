namespace Cordon.Evtx.BinXml;

/// <summary>How far a fragment could be compiled. Whatever the fault, the nodes are well-formed.</summary>
/// <param name="End">Offset after the last byte that was understood.</param>
/// <param name="Fault">What stopped the compiler, or null.</param>
/// <param name="LimitReached">The fault is a limit of the options, not of the data.</param>
internal readonly record struct CompileResult(int End, string? Fault, bool LimitReached);
