using Cordon.Events;

namespace Cordon.Sector.Warnings;

/// <summary>An observable of the attacker's to look for.</summary>
/// <param name="Observable">The observable: an address, domain, URL, e-mail address, digest, file name or user agent.</param>
/// <param name="From">From when on it was seen, UTC.</param>
/// <param name="Until">Until when it is worth looking for, UTC.</param>
public sealed record Sought(Observable Observable, DateTime From, DateTime Until);
