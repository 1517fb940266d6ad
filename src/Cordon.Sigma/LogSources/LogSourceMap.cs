using System.Collections.Concurrent;
using Cordon.Sigma.LogSources;

namespace Cordon.Sigma;

/// <summary>
/// Which events serve which log source: channels, providers and codes, and how fields and their values are to be read.
/// It is data; <c>docs/log-sources.md</c> describes its format.
/// </summary>
/// <remarks>
/// Follows the taxonomy appendix of Sigma 2.1.0 ("Log Sources"). Safe for concurrent use.
/// </remarks>
public sealed class LogSourceMap
{
    private const string Resource = "Cordon.Sigma.log-sources.yml";

    private static readonly Lazy<LogSourceMap> Shipped = new(LoadShipped);

    private readonly MapContent _content;
    private readonly LogSourceTarget[] _targets;
    private readonly ConcurrentDictionary<
        (LogSourceTarget Category, LogSourceTarget Service),
        LogSourceTarget?
    > _common = new();

    private LogSourceMap(MapContent content)
    {
        _content = content;
        _targets = [.. content.Entries.Select(entry => entry.Target)];
    }

    /// <summary>The map that comes with the library.</summary>
    public static LogSourceMap Default => Shipped.Value;

    /// <summary>Every target of the map, in the order of its text.</summary>
    public IReadOnlyList<LogSourceTarget> Targets => _targets;

    /// <summary>Reads a map.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What the text is called in messages, usually its path.</param>
    /// <param name="limits">How large it may be; <see cref="LogSourceMapLimits.Default"/> where null.</param>
    /// <exception cref="LogSourceMapException">The text is not a map; the message says what is wrong and where.</exception>
    public static LogSourceMap Load(string text, string name = "log sources", LogSourceMapLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return new LogSourceMap(MapReader.Read(name, text, limits ?? LogSourceMapLimits.Default));
    }

    /// <summary>Reads a map from UTF-8 (or whatever its byte order mark says).</summary>
    /// <inheritdoc cref="Load(string, string, LogSourceMapLimits?)"/>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static LogSourceMap Load(Stream stream, string name = "log sources", LogSourceMapLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= LogSourceMapLimits.Default;
        using var reader = new StreamReader(stream, leaveOpen: true);
        // One character beyond the limit is enough to see that the text is too long, whatever the stream's length.
        char[] buffer = new char[8192];
        var text = new System.Text.StringBuilder();
        while (text.Length <= limits.MaxCharacters && reader.Read(buffer) is var read and > 0)
        {
            text.Append(buffer, 0, read);
        }

        return Load(text.ToString(), name, limits);
    }

    /// <summary>The events that serve a rule's log source. What the rule leaves out may be anything.</summary>
    /// <remarks>
    /// A category and a service together mean the events that are in both. A log source that names a product alone means
    /// every event of that product. Names are compared without regard to case.
    /// </remarks>
    public LogSourceResolution Resolve(LogSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<LogSourceTarget> targets = (source.Category, source.Service) switch
        {
            (null, null) => source.Product is null ? [] : TargetsOf(source),
            ({ }, { }) => InBoth(TargetsOf(source with { Service = null }), TargetsOf(source with { Category = null })),
            _ => TargetsOf(source),
        };

        if (targets.Count > 0)
        {
            return new LogSourceResolution(source, LogSourceResolutionKind.Served, targets, "");
        }

        foreach (UnservedLogSource unserved in _content.Unserved)
        {
            if (unserved.Covers(source))
            {
                return new LogSourceResolution(
                    source,
                    LogSourceResolutionKind.NotServed,
                    [],
                    $"{Describe(source)} is found in {unserved.Logs}, which this map has no target for"
                );
            }
        }

        return new LogSourceResolution(source, LogSourceResolutionKind.Unknown, [], WhyUnknown(source));
    }

    private static LogSourceMap LoadShipped()
    {
        using Stream stream =
            typeof(LogSourceMap).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        return Load(stream, Resource);
    }

    private List<LogSourceTarget> TargetsOf(LogSource source)
    {
        List<LogSourceTarget> targets = [];
        foreach (MapEntry entry in _content.Entries)
        {
            if (
                (source.Product is null || Same(entry.Source.Product, source.Product))
                && Same(entry.Source.Category, source.Category)
                && Same(entry.Source.Service, source.Service)
            )
            {
                targets.Add(entry.Target);
            }
        }

        return targets;
    }

    private List<LogSourceTarget> InBoth(List<LogSourceTarget> categories, List<LogSourceTarget> services)
    {
        List<LogSourceTarget> both = [];
        foreach (LogSourceTarget category in categories)
        {
            foreach (LogSourceTarget service in services)
            {
                LogSourceTarget? common = _common.GetOrAdd(
                    (category, service),
                    static (pair, shared) => TargetIntersection.Of(pair.Category, pair.Service, shared),
                    _content.SharedChannels
                );
                if (common is not null && !both.Contains(common))
                {
                    both.Add(common);
                }
            }
        }

        return both;
    }

    private string WhyUnknown(LogSource source)
    {
        if (source is { Product: null, Category: null, Service: null })
        {
            return "the log source names neither product nor category nor service";
        }

        if (!IsKnown(entry => entry.Product, source.Product))
        {
            return $"product '{source.Product}' is not in the map of log sources";
        }

        string where = source.Product is null ? "" : $" of product '{source.Product}'";
        if (source.Category is not null && TargetsOf(source with { Service = null }).Count == 0)
        {
            return $"category '{source.Category}'{where} is not in the map of log sources";
        }

        if (source.Service is not null && TargetsOf(source with { Category = null }).Count == 0)
        {
            return $"service '{source.Service}'{where} is not in the map of log sources";
        }

        return source is { Category: not null, Service: not null }
            ? $"no event of category '{source.Category}' is logged in service '{source.Service}'"
            : $"{Describe(source)} is not in the map of log sources";
    }

    private bool IsKnown(Func<LogSource, string?> part, string? name) =>
        name is null || _content.Entries.Any(entry => Same(part(entry.Source), name));

    private static string Describe(LogSource source) =>
        string.Join(
            ", ",
            new[] { ("product", source.Product), ("category", source.Category), ("service", source.Service) }
                .Where(part => part.Item2 is not null)
                .Select(part => $"{part.Item1} '{part.Item2}'")
        );

    private static bool Same(string? left, string? right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
