namespace Cordon.Detection.Activities.Packing;

/// <summary>Some activities of one organisation in an <see cref="ActivityPack"/>.</summary>
/// <param name="Start">Offset of the first.</param>
/// <param name="Count">How many.</param>
internal readonly record struct PackedRange(long Start, int Count);
