namespace Cordon.Sigma.LogSources;

/// <summary>The targets of one channel by code.</summary>
internal sealed class ChannelRoutes
{
    private readonly Dictionary<long, LogSourceTarget[]> _byCode = [];
    private readonly LogSourceTarget[] _otherwise;

    internal ChannelRoutes(IEnumerable<LogSourceTarget> targets)
    {
        LogSourceTarget[] all = [.. targets];
        _otherwise = [.. all.Where(target => target.Codes.Count == 0)];
        foreach (long code in all.SelectMany(target => target.Codes))
        {
            _byCode.TryAdd(code, [.. all.Where(target => target.AcceptsCode(code))]);
        }
    }

    internal LogSourceTarget[] At(long? code) =>
        code is { } known && _byCode.TryGetValue(known, out LogSourceTarget[]? targets) ? targets : _otherwise;
}
