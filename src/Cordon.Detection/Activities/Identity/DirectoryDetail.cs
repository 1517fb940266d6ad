using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>What of a change in the directory matters: the properties that were changed, which may say more than the operation's name.</summary>
internal sealed class DirectoryDetail(FieldTable fields)
{
    private const int MaxDetail = 1_024;

    private readonly FieldId[] _shown =
    [
        .. new[]
        {
            "ConsentContext.IsAdminConsent",
            "ConsentAction.Permissions",
            "ConsentContext.OnBehalfOfAll",
            "Role.DisplayName",
            "KeyDescription",
            "AppRole.Value",
            "DelegatedPermissionGrant.Scope",
            "AccountEnabled",
            "StrongAuthenticationMethod",
            "StrongAuthenticationRequirement",
        }.Select(n => fields.Intern($"ModifiedProperties.{n}.NewValue")),
    ];

    private readonly FieldId _enabled = fields.Intern("ModifiedProperties.AccountEnabled.NewValue");
    private readonly FieldId _method = fields.Intern("ModifiedProperties.StrongAuthenticationMethod.NewValue");
    private readonly FieldId _oldMethod = fields.Intern("ModifiedProperties.StrongAuthenticationMethod.OldValue");
    private readonly FieldId _requirement = fields.Intern(
        "ModifiedProperties.StrongAuthenticationRequirement.NewValue"
    );
    private readonly FieldId _tokens = fields.Intern("ModifiedProperties.StsRefreshTokenValidFrom.NewValue");

    /// <summary>As what a change is told, and what mattered of it in a line.</summary>
    public (AccountActionKind Kind, string Detail) Of(LogEvent source, string operation, AccountActionKind kind)
    {
        if (kind == AccountActionKind.Other && OperationKinds.Plain(operation) == "update user")
        {
            kind = OfUpdate(source);
        }

        List<string> parts = [];
        int length = 0;
        foreach (FieldId name in _shown)
        {
            string value = source.Value(name).Text.ToString();
            if (value.Length > 0 && length < MaxDetail)
            {
                string title = source.Fields.NameOf(name)["ModifiedProperties.".Length..^".NewValue".Length];
                parts.Add($"{title}={IdentityText.Line(value, 300)}");
                length += parts[^1].Length;
            }
        }

        return (kind, IdentityText.Line(string.Join("; ", parts), MaxDetail));
    }

    private AccountActionKind OfUpdate(LogEvent source)
    {
        if (source.Count(_method) > 0)
        {
            return Items(source.Value(_method).Text) < Items(source.Value(_oldMethod).Text)
                ? AccountActionKind.SecondFactorRemoved
                : AccountActionKind.SecondFactorMethod;
        }

        if (source.Count(_requirement) > 0)
        {
            return Items(source.Value(_requirement).Text) == 0
                ? AccountActionKind.SecondFactorRemoved
                : AccountActionKind.SecondFactorMethod;
        }

        if (source.Count(_enabled) > 0)
        {
            return source.Value(_enabled).Text.Contains("false", StringComparison.OrdinalIgnoreCase)
                ? AccountActionKind.AccountDisabled
                : AccountActionKind.AccountEnabled;
        }

        return source.Count(_tokens) > 0 ? AccountActionKind.SessionsRevoked : AccountActionKind.Other;
    }

    // How many objects a written list has.
    private static int Items(ReadOnlySpan<char> list) => list.Count('{');
}
