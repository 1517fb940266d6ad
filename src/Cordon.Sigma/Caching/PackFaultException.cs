namespace Cordon.Sigma.Caching;

/// <summary>A pack does not hold what it should, or something cannot be put into one. Never leaves the cache.</summary>
internal sealed class PackFaultException(string message) : Exception(message);
