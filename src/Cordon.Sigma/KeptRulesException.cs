namespace Cordon.Sigma;

/// <summary>What was kept of rules (<see cref="SigmaOptions.CacheFolder"/>) was changed by somebody, which shows when a rule is first evaluated.</summary>
/// <remarks>No failure to read a log: whoever catches those must not take this for one, and go on without the rule.</remarks>
public sealed class KeptRulesException : Exception
{
    internal KeptRulesException(string message, Exception inner)
        : base(message, inner) { }
}
