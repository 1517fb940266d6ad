using Cordon.Events.Coverage;

namespace Cordon.Incidents;

/// <summary>A log that would have told what came of an attempt.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Start of the time for which it is missing, UTC.</param>
/// <param name="Until">End of that time, UTC.</param>
/// <param name="Reason">Why it does not serve: <c>not there</c>, <c>begins too late</c>, <c>ends too early</c>, <c>has a gap</c>, <c>throttled</c>.</param>
/// <param name="Remedy">How to get it, one sentence.</param>
public sealed record MissingLog(LogKind Kind, DateTime From, DateTime Until, string Reason, string Remedy);
