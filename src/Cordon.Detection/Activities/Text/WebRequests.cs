using Cordon.Detection.Activities.Identity;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Text;

/// <summary>Names looked up and web requests, from DNS servers, proxies and sensors.</summary>
internal sealed class WebRequests(FieldTable fields) : IActivitySource
{
    private const int MaxUrl = 2_048;

    private readonly FieldId[] _queries = Of(fields, "query", "dns.rrname", "dns.query.0.rrname", "QueryName");
    private readonly FieldId[] _hosts = Of(fields, "cs-host", "host", "http.hostname", "tls.sni");
    private readonly FieldId[] _urls = Of(fields, "c-uri", "url", "http.url", "uri");
    private readonly FieldId[] _methods = Of(fields, "cs-method", "method", "http.http_method");
    private readonly FieldId[] _users = Of(fields, "cs-username", "user");
    private readonly FieldId[] _clients = Of(fields, "c-ip", "client", "src_ip", "id.orig_h");
    private readonly FieldId[] _agents = Of(fields, "c-useragent", "user_agent", "http.http_user_agent");
    private readonly FieldId[] _statuses = Of(fields, "sc-status", "status", "status_code", "http.status");
    private readonly FieldId[] _sent = Of(fields, "cs-bytes", "bytes_out", "request_body_len");
    private readonly FieldId[] _actions = Of(fields, "action", "s-action", "alert.action");
    private readonly FieldId[] _kinds = Of(fields, "kind");

    /// <inheritdoc/>
    public IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [
        ("proxy", "proxy"),
        ("dns", "dns"),
        ("zeek", "dns"),
        ("zeek", "http"),
        ("suricata", "dns"),
        ("suricata", "http"),
        ("suricata", "tls"),
    ];

    /// <inheritdoc/>
    public void Read(LogEvent source, List<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(activities);
        bool isDns = source.Channel.Equals("dns", StringComparison.OrdinalIgnoreCase);
        if (source.Time is not { } time || (isDns && Text(source, _kinds) == "response"))
        {
            return;
        }

        string url = isDns ? "" : Text(source, _urls);
        string domain = isDns ? Text(source, _queries) : Text(source, _hosts);
        if (domain.Length == 0 && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri))
        {
            domain = uri.Host;
        }

        domain = domain.TrimEnd('.').ToLowerInvariant();
        if (domain.Length is 0 or > 255)
        {
            return;
        }

        if (url.StartsWith('/'))
        {
            url = $"http://{domain}{url}";
        }

        string action = Text(source, _actions);
        activities.Add(
            new WebRequest
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System =
                    isDns && source.Product is "dns" ? "dns"
                    : source.Product is "proxy" ? "proxy"
                    : "sensor",
                Domain = domain,
                Url = url.Length > MaxUrl ? url[..MaxUrl] : url,
                Method = isDns ? "" : IdentityText.Line(Text(source, _methods).ToUpperInvariant(), 20),
                Account = IdentityText.Account(Text(source, _users)),
                Client = IdentityText.Address(Text(source, _clients)),
                UserAgent = IdentityText.Line(Text(source, _agents), 300),
                Status = int.TryParse(Text(source, _statuses), out int status) ? status : null,
                BytesOut = long.TryParse(Text(source, _sent), out long bytes) ? bytes : null,
                IsBlocked = action.Length == 0 ? null : IsStopped(action),
            }
        );
    }

    private static bool IsStopped(string action) =>
        action.Contains("block", StringComparison.OrdinalIgnoreCase)
        || action.Contains("den", StringComparison.OrdinalIgnoreCase)
        || action.Contains("drop", StringComparison.OrdinalIgnoreCase)
        || action.Contains("reject", StringComparison.OrdinalIgnoreCase)
        || action.Contains("sinkhole", StringComparison.OrdinalIgnoreCase);

    private static FieldId[] Of(FieldTable fields, params ReadOnlySpan<string> names)
    {
        var ids = new FieldId[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            ids[i] = fields.Intern(names[i]);
        }

        return ids;
    }

    private static string Text(LogEvent source, FieldId[] names)
    {
        foreach (FieldId name in names)
        {
            ReadOnlySpan<char> text = source.Value(name).Text.Trim();
            if (!text.IsEmpty && text is not "-")
            {
                return text.ToString();
            }
        }

        return "";
    }
}
