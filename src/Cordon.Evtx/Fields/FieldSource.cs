namespace Cordon.Evtx.Fields;

/// <summary>Where the values of one leaf of an event come from: a range of nodes of one fragment of the record.</summary>
/// <param name="Instance">Number of the fragment in its document.</param>
/// <param name="First">First node of the value; an empty element has an empty range.</param>
/// <param name="End">Index after the last node of the value.</param>
/// <param name="IsAttribute">An attribute: where its value is null it is not there at all.</param>
internal readonly record struct FieldSource(int Instance, int First, int End, bool IsAttribute);
