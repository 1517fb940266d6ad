namespace Cordon.Sigma.Compilation;

/// <summary>Gives numbers 1, 2, 3, … to things that are told apart by them; safe for concurrent use.</summary>
/// <remarks>
/// Each rule set and each evaluator has its own: numbers go into hashes, so what one evaluator remembers and forgets does not
/// depend on what else the process has made.
/// </remarks>
internal sealed class Numbering
{
    private int _last;

    /// <summary>A number that was not given before.</summary>
    public int Next() => Interlocked.Increment(ref _last);
}
