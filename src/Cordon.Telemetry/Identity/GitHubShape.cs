using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>GitHub's audit log, as it is streamed or exported.</summary>
internal sealed class GitHubShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "github-audit";

    /// <inheritdoc/>
    public override int Score(IndexedObject record) =>
        record.Text("action").IndexOf('.', StringComparison.Ordinal) > 0
        && record.Has("actor")
        && (
            record.Has("_document_id")
            || record.Has("created_at")
            || record.Find("@timestamp") is { ValueKind: JsonValueKind.Number }
        )
        && (
            record.Has("org")
            || record.Has("business")
            || record.Has("user")
            || record.Has("repo")
            || record.Has("_document_id")
        )
            ? 90
            : 0;

    /// <inheritdoc/>
    public override string KeyOf(IndexedObject record) => record.Text("_document_id");

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("github", "audit");
        string time = json.Text("@timestamp");
        record.Header(
            record.Time(time.Length > 0 ? time : json.Text("created_at")),
            json.Text("org") is { Length: > 0 } organisation ? organisation : json.Text("business"),
            "github"
        );
        return record.Show();
    }
}
