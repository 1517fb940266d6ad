namespace Cordon.Sigma.Expressions;

/// <summary>What conjunctions and disjunctions do alike.</summary>
internal static class OperandList
{
    public static int Hash(int kind, IReadOnlyList<SigmaExpression> operands)
    {
        HashCode hash = default;
        hash.Add(kind);
        foreach (SigmaExpression operand in operands)
        {
            hash.Add(operand.GetHashCode());
        }

        return hash.ToHashCode();
    }

    public static long Weigh(IReadOnlyList<SigmaExpression> operands)
    {
        long weight = 0;
        foreach (SigmaExpression operand in operands)
        {
            weight += operand.Weight;
        }

        return weight;
    }

    public static bool Equal(IReadOnlyList<SigmaExpression> left, IReadOnlyList<SigmaExpression> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    public static string Join(string separator, IReadOnlyList<SigmaExpression> operands) =>
        $"({string.Join(separator, operands)})";

    /// <summary>The conjunction of the operands; the only operand itself where there is one.</summary>
    public static SigmaExpression And(List<SigmaExpression> operands) =>
        operands.Count == 1 ? operands[0] : new AndExpression(operands.ToArray());

    /// <summary>The disjunction of the operands; the only operand itself where there is one.</summary>
    public static SigmaExpression Or(List<SigmaExpression> operands) =>
        operands.Count == 1 ? operands[0] : new OrExpression(operands.ToArray());
}
