using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>The audit log of Kubernetes' API server.</summary>
internal sealed class KubernetesShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "kubernetes-audit";

    /// <inheritdoc/>
    public override int Score(IndexedObject record) =>
        record.Has("auditID") && record.Has("verb") && record.Has("stage")
            ? record.Text("apiVersion").StartsWith("audit.k8s.io/", StringComparison.Ordinal)
                ? 95
                : 80
            : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) =>
        record.Text("auditID") is { Length: > 0 } id ? $"{id}|{record.Text("stage")}" : "";

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("kubernetes", "audit");
        string time = json.Text("requestReceivedTimestamp");
        record.Header(
            record.Time(time.Length > 0 ? time : json.Text("stageTimestamp")),
            json.Text("node"),
            "kube-apiserver"
        );
        record.Alias("apiGroup", json.Text("objectRef", "apiGroup"));
        // What rules ask for within what was asked: folders of the host, and rights of the kernel.
        foreach (JsonElement spec in Specs(json))
        {
            record.Alias("hostPath", spec.Items("volumes").Select(static v => v.Text("hostPath", "path")));
            record.Alias(
                "capabilities",
                spec.Items("containers")
                    .SelectMany(static c => c.Items("securityContext", "capabilities", "add"))
                    .Select(JsonMembers.TextOf)
            );
        }

        return record.Show();
    }

    // A pod has it itself; deployments and jobs have a template.
    private static IEnumerable<JsonElement> Specs(IndexedObject json)
    {
        if (json.Find("requestObject", "spec") is { } own)
        {
            yield return own;
        }

        if (json.Find("requestObject", "spec", "template", "spec") is { } template)
        {
            yield return template;
        }
    }
}
