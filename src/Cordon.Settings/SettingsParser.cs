using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cordon.Settings;

/// <summary>Reads YAML into nodes: plain mappings, lists and scalars, within limits.</summary>
internal sealed class SettingsParser
{
    private readonly string _name;
    private readonly SettingsLimits _limits;
    private readonly Parser _parser;
    private int _nodes;
    private Mark _place = new(0, 1, 1);

    private SettingsParser(string name, string text, SettingsLimits limits)
    {
        _name = name;
        _limits = limits;
        _parser = new Parser(new StringReader(text));
    }

    internal static SettingsTable Read(string name, string text, SettingsLimits limits)
    {
        if (text.Length > limits.MaxCharacters)
        {
            throw new SettingsException(name, 1, 1, $"the text is longer than {limits.MaxCharacters} characters");
        }

        return new SettingsParser(name, text, limits).ReadDocument();
    }

    [DoesNotReturn]
    private void Refuse(Mark place, string reason) =>
        throw new SettingsException(_name, place.Line, place.Column, reason);

    private SettingsTable ReadDocument()
    {
        Take(); // the start of the stream
        if (Take() is not DocumentStart)
        {
            Refuse(_place, "the text is empty");
        }

        Mark start = _place;
        SettingsNode root = ReadNode(Take(), 1);
        Take(); // the end of the document
        if (Take() is not StreamEnd)
        {
            Refuse(_place, "settings are one document");
        }

        if (root is not SettingsTable table)
        {
            Refuse(start, "settings are a mapping of names to values");
            return null;
        }

        return table;
    }

    private ParsingEvent Take()
    {
        try
        {
            if (_parser.MoveNext() && _parser.Current is { } next)
            {
                _place = next.Start;
                return next;
            }
        }
        catch (YamlException fault)
        {
            throw new SettingsException(_name, fault.Start.Line, fault.Start.Column, fault.Message, fault);
        }
        // The scanner has texts that it gives up on with exceptions of its own making.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new SettingsException(_name, _place.Line, _place.Column, "what follows is not YAML", fault);
        }

        Refuse(_place, "the text ends too early");
        return null;
    }

    private SettingsNode ReadNode(ParsingEvent next, int depth)
    {
        if (++_nodes > _limits.MaxNodes)
        {
            Refuse(next.Start, $"there are more than {_limits.MaxNodes} values");
        }

        if (next is NodeEvent node && (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)))
        {
            Refuse(next.Start, "anchors and tags are not used here");
        }

        if (next is Scalar scalar)
        {
            return new SettingsText(scalar.Start.Line, scalar.Start.Column, scalar.Value);
        }

        if (depth > _limits.MaxDepth)
        {
            Refuse(next.Start, $"lists and mappings are nested deeper than {_limits.MaxDepth}");
        }

        switch (next)
        {
            case SequenceStart:
                return ReadList(next.Start, depth);
            case MappingStart:
                return ReadTable(next.Start, depth);
            default:
                Refuse(next.Start, "a value was expected");
                return null;
        }
    }

    private SettingsList ReadList(Mark place, int depth)
    {
        List<SettingsNode> items = [];
        for (ParsingEvent next = Take(); next is not SequenceEnd; next = Take())
        {
            items.Add(ReadNode(next, depth + 1));
        }

        return new SettingsList(place.Line, place.Column, items);
    }

    private SettingsTable ReadTable(Mark place, int depth)
    {
        List<KeyValuePair<SettingsText, SettingsNode>> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (ParsingEvent next = Take(); next is not MappingEnd; next = Take())
        {
            Mark at = next.Start;
            if (ReadNode(next, depth + 1) is not SettingsText { Text.Length: > 0 } key)
            {
                Refuse(at, "a key has to be a name");
                return null;
            }

            if (!keys.Add(key.Text))
            {
                Refuse(at, $"'{key.Text}' is here for the second time");
            }

            entries.Add(new(key, ReadNode(Take(), depth + 1)));
        }

        return new SettingsTable(place.Line, place.Column, entries);
    }
}
