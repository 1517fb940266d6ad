namespace Cordon.Settings;

/// <summary>A piece of a settings file and where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public abstract record SettingsNode(long Line, long Column);

/// <summary>A single value, as written between its quotes.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">The value.</param>
public sealed record SettingsText(long Line, long Column, string Text) : SettingsNode(Line, Column);

/// <summary>A list.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Items">What is in it.</param>
public sealed record SettingsList(long Line, long Column, IReadOnlyList<SettingsNode> Items)
    : SettingsNode(Line, Column);

/// <summary>A mapping in the order of the text, without duplicate keys.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Entries">Its keys and values.</param>
public sealed record SettingsTable(
    long Line,
    long Column,
    IReadOnlyList<KeyValuePair<SettingsText, SettingsNode>> Entries
) : SettingsNode(Line, Column)
{
    /// <summary>The value of a key; null where the key is not there.</summary>
    public SettingsNode? this[string key]
    {
        get
        {
            foreach ((SettingsText name, SettingsNode value) in Entries)
            {
                if (name.Text == key)
                {
                    return value;
                }
            }

            return null;
        }
    }
}
