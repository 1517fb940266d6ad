using System.Diagnostics.CodeAnalysis;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Conditions;

/// <summary>
/// Reads a condition. From least to most binding: <c>or</c>, <c>and</c>, <c>not</c>, <c>x of</c>, brackets (Sigma 2.1,
/// "Condition").
/// </summary>
/// <remarks>Keywords may be written in any case, as older rules do. Names are taken as they stand.</remarks>
internal sealed class ConditionParser
{
    private static readonly string[] Aggregations = ["count", "sum", "min", "max", "avg", "near"];

    private readonly List<ConditionToken> _tokens;
    private readonly int _maxDepth;
    private int _next;

    private ConditionParser(string text, int maxDepth)
    {
        _tokens = ConditionLexer.Read(text);
        _maxDepth = maxDepth;
    }

    private ConditionToken Current => _tokens[_next];

    private ConditionToken Following => _tokens[Math.Min(_next + 1, _tokens.Count - 1)];

    /// <summary>Reads a condition; gives either its tree or what is wrong with it.</summary>
    public static ConditionNode? Parse(string text, int maxDepth, out ConditionFault? fault)
    {
        var parser = new ConditionParser(text, maxDepth);
        try
        {
            fault = null;
            ConditionNode node = parser.ReadOr(0);
            parser.ExpectEnd();
            return node;
        }
        catch (FaultException e)
        {
            fault = e.Fault;
            return null;
        }
    }

    private ConditionNode ReadOr(int depth) => ReadChain("or", isAnd: false, depth);

    private ConditionNode ReadAnd(int depth) => ReadChain("and", isAnd: true, depth);

    private ConditionNode ReadChain(string keyword, bool isAnd, int depth)
    {
        ConditionNode first = isAnd ? ReadNot(depth) : ReadAnd(depth);
        if (!Current.Is(keyword))
        {
            return first;
        }

        List<ConditionNode> operands = [first];
        while (Current.Is(keyword))
        {
            _next++;
            operands.Add(isAnd ? ReadNot(depth) : ReadAnd(depth));
        }

        return new BinaryNode(isAnd, operands, first.Offset);
    }

    private ConditionNode ReadNot(int depth)
    {
        if (depth > _maxDepth)
        {
            throw Fault(
                ProblemCodes.ConditionSyntax,
                Current,
                $"The condition nests deeper than {_maxDepth} levels (MaxConditionDepth). Name its parts as searches of their own."
            );
        }

        if (!Current.Is("not"))
        {
            return ReadPrimary(depth);
        }

        int offset = Current.Offset;
        _next++;
        return new NotNode(ReadNot(depth + 1), offset);
    }

    private ConditionNode ReadPrimary(int depth)
    {
        ConditionToken token = Current;
        if (token.Is("("))
        {
            _next++;
            ConditionNode inner = ReadOr(depth + 1);
            if (!Current.Is(")"))
            {
                throw Unexpected(
                    $"The bracket opened at character {token.Offset + 1} of the condition is not closed: expected ')'"
                );
            }

            _next++;
            return inner;
        }

        if (token.IsEnd)
        {
            throw Unexpected("The condition ends where a search is expected");
        }

        if (token.Text is ")" or "|" or "," || token.Is("and") || token.Is("or"))
        {
            throw Unexpected($"Expected the name of a search, '1 of', 'all of', 'not' or '('");
        }

        if (Following.Is("of"))
        {
            return ReadOf();
        }

        if (Following.Is("(") && IsAggregation(token))
        {
            throw Aggregation(token);
        }

        _next++;
        return new NameNode(token.Text, token.Offset);
    }

    private OfNode ReadOf()
    {
        ConditionToken quantity = Current;
        bool isAll = quantity.Is("all");
        if (!isAll && !quantity.Is("1") && !quantity.Is("any") && !quantity.Is("one"))
        {
            throw Fault(
                ProblemCodes.ConditionSyntax,
                quantity,
                $"'{NearName.Shorten(quantity.Text)} of' is not Sigma: only '1 of' and 'all of' are. Write out which searches must hold together."
            );
        }

        _next += 2;
        ConditionToken target = Current;
        if (target.IsEnd || target.Text is "(" or ")" or "|" or ",")
        {
            throw Unexpected(
                $"After '{quantity.Text} of' expected 'them' or the names of searches, such as 'selection_*'"
            );
        }

        _next++;
        return new OfNode(isAll, target.Is("them") ? null : target.Text, quantity.Offset);
    }

    private void ExpectEnd()
    {
        if (Current.IsEnd)
        {
            return;
        }

        if (Current.Is("|") || Current.Is("near"))
        {
            throw Aggregation(Current);
        }

        throw Unexpected("Expected 'and', 'or' or the end of the condition");
    }

    private static bool IsAggregation(ConditionToken token)
    {
        foreach (string name in Aggregations)
        {
            if (token.Is(name))
            {
                return true;
            }
        }

        return false;
    }

    private static FaultException Aggregation(ConditionToken token) =>
        Fault(
            ProblemCodes.LegacyAggregation,
            token,
            "Counting and 'near' in a condition belong to Sigma 1 and were taken out of the language: without them the rule would mean something else. Move them to a correlation document (type event_count, value_count or temporal)."
        );

    private FaultException Unexpected(string expectation) =>
        Fault(
            ProblemCodes.ConditionSyntax,
            Current,
            Current.IsEnd ? $"{expectation}." : $"{expectation}, but found '{NearName.Shorten(Current.Text)}'."
        );

    private static FaultException Fault(string code, ConditionToken token, string message) =>
        new(new ConditionFault(code, token.Offset, message));

    [SuppressMessage("Design", "CA1064", Justification = "Never leaves the parser.")]
    private sealed class FaultException(ConditionFault fault) : Exception(fault.Message)
    {
        public ConditionFault Fault { get; } = fault;
    }
}
