using System.Diagnostics.CodeAnalysis;
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

        var reader = new MapText(name, text, limits);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException fault)
        {
            throw new LogSourceMapException(name, fault.Start.Line, fault.Start.Column, fault.Message, fault);
        }
    }

    [DoesNotReturn]
    internal static void Refuse(string name, Mark place, string reason) =>
        throw new LogSourceMapException(name, place.Line, place.Column, reason);

    private MapTable ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            Refuse(_name, _parser.Current!.Start, "the text is empty");
        }

        MapNode root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out DocumentStart? second))
        {
            Refuse(_name, second.Start, "a map is one document");
        }

        if (root is not MapTable table)
        {
            Refuse(_name, root.Place, "a map is a mapping of sections");
            return null;
        }

        return table;
    }

    private MapNode ReadNode(int depth)
    {
        ParsingEvent next = _parser.Consume<ParsingEvent>();
        if (depth > _limits.MaxDepth)
        {
            Refuse(_name, next.Start, $"lists and mappings are nested deeper than {_limits.MaxDepth}");
        }

        if (++_nodes > _limits.MaxNodes)
        {
            Refuse(_name, next.Start, $"there are more than {_limits.MaxNodes} values");
        }

        if (next is NodeEvent node && (!node.Anchor.IsEmpty || (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)))
        {
            Refuse(_name, next.Start, "anchors and tags are not used in maps");
        }

        switch (next)
        {
            case Scalar scalar:
                return new MapScalar(scalar.Start, scalar.Value);
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
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new MapList(place, items);
    }

    private MapTable ReadTable(Mark place, int depth)
    {
        List<KeyValuePair<MapScalar, MapNode>> entries = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            MapNode node = ReadNode(depth + 1);
            if (node is not MapScalar { Text.Length: > 0 } key)
            {
                Refuse(_name, node.Place, "a key has to be a name");
                return null;
            }

            if (!keys.Add(key.Text))
            {
                Refuse(_name, key.Place, $"'{key.Text}' is here for the second time");
            }

            entries.Add(new(key, ReadNode(depth + 1)));
        }

        return new MapTable(place, entries);
    }
}
