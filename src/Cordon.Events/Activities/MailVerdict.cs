namespace Cordon.Events.Activities;

/// <summary>What one server wrote into a mail of its checks (Authentication-Results, RFC 8601). Anybody can write such a field.</summary>
/// <param name="Server">The name that the server gives itself (authserv-id), lower case; empty where it gives none, as Exchange Online does.</param>
/// <param name="Results">Words by method, both in lower case, as in <see cref="Mail.Authentication"/>.</param>
/// <param name="Domain">The domain that the results vouch for; empty where none.</param>
public sealed record MailVerdict(string Server, IReadOnlyDictionary<string, string> Results, string Domain);
