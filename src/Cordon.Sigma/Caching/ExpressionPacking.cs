using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Caching;

/// <summary>Conditions, searches and predicates as they stand in a pack.</summary>
/// <remarks>
/// Where a condition names a search, the pack names it too: written out each time, a search that a condition names a
/// thousand times would stand there a thousand times.
/// </remarks>
internal static class ExpressionPacking
{
    // Sigma's limits on nesting come to less, unless somebody raised them; such a file is then parsed each time.
    private const int MaxDepth = 400;

    private const byte And = 0;
    private const byte Or = 1;
    private const byte Not = 2;
    private const byte Predicate = 3;
    private const byte Search = 4;
    private const byte Kinds = 5;

    private const byte Field = 0;
    private const byte Exists = 1;
    private const byte Reference = 2;
    private const byte Keyword = 3;
    private const byte PredicateKinds = 4;

    private const int Comparisons = (int)FieldComparison.EndsWith + 1;

    private static readonly IReadOnlyDictionary<SigmaExpression, int> NoSearches = System
        .Collections
        .ObjectModel
        .ReadOnlyDictionary<SigmaExpression, int>
        .Empty;

    /// <summary>Writes the searches of a detection and its condition.</summary>
    /// <exception cref="PackFaultException">A pack has no form for it.</exception>
    public static void Write(PackWriter writer, IReadOnlyList<SearchIdentifier> searches, SigmaExpression condition)
    {
        Dictionary<SigmaExpression, int> numbers = new(ReferenceEqualityComparer.Instance);
        writer.Number(searches.Count);
        for (int i = 0; i < searches.Count; i++)
        {
            writer.Text(searches[i].Name);
            writer.Number(searches[i].Line);
            Write(writer, searches[i].Expression, NoSearches, 0);
            numbers.TryAdd(searches[i].Expression, i);
        }

        Write(writer, condition, numbers, 0);
    }

    /// <summary>Reads what <see cref="Write(PackWriter, IReadOnlyList{SearchIdentifier}, SigmaExpression)"/> wrote.</summary>
    /// <exception cref="PackFaultException">The entry is no detection.</exception>
    public static Detection Read(ref PackReader reader)
    {
        var searches = new SearchIdentifier[reader.Count()];
        for (int i = 0; i < searches.Length; i++)
        {
            string name = reader.Text();
            int line = reader.Number();
            searches[i] = new SearchIdentifier(name, line, Read(ref reader, [], 0));
        }

        SigmaExpression condition = Read(ref reader, searches, 0);
        return condition.Weight <= reader.Pack.Options.MaxPredicates
            ? new Detection(searches, condition)
            : throw new PackFaultException("a condition has more predicates than allowed");
    }

    /// <summary>Writes one entry of the table of predicates.</summary>
    public static void WritePredicate(PackWriter writer, SigmaPredicate predicate)
    {
        switch (predicate)
        {
            case FieldExpression field:
                writer.Byte(Field);
                writer.Text(field.Field);
                MatcherPacking.Write(writer, field.Matcher);
                break;
            case FieldExistsExpression exists:
                writer.Byte(Exists);
                writer.Text(exists.Field);
                break;
            case FieldReferenceExpression reference:
                writer.Byte(Reference);
                writer.Text(reference.Field);
                writer.Text(reference.OtherField);
                writer.Byte((int)reference.Comparison);
                writer.Flag(reference.IsCased);
                break;
            case KeywordExpression keyword:
                writer.Byte(Keyword);
                MatcherPacking.Write(writer, keyword.Matcher);
                break;
            default:
                throw new PackFaultException($"no pack holds {predicate.GetType().Name}");
        }
    }

    /// <exception cref="PackFaultException">The entry is no predicate.</exception>
    public static SigmaPredicate ReadPredicate(ref PackReader reader)
    {
        switch (reader.Choice(PredicateKinds))
        {
            case Field:
                string field = reader.Text();
                return new FieldExpression(field, reader.Pack.Fields.Intern(field), MatcherPacking.Read(ref reader));
            case Exists:
                string known = reader.Text();
                return new FieldExistsExpression(known, reader.Pack.Fields.Intern(known));
            case Reference:
                string left = reader.Text();
                string right = reader.Text();
                return new FieldReferenceExpression(
                    (left, reader.Pack.Fields.Intern(left)),
                    (right, reader.Pack.Fields.Intern(right)),
                    (FieldComparison)reader.Choice(Comparisons),
                    reader.Flag()
                );
            default:
                return new KeywordExpression(MatcherPacking.Read(ref reader));
        }
    }

    private static void Write(
        PackWriter writer,
        SigmaExpression expression,
        IReadOnlyDictionary<SigmaExpression, int> searches,
        int depth
    )
    {
        if (depth > MaxDepth)
        {
            throw new PackFaultException("a condition nests too deep for a pack");
        }

        if (searches.TryGetValue(expression, out int search))
        {
            writer.Byte(Search);
            writer.Number(search);
            return;
        }

        switch (expression)
        {
            case AndExpression and:
                writer.Byte(And);
                WriteAll(writer, and.Items, searches, depth);
                break;
            case OrExpression or:
                writer.Byte(Or);
                WriteAll(writer, or.Items, searches, depth);
                break;
            case NotExpression not:
                writer.Byte(Not);
                Write(writer, not.Operand, searches, depth + 1);
                break;
            default:
                writer.Byte(Predicate);
                writer.Predicate((SigmaPredicate)expression);
                break;
        }
    }

    private static void WriteAll(
        PackWriter writer,
        SigmaExpression[] operands,
        IReadOnlyDictionary<SigmaExpression, int> searches,
        int depth
    )
    {
        writer.Number(operands.Length);
        foreach (SigmaExpression operand in operands)
        {
            Write(writer, operand, searches, depth + 1);
        }
    }

    private static SigmaExpression Read(ref PackReader reader, ReadOnlySpan<SearchIdentifier> searches, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new PackFaultException("a condition nests too deep for a pack");
        }

        switch (reader.Choice(Kinds))
        {
            case And:
                return new AndExpression(ReadAll(ref reader, searches, depth));
            case Or:
                return new OrExpression(ReadAll(ref reader, searches, depth));
            case Not:
                return new NotExpression(Read(ref reader, searches, depth + 1));
            case Search:
                int search = reader.Number();
                return search < searches.Length
                    ? searches[search].Expression
                    : throw new PackFaultException("a condition names a search that is not there");
            default:
                return reader.Pack.PredicateAt(reader.Number());
        }
    }

    private static SigmaExpression[] ReadAll(ref PackReader reader, ReadOnlySpan<SearchIdentifier> searches, int depth)
    {
        int count = reader.Count();
        if (count < 2)
        {
            throw new PackFaultException("a conjunction or disjunction has less than two operands");
        }

        var operands = new SigmaExpression[count];
        for (int i = 0; i < count; i++)
        {
            operands[i] = Read(ref reader, searches, depth + 1);
        }

        return operands;
    }
}
