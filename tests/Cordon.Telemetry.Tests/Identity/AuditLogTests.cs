using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Identity;

/// <summary>Audit logs of code hosts, clusters and clouds in JSON, and the rules that they serve.</summary>
public class AuditLogTests
{
    private const string GitHub = """
        {"@timestamp":1767348000123,"_document_id":"a","action":"org.update_member","actor":"mallory","org":"lab","user":"alice","repo":"lab/x"}
        {"@timestamp":1767348001123,"_document_id":"b","action":"git.clone","actor":"alice","org":"lab"}
        {"@timestamp":1767348001123,"_document_id":"b","action":"git.clone","actor":"alice","org":"lab"}

        """;

    private const string Bitbucket = """
        {"timestamp":"2026-01-02T10:00:00.000Z","author":{"name":"mallory","id":"1"},"auditType":{"area":"SECURITY","category":"Security","action":"Unauthorized access to a resource"},"source":"192.0.2.7","system":"https://git.lab.example"}
        {"timestamp":"2026-01-02T10:00:01.000Z","author":{"name":"alice","id":"2"},"auditType":{"area":"SECURITY","category":"Authentication","action":"User login"},"source":"192.0.2.8","system":"https://git.lab.example"}

        """;

    private const string Kubernetes = """
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"RequestResponse","auditID":"a","stage":"ResponseComplete","requestURI":"/api/v1/namespaces/kube-system/pods","verb":"create","user":{"username":"mallory","groups":["system:masters"]},"sourceIPs":["192.0.2.7"],"userAgent":"kubectl/1.30","objectRef":{"resource":"pods","namespace":"kube-system","apiVersion":"v1","apiGroup":"apps"},"responseStatus":{"code":201},"requestObject":{"spec":{"volumes":[{"hostPath":{"path":"/"}}],"containers":[{"securityContext":{"capabilities":{"add":["SYS_ADMIN"]}}}]}},"requestReceivedTimestamp":"2026-01-02T10:00:00.123456Z","stageTimestamp":"2026-01-02T10:00:00.200000Z"}
        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"b","stage":"ResponseComplete","requestURI":"/api/v1/pods","verb":"list","user":{"username":"alice"},"objectRef":{"resource":"pods"},"responseStatus":{"code":403},"requestReceivedTimestamp":"2026-01-02T10:00:01Z"}

        """;

    private const string Gcp = """
        {"insertId":"a","logName":"projects/lab/logs/cloudaudit.googleapis.com%2Factivity","timestamp":"2026-01-02T10:00:00.123Z","resource":{"type":"gce_firewall_rule","labels":{"project_id":"lab"}},"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"compute.googleapis.com","methodName":"v1.compute.firewalls.delete","authenticationInfo":{"principalEmail":"mallory@lab.example"},"requestMetadata":{"callerIp":"192.0.2.7"},"authorizationInfo":[{"permission":"compute.firewalls.get","granted":true},{"permission":"compute.firewalls.delete","granted":true}]}}
        {"insertId":"b","logName":"projects/lab/logs/cloudaudit.googleapis.com%2Factivity","timestamp":"2026-01-02T10:00:01Z","resource":{"type":"gce_instance"},"protoPayload":{"serviceName":"compute.googleapis.com","methodName":"v1.compute.instances.list"}}

        """;

    [Theory]
    [InlineData("product: github, service: audit", "action: org.update_member, actor: mallory", GitHub, "github-audit")]
    [InlineData(
        "product: bitbucket, service: audit",
        "auditType.category: Security, auditType.action|contains: Unauthorized",
        Bitbucket,
        "bitbucket-audit"
    )]
    [InlineData(
        "category: application, product: kubernetes, service: audit",
        "verb: create, objectRef.resource: pods, objectRef.namespace: kube-system",
        Kubernetes,
        "kubernetes-audit"
    )]
    [InlineData(
        "product: kubernetes, service: audit",
        "hostPath: '*', capabilities: '*'",
        Kubernetes,
        "kubernetes-audit"
    )]
    [InlineData(
        "product: kubernetes, service: audit",
        "apiGroup: apps, responseStatus.code: 201",
        Kubernetes,
        "kubernetes-audit"
    )]
    [InlineData(
        "product: gcp, service: gcp.audit",
        "gcp.audit.method_name: 'v*.Compute.Firewalls.Delete'",
        Gcp,
        "gcp-audit"
    )]
    [InlineData(
        "product: gcp, service: gcp.audit",
        "data.protoPayload.authorizationInfo.permission: compute.firewalls.delete, data.protoPayload.authorizationInfo.granted: 'true', data.protoPayload.serviceName: compute.googleapis.com",
        Gcp,
        "gcp-audit"
    )]
    public void Every_audit_log_serves_its_rules(string source, string selection, string log, string format)
    {
        Assert.Equal([1], TextLog.Fired(source, selection, log, "audit.json"));
        TextLog.Outcome read = TextLog.Read(log, "audit.json");
        Assert.Equal(format, read.Format);
        Assert.Equal(2, read.Events.Count);
        Assert.Equal(
            new DateTime(2026, 1, 2, 10, 0, 0, DateTimeKind.Utc),
            read.Events[0]
                .Origin.Time!.Value.AddTicks(-(read.Events[0].Origin.Time!.Value.Ticks % TimeSpan.TicksPerSecond))
        );
    }

    [Fact]
    public void No_audit_log_serves_rules_of_another()
    {
        (string Source, string Selection, string Log)[] all =
        [
            ("product: github, service: audit", "action: '*'", GitHub),
            ("product: bitbucket, service: audit", "timestamp: '*'", Bitbucket),
            ("product: kubernetes, service: audit", "verb: '*'", Kubernetes),
            ("product: gcp, service: gcp.audit", "logName: '*'", Gcp),
        ];
        foreach ((string source, string selection, _) in all)
        {
            foreach ((string own, _, string log) in all)
            {
                Assert.Equal(source == own ? 2 : 0, TextLog.Fired(source, selection, log, "a.json").Length);
            }
        }
    }

    [Fact]
    public void Lists_and_wrapped_entries_are_read()
    {
        string list =
            $$"""{"kind":"EventList","apiVersion":"audit.k8s.io/v1","items":[{{string.Join(',', Kubernetes.Split('\n', StringSplitOptions.RemoveEmptyEntries))}}]}""";
        string wrapped = $$"""{"data":{{Gcp.Split('\n')[0]}},"subscription":"s"}""" + "\n";
        string array = $"[{string.Join(',', GitHub.Split('\n', StringSplitOptions.RemoveEmptyEntries))}]";

        Assert.Equal([1], TextLog.Fired("product: kubernetes, service: audit", "verb: create", list, "a.json"));
        Assert.Single(
            TextLog.Fired(
                "product: gcp, service: gcp.audit",
                "protoPayload.methodName|contains: firewalls",
                wrapped,
                "a.json"
            )
        );
        Assert.Equal([1], TextLog.Fired("product: github, service: audit", "actor: mallory", array, "a.json"));
    }

    [Fact]
    public void Workspace_events_that_come_through_Googles_cloud_serve_the_rules_of_Workspace()
    {
        const string Log = """
            {"insertId":"a","logName":"organizations/1/logs/cloudaudit.googleapis.com%2Fdata_access","timestamp":"2026-01-02T10:00:00Z","protoPayload":{"serviceName":"login.googleapis.com","methodName":"google.login.LoginService.govAttackWarning","metadata":{"event":[{"eventName":"gov_attack_warning","eventType":"attack_warning"}]}}}

            """;

        Assert.Equal(
            [1],
            TextLog.Fired(
                "product: gcp, service: google_workspace.login",
                "protoPayload.serviceName: login.googleapis.com, protoPayload.metadata.event.eventName: gov_attack_warning",
                Log,
                "a.json"
            )
        );
    }
}
