using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Caching;

/// <summary>A detection that stands in a pack until somebody asks for it.</summary>
/// <remarks>
/// A pack is read back as a whole before it is kept, and its hash is checked when it is opened. So what can't be laid out here was
/// put there by somebody who may write the user's cache; rules of such a person are not to be run, and not to be left out in silence.
/// </remarks>
internal sealed class PackedDetection(RulePack pack, int number) : IDetection
{
    private Detection? _made;

    /// <exception cref="KeptRulesException">The pack was changed by somebody.</exception>
    public IReadOnlyList<SearchIdentifier> Searches => Made.Searches;

    /// <exception cref="KeptRulesException">The pack was changed by somebody.</exception>
    public SigmaExpression Condition => Made.Condition;

    private Detection Made
    {
        get
        {
            if (Volatile.Read(ref _made) is { } made)
            {
                return made;
            }

            try
            {
                made = pack.DetectionAt(number);
            }
            catch (PackFaultException fault)
            {
                throw new KeptRulesException(
                    $"what was kept of rules in {pack.Options.CacheFolder} has been changed by somebody ({fault.Message}); remove that folder, or call with --no-cache",
                    fault
                );
            }

            return Interlocked.CompareExchange(ref _made, made, null) ?? made;
        }
    }
}
