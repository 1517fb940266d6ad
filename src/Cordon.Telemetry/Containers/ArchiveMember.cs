namespace Cordon.Telemetry.Containers;

/// <summary>A member of an archive as its reader comes to it.</summary>
/// <param name="Name">Its path there; written by whoever made the archive.</param>
/// <param name="Modified">When it was last written, UTC; null where not known.</param>
/// <param name="Refusal">Why it can't be unpacked, with what to do; null where it can be tried.</param>
/// <param name="Open">Its bytes, to be read before the next member is asked for.</param>
internal sealed record ArchiveMember(string Name, DateTime? Modified, string? Refusal, Func<Stream> Open);
