using Cordon.Events;
using Cordon.Sigma.LogSources;

namespace Cordon.Sigma;

/// <summary>
/// One kind of event that serves a log source: where it is logged, and how its fields become the fields that rules name.
/// </summary>
/// <remarks>
/// Immutable. Two targets are the same when they are the same object; a <see cref="LogSourceMap"/> gives out one object
/// for each <see cref="Id"/>. Channel, providers and codes are plain data, so that events can be routed before any of
/// their fields is decoded.
/// </remarks>
public sealed class LogSourceTarget
{
    internal LogSourceTarget(TargetDefinition definition)
    {
        Id = definition.Id;
        Product = definition.Product;
        Channels = definition.Channels;
        Providers = definition.Providers;
        Codes = definition.Codes;
        Conditions = definition.Conditions;
        Fields = definition.Fields;
        IsAbsentUnknown = definition.IsAbsentUnknown;
        AcceptsNoProvider =
            definition.Providers.Count == 0 || (definition.Channels.Count > 0 && !definition.IsOnSharedChannel);
    }

    /// <summary>Unique within its map, such as <c>windows/process_creation/security</c>.</summary>
    public string Id { get; }

    /// <summary>The product that writes the events; an event that names another product is not accepted.</summary>
    public string Product { get; }

    /// <summary>The channels of the events, compared without regard to case; one that ends in <c>*</c> stands for every
    /// channel that starts so. Empty: any channel.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>The providers of the events, compared without regard to case. Empty: any provider.</summary>
    public IReadOnlyList<string> Providers { get; }

    /// <summary>The events' codes. Empty: any code.</summary>
    public IReadOnlyList<long> Codes { get; }

    /// <summary>What must hold besides; empty for nearly all targets.</summary>
    public IReadOnlyList<FieldCondition> Conditions { get; }

    /// <summary>The fields made from the event's own; all others are shown as they are.</summary>
    public IReadOnlyList<FieldMapping> Fields { get; }

    /// <summary>
    /// True where the events stand in for those the log source is named after: a field they do not carry is then
    /// unavailable (<see cref="LogEvent.IsUnavailable"/>), not missing.
    /// </summary>
    public bool IsAbsentUnknown { get; }

    /// <summary>True where events serve rules just as they are, so that nobody need show them through a <see cref="MappedEvent"/>.</summary>
    public bool IsIdentity => Fields.Count == 0 && !IsAbsentUnknown;

    /// <summary>
    /// True where an event that names no provider passes: no provider is asked for, or the channel is nobody else's.
    /// </summary>
    public bool AcceptsNoProvider { get; }

    /// <summary>Whether the event that <paramref name="source"/> shows now is one of this target's.</summary>
    public bool Accepts(LogEvent source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!AcceptsHeader(source.Product, source.Channel, source.Provider, source.Code))
        {
            return false;
        }

        for (int i = 0; i < Conditions.Count; i++)
        {
            if (!Conditions[i].Holds(source))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The part of <see cref="Accepts"/> that needs no field: all of it unless there are <see cref="Conditions"/>.</summary>
    /// <param name="product">Empty where the event names none; accepted then if channel or provider tell.</param>
    /// <param name="channel">Empty where the event names none.</param>
    /// <param name="provider">Empty where the event names none.</param>
    /// <param name="code">Null where the event has none.</param>
    public bool AcceptsHeader(
        ReadOnlySpan<char> product,
        ReadOnlySpan<char> channel,
        ReadOnlySpan<char> provider,
        long? code
    ) => AcceptsCode(code) && AcceptsProduct(product) && AcceptsChannel(channel) && AcceptsProvider(provider);

    /// <summary>
    /// Adds every field name that the target reads or makes to <paramref name="fields"/>. To be called before events flow,
    /// as sources look up the names of the table once per layout.
    /// </summary>
    public void Intern(FieldTable fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (FieldCondition condition in Conditions)
        {
            fields.Intern(condition.Field);
        }

        foreach (FieldMapping mapping in Fields)
        {
            fields.Intern(mapping.Name);
            foreach (string source in mapping.Sources)
            {
                fields.Intern(source);
            }
        }
    }

    /// <summary>The target's <see cref="Id"/>.</summary>
    public override string ToString() => Id;

    internal bool AcceptsCode(long? code)
    {
        if (Codes.Count == 0)
        {
            return true;
        }

        for (int i = 0; i < Codes.Count; i++)
        {
            if (Codes[i] == code)
            {
                return true;
            }
        }

        return false;
    }

    internal bool AcceptsChannel(ReadOnlySpan<char> channel)
    {
        for (int i = 0; i < Channels.Count; i++)
        {
            if (ChannelPattern.Matches(Channels[i], channel))
            {
                return true;
            }
        }

        return Channels.Count == 0;
    }

    private bool AcceptsProduct(ReadOnlySpan<char> product) =>
        product.IsEmpty
            ? Channels.Count > 0 || Providers.Count > 0
            : product.Equals(Product, StringComparison.OrdinalIgnoreCase);

    private bool AcceptsProvider(ReadOnlySpan<char> provider)
    {
        if (provider.IsEmpty)
        {
            return AcceptsNoProvider;
        }

        for (int i = 0; i < Providers.Count; i++)
        {
            if (provider.Equals(Providers[i], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return Providers.Count == 0;
    }
}
