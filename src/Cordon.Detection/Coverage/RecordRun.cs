namespace Cordon.Detection.Coverage;

/// <summary>Records whose numbers follow each other.</summary>
/// <param name="Start">The first number.</param>
/// <param name="End">The last number.</param>
/// <param name="First">Ticks of the first record's time; 0 where it has none.</param>
/// <param name="Last">Ticks of the last one's.</param>
internal readonly record struct RecordRun(ulong Start, ulong End, long First, long Last);
