using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Identity;

/// <summary>The logs of identity providers and cloud services.</summary>
internal static class CloudFormats
{
    private static readonly CloudShape[] Shapes =
    [
        new EntraSignInShape(),
        new EntraAuditShape(),
        new EntraRiskShape(),
        new UnifiedAuditShape(),
        new OktaShape(),
        new GoogleWorkspaceShape(),
        new DuoShape(),
        new OneLoginShape(),
        new CloudTrailShape(),
        new AzureActivityShape(),
        new GitHubShape(),
        new BitbucketShape(),
        new KubernetesShape(),
        new GcpAuditShape(),
    ];

    /// <summary>A format for each of them.</summary>
    public static IReadOnlyList<ILogFormat> All { get; } = [.. Shapes.Select(s => new CloudFormat(s, Shapes))];
}
