using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads the searches of a detection: maps (AND), lists of maps (OR), lists of keywords (OR).</summary>
internal sealed class DetectionReader(DocumentContext context)
{
    private readonly FieldTestReader _tests = new(context);

    /// <summary>Reads one search; null where it cannot be used, which has been reported.</summary>
    public SigmaExpression? Read(YamlScalar name, YamlNode search)
    {
        if (search is not YamlScalar scalar)
        {
            return ReadDefinition(search);
        }

        if (scalar.Kind == YamlKind.Null)
        {
            context.Error(
                name,
                ProblemCodes.EmptySearch,
                $"The search '{NearName.Shorten(name.Value)}' is empty. Give it fields to test or keywords to look for."
            );
            return null;
        }

        context.Warn(
            scalar,
            ProblemCodes.WrongType,
            $"The search '{NearName.Shorten(name.Value)}' is a single text, where Sigma has a map or a list; it is read as a keyword. Write it as a list of one."
        );
        return _tests.ReadKeywords(scalar);
    }

    private SigmaExpression? ReadDefinition(YamlNode node) =>
        node switch
        {
            YamlMapping map => ReadMap(map),
            YamlSequence list => ReadList(list),
            _ => _tests.ReadKeywords(node),
        };

    private SigmaExpression? ReadMap(YamlMapping map)
    {
        if (map.Entries.Count == 0)
        {
            context.Error(
                map,
                ProblemCodes.EmptySearch,
                "The map is empty, so that every event would fit. Give it a field to test."
            );
            return null;
        }

        List<SigmaExpression> tests = [];
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in map.Entries)
        {
            SigmaExpression? test = _tests.Read(entry.Key, entry.Value);
            if (test is not null)
            {
                tests.Add(test);
            }
        }

        return tests.Count == map.Entries.Count ? OperandList.And(tests) : null;
    }

    private SigmaExpression? ReadList(YamlSequence list)
    {
        if (list.Items.Count == 0)
        {
            context.Error(
                list,
                ProblemCodes.EmptySearch,
                "The list is empty, so that no event could fit. Give it keywords or maps of fields."
            );
            return null;
        }

        List<SigmaExpression> alternatives = [];
        bool isGood = true;
        foreach (YamlNode item in list.Items)
        {
            SigmaExpression? alternative = ReadListItem(item);
            isGood &= alternative is not null;
            if (alternative is OrExpression or)
            {
                alternatives.AddRange(or.Operands);
            }
            else if (alternative is not null)
            {
                alternatives.Add(alternative);
            }
        }

        return isGood ? OperandList.Or(alternatives) : null;
    }

    private SigmaExpression? ReadListItem(YamlNode item)
    {
        if (item is YamlSequence)
        {
            context.Warn(
                item,
                ProblemCodes.Nesting,
                "A list inside a list is not part of Sigma; its items are linked with OR, as those around it. Write them all in one list."
            );
        }

        return ReadDefinition(item);
    }
}
