using Cordon.Events.Activities;
using Cordon.Settings;

namespace Cordon.Detection.Activities.Identity;

/// <summary>What results of sign-ins prove: the table that comes with Cordon (<c>outcome-codes.yml</c>). Immutable.</summary>
internal sealed class OutcomeCodes
{
    private static readonly Lazy<OutcomeCodes> Shipped = new(static () =>
        new OutcomeCodes(EmbeddedSettings.Load("outcome-codes.yml"))
    );

    private readonly Dictionary<string, Dictionary<string, OutcomeCode>> _systems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Start, OutcomeCode Code)>> _ranges = new(StringComparer.Ordinal);

    private OutcomeCodes(SettingsFile file)
    {
        foreach ((SettingsText system, SettingsNode node) in file.Root.Entries)
        {
            if (system.Text != "version")
            {
                Add(file, system.Text, file.Table(node, system.Text));
            }
        }
    }

    /// <summary>What comes with Cordon.</summary>
    public static OutcomeCodes Default => Shipped.Value;

    /// <summary>A table of one's own, of the same form.</summary>
    /// <exception cref="SettingsException">The file can't be used.</exception>
    public static OutcomeCodes Read(SettingsFile file) => new(file);

    /// <summary>What a result proves; null where no table has it.</summary>
    /// <param name="system">Whose result it is, such as <c>entra</c>.</param>
    /// <param name="code">The code or its name, ignoring case.</param>
    public OutcomeCode? Find(string system, string code)
    {
        if (
            _systems.TryGetValue(system, out Dictionary<string, OutcomeCode>? codes)
            && codes.TryGetValue(code, out OutcomeCode? found)
        )
        {
            return found;
        }

        foreach ((string start, OutcomeCode range) in _ranges.GetValueOrDefault(system) ?? [])
        {
            if (code.Length == 5 && code.StartsWith(start, StringComparison.Ordinal))
            {
                return range;
            }
        }

        return null;
    }

    private void Add(SettingsFile file, string system, SettingsTable table)
    {
        var codes = new Dictionary<string, OutcomeCode>(StringComparer.OrdinalIgnoreCase);
        List<(string, OutcomeCode)> ranges = [];
        foreach ((SettingsText key, SettingsNode node) in table.Entries)
        {
            OutcomeCode code = Code(file, file.Table(node, key.Text), null);
            if (key.Text.EndsWith('*'))
            {
                ranges.Add((key.Text[..^1], code));
                continue;
            }

            codes[key.Text] = code;
            if (code.Name.Length > 0)
            {
                codes.TryAdd(code.Name, code);
            }
        }

        (_systems[system], _ranges[system]) = (codes, ranges);
    }

    private static OutcomeCode Code(SettingsFile file, SettingsTable table, OutcomeCode? outer)
    {
        file.AllowKeys(
            table,
            "name",
            "verdict",
            "password",
            "second-factor",
            "meaning",
            "action",
            "reasons",
            "contains"
        );
        var code = new OutcomeCode
        {
            Name = table["name"] is { } name ? file.Text(name, "name") : outer?.Name ?? "",
            Verdict = table["verdict"] is { } verdict ? Verdict(file, verdict) : outer?.Verdict ?? Missing(file, table),
            IsPasswordRight = table["password"] is { } password ? Password(file, password) : outer?.IsPasswordRight,
            SecondFactor = table["second-factor"] is { } factor
                ? Factor(file, factor)
                : outer?.SecondFactor ?? SecondFactor.Unknown,
            Meaning = table["meaning"] is { } meaning ? file.Text(meaning, "meaning") : "",
            Action = table["action"] is { } action ? ActionKinds.Read(file, action) : outer?.Action,
        };
        return table["reasons"] is { } reasons
            ? code with
            {
                Reasons =
                [
                    .. file.List(reasons, "reasons")
                        .Select(node => file.Table(node, "a reason"))
                        .Select(t => (file.Text(t["contains"] ?? t, "contains"), Code(file, t, code))),
                ],
            }
            : code;
    }

    private static SignInVerdict Missing(SettingsFile file, SettingsTable table)
    {
        file.Refuse(table, "'verdict' is missing");
        return default;
    }

    private static SignInVerdict Verdict(SettingsFile file, SettingsNode node)
    {
        switch (file.Text(node, "verdict"))
        {
            case "unknown":
                return SignInVerdict.Unknown;
            case "not-an-attempt":
                return SignInVerdict.NotAnAttempt;
            case "rejected":
                return SignInVerdict.Rejected;
            case "no-such-account":
                return SignInVerdict.NoSuchAccount;
            case "blocked":
                return SignInVerdict.Blocked;
            case "stopped":
                return SignInVerdict.Stopped;
            case "succeeded":
                return SignInVerdict.Succeeded;
            default:
                file.Refuse(
                    node,
                    "verdict is unknown, not-an-attempt, rejected, no-such-account, blocked, stopped or succeeded"
                );
                return default;
        }
    }

    private static bool? Password(SettingsFile file, SettingsNode node)
    {
        switch (file.Text(node, "password"))
        {
            case "right":
                return true;
            case "wrong":
                return false;
            case "unknown":
                return null;
            default:
                file.Refuse(node, "password is right, wrong or unknown");
                return null;
        }
    }

    private static SecondFactor Factor(SettingsFile file, SettingsNode node)
    {
        switch (file.Text(node, "second-factor"))
        {
            case "not-required":
                return SecondFactor.NotRequired;
            case "required":
                return SecondFactor.Required;
            case "enrolment":
                return SecondFactor.EnrolmentRequired;
            case "denied":
                return SecondFactor.Denied;
            case "not-answered":
                return SecondFactor.NotAnswered;
            case "failed":
                return SecondFactor.Failed;
            case "satisfied":
                return SecondFactor.Satisfied;
            case "satisfied-by-token":
                return SecondFactor.SatisfiedByToken;
            default:
                file.Refuse(
                    node,
                    "second-factor is not-required, required, enrolment, denied, not-answered, failed, satisfied or satisfied-by-token"
                );
                return default;
        }
    }
}
