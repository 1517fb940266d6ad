using System.Text;
using Cordon.Events.Activities;
using Cordon.Settings;

namespace Cordon.Detection.Activities.Identity;

/// <summary>The kinds of actions as tables write them: <c>inbox-rule</c> for <see cref="AccountActionKind.InboxRule"/>.</summary>
internal static class ActionKinds
{
    private static readonly Dictionary<string, AccountActionKind> ByName = Enum.GetValues<AccountActionKind>()
        .ToDictionary(Written, static k => k, StringComparer.Ordinal);

    /// <summary>The kind that a node names.</summary>
    /// <exception cref="SettingsException">It names none.</exception>
    public static AccountActionKind Read(SettingsFile file, SettingsNode node)
    {
        if (!ByName.TryGetValue(file.Text(node, "the kind"), out AccountActionKind kind))
        {
            file.Refuse(node, $"there is no such kind; there are {string.Join(", ", ByName.Keys)}");
        }

        return kind;
    }

    private static string Written(AccountActionKind kind)
    {
        var text = new StringBuilder();
        foreach (char one in kind.ToString())
        {
            if (char.IsAsciiLetterUpper(one) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(one));
        }

        return text.ToString();
    }
}
