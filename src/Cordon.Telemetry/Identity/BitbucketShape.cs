using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Identity;

/// <summary>The audit log of Bitbucket, and of its maker's other servers, which write the same records.</summary>
internal sealed class BitbucketShape : CloudShape
{
    /// <inheritdoc/>
    public override string Name => "bitbucket-audit";

    /// <inheritdoc/>
    public override int Score(IndexedObject record) =>
        Of(record, "auditType.action", "auditType.actionI18nKey").Length > 0 && record.Has("timestamp") ? 90 : 0;

    /// <inheritdoc/>
    public override bool Read(CloudRecord record)
    {
        IndexedObject json = record.Json;
        record.Begin("bitbucket", "audit");
        string time = json.Text("timestamp");
        record.Header(
            record.Time(time.Length > 0 ? time : json.Text("timestamp", "epochSecond")),
            json.Text("system"),
            "bitbucket"
        );
        return record.Show();
    }
}
