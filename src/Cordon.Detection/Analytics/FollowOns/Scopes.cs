namespace Cordon.Detection.Analytics.FollowOns;

/// <summary>Rights that applications are given.</summary>
internal static class Scopes
{
    // Reading or sending all mail and files, or acting as somebody: what published cases of consent phishing asked for.
    private static readonly string[] Broad =
    [
        "Mail.Read",
        "Mail.Send",
        "MailboxSettings.ReadWrite",
        "Files.Read",
        "Sites.Read",
        "Notes.Read",
        "Contacts.Read",
        "EWS.AccessAsUser",
        "full_access_as",
        "user_impersonation",
        "Directory.ReadWrite",
        "RoleManagement.ReadWrite",
        "mail.google.com",
        "auth/gmail",
        "auth/drive",
    ];

    public static bool AreBroad(string detail) =>
        Array.Exists(Broad, b => detail.Contains(b, StringComparison.OrdinalIgnoreCase));

    public static string Of(string detail) =>
        string.Join(", ", Broad.Where(b => detail.Contains(b, StringComparison.OrdinalIgnoreCase)));
}
