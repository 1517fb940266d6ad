using Cordon.Events;

namespace Cordon.Sigma.Tests.LogSources;

/// <summary>Events and log sources, made by hand.</summary>
internal static class Given
{
    internal const string Sysmon = "Microsoft-Windows-Sysmon";
    internal const string SysmonChannel = "Microsoft-Windows-Sysmon/Operational";
    internal const string Auditing = "Microsoft-Windows-Security-Auditing";

    internal static EventSnapshot Event(
        string channel,
        string provider,
        long? code,
        string product = "windows",
        FieldTable? table = null,
        params (string Name, string? Text)[] fields
    ) =>
        new(
            table ?? new FieldTable(),
            new EventOrigin
            {
                Source = "made.evtx",
                Product = product,
                Channel = channel,
                Provider = provider,
                Code = code,
            },
            fields.Select(field =>
                field.Text is null ? SnapshotField.OfNull(field.Name) : SnapshotField.OfText(field.Name, field.Text)
            )
        );

    /// <summary>A log source as <c>product/category/service</c>, with <c>-</c> for what is left out.</summary>
    internal static LogSource Source(string written)
    {
        string?[] parts = [.. written.Split('/').Select(part => part == "-" ? null : part)];
        return new LogSource(parts[0], parts[1], parts[2]);
    }

    internal static LogSourceResolution Resolve(string written) => LogSourceMap.Default.Resolve(Source(written));

    internal static bool Serves(string written, LogEvent source) =>
        Resolve(written).Targets.Any(target => target.Accepts(source));

    /// <summary>The event as the one target of the log source that accepts it shows it.</summary>
    internal static MappedEvent Mapped(string written, LogEvent source)
    {
        LogSourceTarget target = Assert.Single(Resolve(written).Targets, target => target.Accepts(source));
        return new MappedEvent(source.Fields, [target]).Show(source, target);
    }

    /// <summary>The field's values joined by <c>|</c>, <c>(missing)</c> or <c>(unavailable)</c>.</summary>
    internal static string Read(this LogEvent source, string field)
    {
        FieldId id = source.Fields.Intern(field);
        if (source.IsUnavailable(id))
        {
            Assert.Equal(0, source.Count(id));
            Assert.Equal(FieldKind.Missing, source.Value(id).Kind);
            return "(unavailable)";
        }

        int count = source.Count(id);
        return count == 0
            ? "(missing)"
            : string.Join('|', Enumerable.Range(0, count).Select(i => source.Value(id, i).Text.ToString()));
    }
}
