using Cordon.Sigma.Conditions;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Puts the searches of a detection in the places where a condition names them.</summary>
internal sealed class ConditionBinder(DocumentContext context, IReadOnlyList<string> names)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private YamlScalar? _place;

    /// <summary>The searches that a condition named so far.</summary>
    public IReadOnlySet<string> Used => _used;

    /// <summary>Reads a condition; null where it cannot be used, which has been reported.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="searches">The searches that could be read; a name without one has been reported already.</param>
    public SigmaExpression? Bind(YamlScalar text, Dictionary<string, SigmaExpression> searches)
    {
        _place = text;
        ConditionNode? node = ConditionParser.Parse(
            text.Value,
            context.Options.MaxConditionDepth,
            out ConditionFault? fault
        );
        if (node is null)
        {
            Report(fault!.Code, fault.Offset, fault.Message);
            return null;
        }

        return Bind(node, searches);
    }

    private SigmaExpression? Bind(ConditionNode node, Dictionary<string, SigmaExpression> searches)
    {
        switch (node)
        {
            case NameNode name:
                return BindName(name, searches);
            case OfNode of:
                return BindOf(of, searches);
            case NotNode not:
                SigmaExpression? operand = Bind(not.Operand, searches);
                return operand is null ? null : new NotExpression(operand);
            default:
                var binary = (BinaryNode)node;
                List<SigmaExpression> operands = [];
                foreach (ConditionNode item in binary.Operands)
                {
                    SigmaExpression? bound = Bind(item, searches);
                    if (bound is not null)
                    {
                        operands.Add(bound);
                    }
                }

                return operands.Count < binary.Operands.Count ? null
                    : binary.IsAnd ? OperandList.And(operands)
                    : OperandList.Or(operands);
        }
    }

    private SigmaExpression? BindName(NameNode node, Dictionary<string, SigmaExpression> searches)
    {
        _used.Add(node.Name);
        if (searches.TryGetValue(node.Name, out SigmaExpression? expression))
        {
            return expression;
        }

        if (!names.Contains(node.Name, StringComparer.Ordinal))
        {
            string? near = NearName.Find(node.Name, names);
            string remedy =
                node.Name.Contains('*', StringComparison.Ordinal)
                    ? $"Several searches are linked with '1 of …' or 'all of …', in this place '1 of {NearName.Shorten(node.Name)}'."
                : near is null ? $"It has {List(names)}."
                : $"Did you mean '{NearName.Shorten(near)}'?";
            Report(
                ProblemCodes.UnknownSearch,
                node.Offset,
                $"The detection has no search '{NearName.Shorten(node.Name)}'. {remedy}"
            );
        }

        return null;
    }

    private SigmaExpression? BindOf(OfNode node, Dictionary<string, SigmaExpression> searches)
    {
        List<SigmaExpression> operands = [];
        int named = 0;
        foreach (string name in names)
        {
            if (!Selects(node.Pattern, name))
            {
                continue;
            }

            named++;
            _used.Add(name);
            if (searches.TryGetValue(name, out SigmaExpression? expression))
            {
                operands.Add(expression);
            }
        }

        if (named == 0)
        {
            string what = node.Pattern is null ? "not starting with '_'" : $"named '{NearName.Shorten(node.Pattern)}'";
            Report(
                ProblemCodes.UnknownSearch,
                node.Offset,
                $"The detection has no search {what}, so '{NearName.Shorten($"{node}")}' has nothing to choose from. It has {List(names)}."
            );
            return null;
        }

        return operands.Count < named ? null
            : node.IsAll ? OperandList.And(operands)
            : OperandList.Or(operands);
    }

    // Names that start with an underscore are left out, by Sigma's convention, unless the pattern asks for them.
    private static bool Selects(string? pattern, string name)
    {
        if (name.StartsWith('_') && pattern?.StartsWith('_') != true)
        {
            return false;
        }

        return pattern is null || NamePattern.IsMatch(pattern, name);
    }

    private static string List(IReadOnlyList<string> names) =>
        names.Count == 0
            ? "none"
            : string.Join(", ", names.Take(8).Select(name => $"'{NearName.Shorten(name)}'"))
                + (names.Count > 8 ? ", …" : "");

    private void Report(string code, int offset, string message)
    {
        int column = ModifierReader.ColumnIn(_place!, offset);
        string where = _place!.IsSingleLine ? "" : $" (Character {offset + 1} of the condition.)";
        context.Error(_place.Line, column, code, message + where);
    }
}
