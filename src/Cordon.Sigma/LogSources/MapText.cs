using System.Diagnostics.CodeAnalysis;
using Cordon.Sigma.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cordon.Sigma.LogSources;

/// <summary>Reads the YAML of a map into nodes: plain mappings, lists and scalars, within limits.</summary>
internal sealed class MapText
{
    private readonly string _name;
    private readonly LogSourceMapLimits _limits;
    private readonly Parser _parser;
    private int _nodes;
    private Mark _place = new(0, 1, 1);

    private MapText(string name, string text, LogSourceMapLimits limits)
    {
        _name = name;
        _limits = limits;
        _parser = new Parser(new StringReader(text));
    }

    internal static MapTable Read(string name, string text, LogSourceMapLimits limits)
    {
        if (text.Length > limits.MaxCharacters)
        {
            throw new LogSourceMapException(name, 1, 1, $"the text is longer than {limits.MaxCharacters} characters");
        }

        return new MapText(name, text, limits).ReadDocument();
    }

    [DoesNotReturn]
    internal static void Refuse(string name, Mark place, string reason) =>
        throw new LogSourceMapException(name, place.Line, place.Column, reason);

    private MapTable ReadDocument()
    {
        Take(); // the start of the stream
        if (Take() is not DocumentStart)
        {
            Refuse(_name, _place, "the text is empty");
        }

        MapNode root = ReadNode(Take(), 1);
        Take(); // the end of the document
        if (Take() is not StreamEnd)
        {
            Refuse(_name, _place, "a map is one document");
        }

        if (root is not MapTable table)
        {
            Refuse(_name, root.Place, "a map is a mapping of sections");
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
            throw new LogSourceMapException(_name, fault.Start.Line, fault.Start.Column, fault.Message, fault);
        }
        // The scanner has texts that it gives up on with exceptions of its own making.
        catch (Exception fault) when (YamlFaults.IsParserFault(fault))
        {
            throw new LogSourceMapException(_name, _place.Line, _place.Column, "what follows is not YAML", fault);
        }

        Refuse(_name, _place, "the text ends too early");
        return null;
    }

    private MapNode ReadNode(ParsingEvent next, int depth)
    {
        if (++_nodes > _limits.MaxNodes)
        {
            Refuse(_name, next.Start, $"there are more than {_limits.MaxNodes} values");
        }

        if (next is NodeEvent node && (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)))
        {
            Refuse(_name, next.Start, "anchors and tags are not used in maps");
        }

        if (next is Scalar scalar)
        {
            return new MapScalar(scalar.Start, scalar.Value);
        }

        if (depth > _limits.MaxDepth)
        {
            Refuse(_name, next.Start, $"lists and mappings are nested deeper than {_limits.MaxDepth}");
        }

        switch (next)
        {
            case SequenceStart:
                return ReadList(next.Start, depth);
            case MappingStart:
                return ReadTable(next.Start, depth);
            default:
                Refuse(_name, next.Start, "a value was expected");
                return null;
        }
    }

    private MapList ReadList(Mark place, int depth)
    {
        List<MapNode> items = [];
        for (ParsingEvent next = Take(); next is not SequenceEnd; next = Take())
        {
            items.Add(ReadNode(next, depth + 1));
        }

        return new MapList(place, items);
    }

    private MapTable ReadTable(Mark place, int depth)
    {
        List<KeyValuePair<MapScalar, MapNode>> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (ParsingEvent next = Take(); next is not MappingEnd; next = Take())
        {
            MapNode node = ReadNode(next, depth + 1);
            if (node is not MapScalar { Text.Length: > 0 } key)
            {
                Refuse(_name, node.Place, "a key has to be a name");
                return null;
            }

            if (!keys.Add(key.Text))
            {
                Refuse(_name, key.Place, $"'{key.Text}' is here for the second time");
            }

            entries.Add(new(key, ReadNode(Take(), depth + 1)));
        }

        return new MapTable(place, entries);
    }
}
