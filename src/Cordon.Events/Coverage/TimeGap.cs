namespace Cordon.Events.Coverage;

/// <summary>A time for which a log has no records though it should.</summary>
/// <param name="From">Its last record before, UTC.</param>
/// <param name="Until">Its first record after, UTC.</param>
/// <param name="Reason">What tells: <c>no records</c>, <c>record numbers missing</c>, <c>log cleared</c>.</param>
public sealed record TimeGap(DateTime From, DateTime Until, string Reason);
