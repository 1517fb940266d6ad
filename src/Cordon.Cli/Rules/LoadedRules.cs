using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Rules as a command got them.</summary>
/// <param name="Origin">Where from, for people.</param>
/// <param name="Set">What was loaded, and the problems met.</param>
internal sealed record LoadedRules(string Origin, RuleSet Set);
