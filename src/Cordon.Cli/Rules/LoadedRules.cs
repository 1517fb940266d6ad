using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Rules as a command got them.</summary>
/// <param name="Origin">Where from, for people.</param>
/// <param name="Set">What was loaded, and the problems met.</param>
/// <param name="Adjusted">With filters and tuning put in; null where a command wants rules as they are.</param>
internal sealed record LoadedRules(string Origin, RuleSet Set, AdjustedRules? Adjusted = null)
{
    /// <summary>What is to run.</summary>
    public RuleSet Effective => Adjusted?.Set ?? Set;
}
