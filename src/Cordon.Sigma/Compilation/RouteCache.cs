using Cordon.Events;

namespace Cordon.Sigma.Compilation;

/// <summary>Remembers routes; for one thread. Bounded: a log made to have many kinds of events only costs the work again.</summary>
internal sealed class RouteCache(CompiledRuleSet rules)
{
    private const int Size = 1_024;

    private readonly Route?[] _routes = new Route?[Size];

    /// <summary>The route of an event.</summary>
    public Route Find(LogEvent source)
    {
        long? code = source.Code;
        ReadOnlySpan<char> channel = source.Channel;
        ReadOnlySpan<char> provider = source.Provider;
        uint hash = (uint)code.GetValueOrDefault();
        hash = (hash * 31) + (uint)channel.Length + (channel.IsEmpty ? 0u : channel[^1] * 7u);
        hash = (hash * 31) + (uint)provider.Length + (provider.IsEmpty ? 0u : provider[^1] * 7u);
        ref Route? known = ref _routes[(hash * 0x9E37_79B1) >> 22];
        if (known is null || !known.IsFor(code, channel, provider, source.Product))
        {
            known = new Route(rules, source);
        }

        return known;
    }
}
