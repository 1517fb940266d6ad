using Cordon.Cli.Terminal;
using Cordon.Detection.Analytics;
using Cordon.Evtx;
using Cordon.Incidents.Organisations;
using Cordon.Settings;
using Cordon.Telemetry;
using Cordon.Telemetry.Mapping;

namespace Cordon.Cli.Scanning;

/// <summary>What a scan takes from files of the user's: organisations, thresholds, log formats of his own.</summary>
internal sealed record ScanSettings
{
    /// <summary>Whose a log is.</summary>
    public required OrganisationFinder Organisations { get; init; }

    /// <summary>Thresholds of analytics.</summary>
    public required AnalyticSettings Analytics { get; init; }

    /// <summary>How logs are read.</summary>
    public required LogReaderOptions Reader { get; init; }

    /// <summary>Reads them; null, with the reason told, where one can't be used.</summary>
    public static ScanSettings? Load(ScanRequest request)
    {
        try
        {
            var organisations = OrganisationFinder.Find(request.Paths, request.OrganisationPath);
            return new ScanSettings
            {
                Organisations = organisations,
                Analytics = request.AnalyticsPath is { } analytics
                    ? AnalyticSettings.Default.With(SettingsFile.Load(analytics))
                    : AnalyticSettings.Default,
                Reader = LogReaderOptions.Default with
                {
                    Evtx = EvtxOptions.Default with { RecoverDeleted = request.Recover },
                    ZoneOf = path => TimeZoneInfo.FindSystemTimeZoneById(organisations.Of(path).TimeZone),
                    Mappings = request.MappingPath is { } mapping ? LogMapping.Read(SettingsFile.Load(mapping)) : [],
                },
            };
        }
        catch (SettingsException fault)
        {
            ErrorText.Write(fault.Message);
            return null;
        }
    }
}
