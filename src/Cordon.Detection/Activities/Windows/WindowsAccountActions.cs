using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>What is done with accounts, groups and logs, as Windows writes of it in its Security and System logs.</summary>
internal sealed class WindowsAccountActions(FieldTable fields) : IActivitySource
{
    private readonly WindowsFields _fields = new(fields);

    public IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [("windows", "Security"), ("windows", "System")];

    public void Read(LogEvent source, List<Activity> activities)
    {
        (AccountActionKind Kind, string Operation)? what = source.Code switch
        {
            4740 => (AccountActionKind.AccountDisabled, "account locked out"),
            4767 => (AccountActionKind.AccountEnabled, "account unlocked"),
            4724 => (AccountActionKind.PasswordReset, "password reset"),
            4723 => (AccountActionKind.PasswordReset, "password changed by its owner"),
            4725 => (AccountActionKind.AccountDisabled, "account disabled"),
            4722 => (AccountActionKind.AccountEnabled, "account enabled"),
            4720 => (AccountActionKind.AccountCreated, "account made"),
            4728 => (AccountActionKind.RoleGrant, "member added to global group"),
            4732 => (AccountActionKind.RoleGrant, "member added to local group"),
            4756 => (AccountActionKind.RoleGrant, "member added to universal group"),
            1102 when IsLogProvider(source) => (AccountActionKind.LoggingStopped, "security log emptied"),
            104 when IsLogProvider(source) => (AccountActionKind.LoggingStopped, "log emptied"),
            _ => null,
        };
        if (what is not { } known || source.Time is not { } time)
        {
            return;
        }

        bool isGroup = known.Kind == AccountActionKind.RoleGrant;
        ReadOnlySpan<char> target = WindowsText.Name(source.Value(_fields.TargetUserName).Text);
        if (!isGroup && WindowsText.IsMachine(target) && !target.IsEmpty)
        {
            return;
        }

        string group = isGroup ? WindowsText.Bounded(target) : "";
        string caller = source.Code == 4740 ? WindowsText.Bounded(source.Value(_fields.TargetDomainName).Text) : "";
        activities.Add(
            new AccountAction
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System = "windows",
                Kind = known.Kind,
                Account = WindowsText.Account(source.Value(_fields.SubjectUserName).Text),
                Target = isGroup ? Member(source) : WindowsText.Account(target),
                Operation = known.Operation,
                Application = group,
                Detail =
                    isGroup ? $"group={group}"
                    : caller.Length > 0 ? $"caller={caller}"
                    : "",
            }
        );
    }

    private static bool IsLogProvider(LogEvent source) =>
        source.Provider.Contains("Eventlog", StringComparison.OrdinalIgnoreCase);

    // The member's distinguished name, of which the first part is its name, or its SID where Windows writes a dash.
    private string Member(LogEvent source)
    {
        ReadOnlySpan<char> name = WindowsText.Plain(source.Value(_fields.MemberName).Text);
        if (name.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
        {
            int end = name.IndexOf(',');
            name = end > 0 ? name[3..end] : name[3..];
        }

        return name.IsEmpty ? WindowsText.Account(source.Value(_fields.MemberSid).Text) : WindowsText.Account(name);
    }
}
