using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cordon.Settings;

/// <summary>A settings file: its nodes, and the ways to take them as what is wanted or refuse them with their place.</summary>
/// <remarks>YAML 1.2 without anchors and tags, in one document whose root is a mapping.</remarks>
public sealed class SettingsFile
{
    private SettingsFile(string name, SettingsTable root) => (Name, Root) = (name, root);

    /// <summary>What the text is called in messages, usually its path.</summary>
    public string Name { get; }

    /// <summary>The mapping that is the document.</summary>
    public SettingsTable Root { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What it is called in messages, usually its path.</param>
    /// <param name="limits">How large it may be.</param>
    /// <exception cref="SettingsException">It can't be used; the message says why and where.</exception>
    public static SettingsFile Read(string text, string name, SettingsLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return new SettingsFile(name, SettingsParser.Read(name, text, limits ?? SettingsLimits.Default));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SettingsException">It can't be used; the message says why and where.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static SettingsFile Load(string path, SettingsLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        limits ??= SettingsLimits.Default;
        if (new FileInfo(path).Length > (long)limits.MaxCharacters * 4)
        {
            throw new SettingsException(path, 1, 1, $"the file is longer than {limits.MaxCharacters} characters");
        }

        return Read(File.ReadAllText(path), path, limits);
    }

    /// <summary>Refuses a node.</summary>
    /// <exception cref="SettingsException">Always.</exception>
    [DoesNotReturn]
    public void Refuse(SettingsNode node, string reason)
    {
        ArgumentNullException.ThrowIfNull(node);
        throw new SettingsException(Name, node.Line, node.Column, reason);
    }

    /// <summary>Refuses the first key of a mapping that is not among <paramref name="known"/>.</summary>
    /// <exception cref="SettingsException">There is one.</exception>
    public void AllowKeys(SettingsTable table, params ReadOnlySpan<string> known)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach ((SettingsText key, _) in table.Entries)
        {
            if (!known.Contains(key.Text))
            {
                Refuse(key, $"'{key.Text}' is not known here; known are {string.Join(", ", known!)}");
            }
        }
    }

    /// <summary>The node as a mapping.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public SettingsTable Table(SettingsNode node, string what)
    {
        if (node is not SettingsTable table)
        {
            Refuse(node, $"{what} has to be a mapping");
            return null;
        }

        return table;
    }

    /// <summary>The node as a list.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public IReadOnlyList<SettingsNode> List(SettingsNode node, string what)
    {
        if (node is not SettingsList list)
        {
            Refuse(node, $"{what} has to be a list");
            return null;
        }

        return list.Items;
    }

    /// <summary>The node as a text that is not empty.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public string Text(SettingsNode node, string what)
    {
        if (node is not SettingsText { Text.Length: > 0 } text)
        {
            Refuse(node, $"{what} has to be a text");
            return null;
        }

        return text.Text;
    }

    /// <summary>The node as a list of texts; a single text stands for a list of one, and nothing (null) for an empty one.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public IReadOnlyList<string> Texts(SettingsNode? node, string what) =>
        node switch
        {
            null => [],
            SettingsText => [Text(node, what)],
            _ => [.. List(node, what).Select(n => Text(n, what))],
        };

    /// <summary>The node as a number within bounds.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public double Number(SettingsNode node, string what, double least = double.MinValue, double most = double.MaxValue)
    {
        if (
            node is not SettingsText text
            || !double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            || number < least
            || number > most
        )
        {
            Refuse(
                node,
                string.Create(CultureInfo.InvariantCulture, $"{what} has to be a number from {least} to {most}")
            );
            return 0;
        }

        return number;
    }

    /// <summary>The node as true or false.</summary>
    /// <exception cref="SettingsException">It is neither.</exception>
    public bool Flag(SettingsNode node, string what)
    {
        if (node is not SettingsText { Text: "true" or "false" } text)
        {
            Refuse(node, $"{what} has to be true or false");
            return false;
        }

        return text.Text == "true";
    }
}
