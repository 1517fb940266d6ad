using Cordon.Events;

namespace Cordon.Sigma.Compilation;

/// <summary>What to do with events of one product, channel, provider and code.</summary>
internal sealed class Route
{
    private readonly string _product;
    private readonly string _channel;
    private readonly string _provider;
    private readonly long? _code;
    private readonly bool _isPlain;

    /// <summary>Works it out for an event.</summary>
    public Route(CompiledRuleSet rules, LogEvent source)
    {
        _product = source.Product.ToString();
        _channel = source.Channel.ToString();
        _provider = source.Provider.ToString();
        _code = source.Code;
        List<RouteStep> steps = [];
        foreach (LogSourceTarget target in rules.Router.Candidates(_channel, _code))
        {
            if (target.AcceptsHeader(_product, _channel, _provider, _code))
            {
                CompiledTarget compiled = rules.TargetOf(target);
                CompiledGroup group = compiled.Groups.GroupFor(source, out HeaderField[] header);
                steps.Add(new RouteStep(compiled, group, header));
            }
        }

        Steps = [.. steps];
        _isPlain = source.HasPlainHeader;
    }

    /// <summary>The targets that accept the event, as far as its header tells.</summary>
    public RouteStep[] Steps { get; }

    /// <summary>Whether the groups of all steps are right for an event of the route, with nothing more to be asked.</summary>
    public bool IsPlain(LogEvent source) => _isPlain && source.HasPlainHeader;

    /// <summary>Whether the route is for events like this one.</summary>
    public bool IsFor(
        long? code,
        ReadOnlySpan<char> channel,
        ReadOnlySpan<char> provider,
        ReadOnlySpan<char> product
    ) =>
        _code == code
        && channel.SequenceEqual(_channel)
        && provider.SequenceEqual(_provider)
        && product.SequenceEqual(_product);
}
