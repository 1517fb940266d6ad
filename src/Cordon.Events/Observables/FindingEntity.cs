namespace Cordon.Events;

/// <summary>An observable and its part in a finding.</summary>
/// <param name="Observable">The observable.</param>
/// <param name="Role">Its part.</param>
public readonly record struct FindingEntity(Observable Observable, EntityRole Role);
