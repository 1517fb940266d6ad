namespace Cordon.Sigma.Compilation;

/// <summary>Takes what a filter found.</summary>
internal interface IHitSink
{
    /// <summary>A value may fulfil a predicate; it is called more than once for the same, and not at all where it cannot.</summary>
    void Hit(int predicate);
}
