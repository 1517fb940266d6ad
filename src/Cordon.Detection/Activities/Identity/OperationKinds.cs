using System.Text;
using Cordon.Events.Activities;
using Cordon.Settings;

namespace Cordon.Detection.Activities.Identity;

/// <summary>As what operations of cloud services are told: the table that comes with Cordon (<c>operations.yml</c>). Immutable.</summary>
internal sealed class OperationKinds
{
    private static readonly Lazy<OperationKinds> Shipped = new(static () =>
        new OperationKinds(EmbeddedSettings.Load("operations.yml"))
    );

    private readonly Dictionary<(string System, string Operation), AccountActionKind> _kinds = [];
    private readonly List<(string System, string Start, AccountActionKind Kind)> _starts = [];

    private OperationKinds(SettingsFile file)
    {
        foreach ((SettingsText system, SettingsNode node) in file.Root.Entries)
        {
            if (system.Text == "version")
            {
                continue;
            }

            foreach ((SettingsText key, SettingsNode kind) in file.Table(node, system.Text).Entries)
            {
                AccountActionKind read = ActionKinds.Read(file, kind);
                if (key.Text.EndsWith('*'))
                {
                    _starts.Add((system.Text, Plain(key.Text[..^1]), read));
                }
                else
                {
                    _kinds[(system.Text, Plain(key.Text))] = read;
                }
            }
        }
    }

    /// <summary>What comes with Cordon.</summary>
    public static OperationKinds Default => Shipped.Value;

    /// <summary>As what an operation is told; null where it is not.</summary>
    /// <param name="system">Whose operation it is, such as <c>microsoft</c>.</param>
    /// <param name="operation">As the log writes it.</param>
    public AccountActionKind? Find(string system, string operation)
    {
        string plain = Plain(operation);
        if (_kinds.TryGetValue((system, plain), out AccountActionKind kind))
        {
            return kind;
        }

        foreach ((string owner, string start, AccountActionKind other) in _starts)
        {
            if (owner == system && plain.StartsWith(start, StringComparison.Ordinal))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>An operation's name without what logs write differently: case, blanks, kinds of dashes, a full stop at the end.</summary>
    public static string Plain(string operation)
    {
        var text = new StringBuilder(operation.Length);
        foreach (char one in operation)
        {
            if (char.IsWhiteSpace(one))
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else
            {
                text.Append(one is >= '\u2010' and <= '\u2015' or '\u2212' ? '-' : char.ToLowerInvariant(one));
            }
        }

        return text.ToString().TrimEnd(' ', '.');
    }
}
