using System.Globalization;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Settings;

namespace Cordon.Detection.Activities.Windows;

/// <summary>The tables of NTSTATUS and Kerberos results, from <c>windows-outcomes.yml</c>. Immutable.</summary>
internal sealed class WindowsOutcomes
{
    private const string Resource = "Cordon.Detection.windows-outcomes.yml";

    // The generic refusal whose SubStatus says more.
    private const uint LogonFailure = 0xC000006D;
    private static readonly Lazy<WindowsOutcomes> Shipped = new(Load);
    private readonly Dictionary<uint, WindowsOutcome> _ntStatus;
    private readonly Dictionary<uint, WindowsOutcome> _kerberos;

    private WindowsOutcomes(SettingsFile file)
    {
        _ntStatus = Read(file, "ntstatus");
        _kerberos = Read(file, "kerberos");
    }

    public static WindowsOutcomes Default => Shipped.Value;

    public static WindowsOutcomes Parse(string text) => new(SettingsFile.Read(text, "windows-outcomes.yml"));

    /// <summary>What a pair of codes proves: the SubStatus where it is one, else the Status.</summary>
    public WindowsOutcome OfNtStatus(FieldValue status, FieldValue subStatus)
    {
        bool hasSub = TryCode(subStatus, out uint sub) && sub != 0;
        if (hasSub && _ntStatus.TryGetValue(sub, out WindowsOutcome? outcome))
        {
            return outcome;
        }

        // A SubStatus that no table knows leaves the generic refusal open: what it refines may be anything.
        if (!TryCode(status, out uint main) || (hasSub && main == LogonFailure))
        {
            return WindowsOutcome.Unmapped(hasSub ? subStatus.Text : status.Text);
        }

        return _ntStatus.GetValueOrDefault(main) ?? WindowsOutcome.Unmapped(status.Text);
    }

    public WindowsOutcome OfKerberos(FieldValue status) =>
        TryCode(status, out uint code) && _kerberos.TryGetValue(code, out WindowsOutcome? outcome)
            ? outcome
            : WindowsOutcome.Unmapped(status.Text);

    private static bool TryCode(FieldValue value, out uint code)
    {
        ReadOnlySpan<char> text = value.Text.Trim();
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return uint.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            code = unchecked((uint)number);
            return number is >= int.MinValue and <= uint.MaxValue;
        }

        code = 0;
        return false;
    }

    private static WindowsOutcomes Load()
    {
        using Stream stream =
            typeof(WindowsOutcomes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private static Dictionary<uint, WindowsOutcome> Read(SettingsFile file, string name)
    {
        var outcomes = new Dictionary<uint, WindowsOutcome>();
        SettingsNode section = file.Root[name] ?? file.Root;
        foreach ((SettingsText key, SettingsNode node) in file.Table(section, name).Entries)
        {
            SettingsTable row = file.Table(node, key.Text);
            file.AllowKeys(row, "verdict", "password", "meaning");
            if (!TryCode(FieldValue.FromText(key.Text), out uint code))
            {
                file.Refuse(key, $"'{key.Text}' is no code such as 0xC000006A");
            }

            outcomes[code] = new WindowsOutcome(
                key.Text.ToLowerInvariant(),
                Verdict(file, row, key),
                Text(file, row, "password", key) switch
                {
                    "right" => true,
                    "wrong" => false,
                    _ => null,
                },
                Text(file, row, "meaning", key)
            );
        }

        return outcomes;
    }

    private static string Text(SettingsFile file, SettingsTable row, string name, SettingsText key)
    {
        if (row[name] is not { } node)
        {
            file.Refuse(key, $"'{key.Text}' lacks its {name}");
            return "";
        }

        return file.Text(node, name);
    }

    private static SignInVerdict Verdict(SettingsFile file, SettingsTable row, SettingsText key)
    {
        string word = Text(file, row, "verdict", key);
        switch (word)
        {
            case "succeeded":
                return SignInVerdict.Succeeded;
            case "stopped":
                return SignInVerdict.Stopped;
            case "blocked":
                return SignInVerdict.Blocked;
            case "rejected":
                return SignInVerdict.Rejected;
            case "no-such-account":
                return SignInVerdict.NoSuchAccount;
            case "not-an-attempt":
                return SignInVerdict.NotAnAttempt;
            default:
                file.Refuse(row, $"'{word}' is no verdict");
                return default;
        }
    }
}
