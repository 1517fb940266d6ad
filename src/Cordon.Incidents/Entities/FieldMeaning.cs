using Cordon.Events;

namespace Cordon.Incidents.Entities;

/// <summary>What a field of a log holds, and what part that has in a finding.</summary>
/// <param name="Kind">What its value is.</param>
/// <param name="Role">Its part.</param>
internal readonly record struct FieldMeaning(ObservableKind Kind, EntityRole Role)
{
    private static readonly Dictionary<string, FieldMeaning> ByName = Build();
    private static readonly Dictionary<string, FieldMeaning>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The fields that tell where a connection went: what part they have depends on which end is outside.</summary>
    public static bool IsDestination(string field) =>
        field.Equals("DestinationIp", StringComparison.OrdinalIgnoreCase)
        || field.Equals("DestAddress", StringComparison.OrdinalIgnoreCase)
        || field.Equals("dest_ip", StringComparison.OrdinalIgnoreCase)
        || field.Equals("dst_ip", StringComparison.OrdinalIgnoreCase)
        || field.Equals("id.resp_h", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a field holds; false where that is not known. Azure's <c>properties.</c> before a name changes nothing.</summary>
    public static bool TryGet(string field, out FieldMeaning meaning)
    {
        const string Envelope = "properties.";
        ReadOnlySpan<char> name = field;
        return Lookup.TryGetValue(name, out meaning)
            || (
                name.StartsWith(Envelope, StringComparison.OrdinalIgnoreCase)
                && Lookup.TryGetValue(name[Envelope.Length..], out meaning)
            );
    }

    private static Dictionary<string, FieldMeaning> Build()
    {
        Dictionary<string, FieldMeaning> map = new(StringComparer.OrdinalIgnoreCase);
        void Add(ObservableKind kind, EntityRole role, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                map.Add(name, new FieldMeaning(kind, role));
            }
        }

        Add(
            ObservableKind.Account,
            EntityRole.Target,
            ["TargetUserName", "userPrincipalName", "UserId", "UserIds", "Username", "actor.alternateId"]
        );
        Add(
            ObservableKind.Account,
            EntityRole.Target,
            ["actor.email", "userIdentity.userName", "MailboxOwnerUPN", "acct", "account", "user.name", "user.email"]
        );
        Add(
            ObservableKind.Account,
            EntityRole.Target,
            ["initiatedBy.user.userPrincipalName", "targetResources.0.userPrincipalName", "user_name", "AccountName"]
        );
        Add(
            ObservableKind.Account,
            EntityRole.Related,
            ["SubjectUserName", "User", "SourceUser", "TargetUser", "cs-username", "initiatedBy"]
        );
        Add(
            ObservableKind.Address,
            EntityRole.Source,
            ["IpAddress", "SourceIp", "SourceAddress", "ClientAddress", "src_ip", "srcip", "id.orig_h", "rhost"]
        );
        Add(
            ObservableKind.Address,
            EntityRole.Source,
            ["IP address", "callerIpAddress", "ClientIP", "ClientIPAddress", "ActorIpAddress", "client.ipAddress"]
        );
        Add(
            ObservableKind.Address,
            EntityRole.Source,
            ["sourceIPAddress", "c-ip", "remote_addr", "addr", "source_ip", "client_ip", "access_device.ip", "ipaddr"]
        );
        Add(
            ObservableKind.Address,
            EntityRole.Related,
            ["DestinationIp", "DestAddress", "dest_ip", "dst_ip", "id.resp_h"]
        );
        Add(ObservableKind.Host, EntityRole.Source, ["WorkstationName", "Workstation"]);
        Add(
            ObservableKind.Domain,
            EntityRole.Source,
            ["QueryName", "query", "dns.rrname", "cs-host", "r-dns", "tls.sni", "server_name", "http.hostname"]
        );
        Add(ObservableKind.Domain, EntityRole.Source, ["DestinationHostname"]);
        Add(ObservableKind.Url, EntityRole.Related, ["url", "c-uri", "http.url"]);
        Add(
            ObservableKind.File,
            EntityRole.Related,
            ["Image", "NewProcessName", "TargetFilename", "ImageLoaded", "exe", "SourceFileName", "ObjectId"]
        );
        Add(
            ObservableKind.Hash,
            EntityRole.Related,
            ["Hashes", "Hash", "sha256", "md5", "sha1", "fileinfo.sha256", "fileinfo.md5"]
        );
        Add(
            ObservableKind.UserAgent,
            EntityRole.Source,
            ["userAgent", "User agent", "c-useragent", "cs-user-agent", "user_agent", "http.http_user_agent"]
        );
        Add(ObservableKind.UserAgent, EntityRole.Source, ["client.userAgent.rawUserAgent"]);
        Add(
            ObservableKind.Session,
            EntityRole.Related,
            ["sessionId", "Session ID", "authenticationContext.externalSessionId", "uniqueTokenIdentifier"]
        );
        Add(ObservableKind.Application, EntityRole.Related, ["appDisplayName", "ApplicationId", "Application"]);
        Add(ObservableKind.EmailAddress, EntityRole.Source, ["SenderAddress", "sender", "from", "mailfrom"]);
        Add(ObservableKind.EmailAddress, EntityRole.Target, ["RecipientAddress", "recipient", "to", "rcptto"]);
        Add(ObservableKind.Message, EntityRole.Related, ["MessageId", "message_id", "InternetMessageId", "Message-ID"]);
        return map;
    }
}
