using Cordon.Sigma.Loading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cordon.Sigma.Yaml;

/// <summary>Reads one YAML document into a tree of bounded size.</summary>
/// <remarks>
/// An alias refers to the very node of its anchor, so that memory stays linear; what the tree would be with aliases written out
/// is counted against the same limit as its nodes, because that is what whoever walks the tree will see.
/// </remarks>
internal sealed class YamlReader
{
    private readonly SigmaOptions _options;
    private readonly int _lineOffset;
    private readonly Parser _parser;
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Tells one build of the parser beneath from another.</summary>
    public static Guid ParserIdentity => typeof(Parser).Module.ModuleVersionId;

    private YamlReader(YamlDocumentText document, SigmaOptions options)
    {
        _options = options;
        _lineOffset = document.FirstLine - 1;
        _parser = new Parser(new StringReader(document.Text));
    }

    /// <summary>Reads a document; gives either its root or what is wrong with it.</summary>
    public static YamlNode? Read(YamlDocumentText document, SigmaOptions options, out YamlFault? fault)
    {
        var reader = new YamlReader(document, options);
        try
        {
            fault = null;
            return reader.ReadDocument();
        }
        catch (YamlFaultException e)
        {
            fault = e.Fault;
        }
        catch (YamlException e)
        {
            fault = YamlFaults.Explain(e, document);
        }
        catch (Exception e) when (YamlFaults.IsParserFault(e))
        {
            Mark place = reader._parser.Current?.End ?? Mark.Empty;
            fault = new YamlFault(
                ProblemCodes.YamlSyntax,
                Math.Max(document.FirstLine, reader.LineOf(place)),
                Math.Max(1, ColumnOf(place)),
                "This is not YAML: what follows here cannot be read. Look for a bracket or quote that is not closed, or an escape that does not exist."
            );
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is NodeEvent or AnchorAlias)
            {
                return ReadNode(0);
            }
        }

        return null;
    }

    private YamlNode ReadNode(int depth)
    {
        ParsingEvent current = _parser.Current!;
        if (++_nodes > _options.MaxYamlNodes)
        {
            throw Fault(
                ProblemCodes.YamlLimit,
                current.Start,
                $"The document has more than {_options.MaxYamlNodes} nodes. Split it, or raise the limit MaxYamlNodes."
            );
        }

        switch (current)
        {
            case Scalar scalar:
                return Anchored(scalar.Anchor, ReadScalar(scalar));
            case SequenceStart start:
                return ReadSequence(start, depth);
            case MappingStart start:
                return ReadMapping(start, depth);
            case AnchorAlias alias:
                return ReadAlias(alias, depth);
            default:
                throw Fault(ProblemCodes.YamlSyntax, current.Start, "The document ends in the middle of a collection.");
        }
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        bool isPlain =
            scalar.Style is ScalarStyle.Plain
            && (scalar.Tag.IsEmpty || !scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal));
        return new YamlScalar(
            LineOf(scalar.Start),
            ColumnOf(scalar.Start),
            scalar.Value,
            isPlain,
            scalar.Start.Line == scalar.End.Line && scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded)
        )
        {
            QuoteWidth = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0,
        };
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        CheckDepth(start.Start, depth + 1);
        var sequence = new YamlSequence(LineOf(start.Start), ColumnOf(start.Start));
        Open(start.Anchor);
        while (Next() is not SequenceEnd)
        {
            YamlNode item = ReadNode(depth + 1);
            sequence.Items.Add(item);
            Grow(sequence, item, start.Start);
        }

        return Anchored(start.Anchor, sequence);
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        CheckDepth(start.Start, depth + 1);
        var mapping = new YamlMapping(LineOf(start.Start), ColumnOf(start.Start));
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<YamlNode>? merged = null;
        Open(start.Anchor);
        while (Next() is not MappingEnd)
        {
            Mark place = _parser.Current!.Start;
            YamlScalar key = ReadKey(depth, place);
            Next();
            YamlNode value = ReadNode(depth + 1);
            Grow(mapping, value, place);
            if (key is { IsPlain: true, Value: "<<" })
            {
                (merged ??= []).Add(value);
                continue;
            }

            if (!seen.Add(key.Value))
            {
                throw Fault(
                    ProblemCodes.YamlDuplicateKey,
                    place,
                    $"The key '{NearName.Shorten(key.Value)}' stands twice in the same map, and only one of them could count. Make it a list of values, or another search."
                );
            }

            mapping.Entries.Add(new(key, value));
        }

        Merge(mapping, merged, seen);
        return Anchored(start.Anchor, mapping);
    }

    private YamlScalar ReadKey(int depth, Mark place)
    {
        if (ReadNode(depth + 1) is not YamlScalar key)
        {
            throw Fault(ProblemCodes.YamlSyntax, place, "A key must be text; this one is a collection.");
        }

        if (key.Value.Length > _options.MaxKeyLength)
        {
            throw Fault(
                ProblemCodes.YamlLimit,
                place,
                $"A key of {key.Value.Length} characters is longer than the limit of {_options.MaxKeyLength} (MaxKeyLength)."
            );
        }

        return key;
    }

    /// <summary>Takes over what <c>&lt;&lt;</c> names; the map's own keys win, as YAML's merge keys demand.</summary>
    private static void Merge(YamlMapping mapping, List<YamlNode>? merged, HashSet<string> seen)
    {
        foreach (YamlNode value in merged ?? [])
        {
            List<YamlNode> sources = value is YamlSequence list ? list.Items : [value];
            foreach (YamlNode source in sources)
            {
                if (source is not YamlMapping map)
                {
                    throw new YamlFaultException(
                        new YamlFault(
                            ProblemCodes.YamlSyntax,
                            source.Line,
                            source.Column,
                            $"The merge key '<<' takes a map or a list of maps, not {source.Describe()}."
                        )
                    );
                }

                foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
                {
                    if (seen.Add(entry.Key.Value))
                    {
                        mapping.Entries.Add(entry);
                    }
                }
            }
        }
    }

    private YamlNode ReadAlias(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out YamlNode? target))
        {
            throw Fault(
                ProblemCodes.YamlAlias,
                alias.Start,
                $"The alias '*{NearName.Shorten(alias.Value.Value)}' refers to an anchor that is not defined before it. If it is meant as a wildcard, put the value in quotes."
            );
        }

        if (target is null)
        {
            throw Fault(
                ProblemCodes.YamlAlias,
                alias.Start,
                $"The alias '*{NearName.Shorten(alias.Value.Value)}' stands inside what it refers to, so it would never end."
            );
        }

        CheckDepth(alias.Start, depth + target.Height);
        return target;
    }

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext())
        {
            throw Fault(ProblemCodes.YamlSyntax, _parser.Current?.Start ?? Mark.Empty, "The document ends too early.");
        }

        return _parser.Current!;
    }

    private void Open(AnchorName anchor)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = null;
        }
    }

    private T Anchored<T>(AnchorName anchor, T node)
        where T : YamlNode
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        return node;
    }

    private void Grow(YamlNode parent, YamlNode child, Mark place)
    {
        long weight = (long)parent.Weight + child.Weight;
        if (weight > _options.MaxYamlNodes)
        {
            throw Fault(
                ProblemCodes.YamlLimit,
                place,
                $"With its aliases written out the document has more than {_options.MaxYamlNodes} nodes (MaxYamlNodes)."
            );
        }

        parent.Weight = (int)weight;
        parent.Height = Math.Max(parent.Height, child.Height + 1);
    }

    private void CheckDepth(Mark place, int depth)
    {
        if (depth > _options.MaxYamlDepth)
        {
            throw Fault(
                ProblemCodes.YamlLimit,
                place,
                $"The document nests deeper than {_options.MaxYamlDepth} levels (MaxYamlDepth); a Sigma rule needs five."
            );
        }
    }

    private int LineOf(Mark mark) => (int)mark.Line + _lineOffset;

    private static int ColumnOf(Mark mark) => (int)mark.Column;

    private YamlFaultException Fault(string code, Mark mark, string message) =>
        new(new YamlFault(code, LineOf(mark), ColumnOf(mark), message));
}
