namespace Cordon.Sigma.Caching;

/// <summary>A pack does not hold what it should, or something cannot be put into one. Never leaves the cache: files are then parsed.</summary>
internal sealed class PackFaultException(string message) : Exception(message);
