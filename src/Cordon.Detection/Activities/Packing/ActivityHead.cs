using Cordon.Events;

namespace Cordon.Detection.Activities.Packing;

/// <summary>What all kinds of activities have.</summary>
internal readonly record struct ActivityHead(EventOrigin Origin, DateTime Time, string? Id);
