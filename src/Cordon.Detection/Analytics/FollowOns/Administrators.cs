using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.FollowOns;

/// <summary>Whom the organisation names as administrators.</summary>
internal static class Administrators
{
    public static bool Includes(Organisation organisation, string account) =>
        account.Length > 0 && organisation.Administrators.Contains(account, StringComparer.OrdinalIgnoreCase);
}
