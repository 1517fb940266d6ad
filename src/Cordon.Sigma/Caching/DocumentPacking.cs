using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>Rules, correlations and filters as they stand in a pack.</summary>
/// <remarks>
/// A member that a document gets belongs in here too, in <c>Write</c> and <c>Read</c> alike; a test knows the members of all
/// documents and fails until then.
/// </remarks>
internal static class DocumentPacking
{
    private const byte Rule = 0;
    private const byte Correlation = 1;
    private const byte Filter = 2;
    private const byte Kinds = 3;

    private const int CorrelationTypes = (int)CorrelationType.ValueMedian + 1;
    private const int CorrelationComparisons = (int)CorrelationComparison.GreaterOrEqual + 1;

    /// <exception cref="PackFaultException">A pack has no form for it.</exception>
    public static void Write(PackWriter writer, SigmaDocument document)
    {
        switch (document)
        {
            case SigmaRule rule:
                writer.Byte(Rule);
                HeaderPacking.Write(writer, rule, rule.DeclaredLevel, rule.FieldsOfInterest);
                WriteRule(writer, rule);
                break;
            case SigmaCorrelation correlation:
                writer.Byte(Correlation);
                HeaderPacking.Write(writer, correlation, correlation.DeclaredLevel, []);
                WriteCorrelation(writer, correlation);
                break;
            case SigmaFilter filter:
                writer.Byte(Filter);
                HeaderPacking.Write(writer, filter, level: null, []);
                WriteFilter(writer, filter);
                break;
            default:
                throw new PackFaultException($"no pack holds {document.GetType().Name}");
        }
    }

    /// <exception cref="PackFaultException">The entry is no document.</exception>
    public static SigmaDocument Read(ref PackReader reader, string path)
    {
        byte kind = reader.Choice(Kinds);
        Header header = HeaderPacking.Read(ref reader, path);
        return kind switch
        {
            Rule => ReadRule(ref reader, header),
            Correlation => ReadCorrelation(ref reader, header),
            _ => ReadFilter(ref reader, header),
        };
    }

    private static void WriteRule(PackWriter writer, SigmaRule rule)
    {
        WriteLogSource(writer, rule.LogSource);
        writer.Text(rule.LogSourceDefinition);
        writer.Texts(rule.LogSourceExtras);
        writer.Detection(rule);
        writer.Text(rule.ConditionText);
        writer.Texts(rule.Fields);
        writer.Flag(rule.HasKeywords);
    }

    private static SigmaRule ReadRule(ref PackReader reader, Header header)
    {
        LogSource source = ReadLogSource(ref reader);
        string? definition = reader.TextOrNull();
        IReadOnlyDictionary<string, string> extras = reader.TextPairs() is { Count: > 0 } some
            ? some
            : SigmaRule.EmptyExtras;
        PackedDetection detection = reader.Detection();
        string text = reader.Text();
        IReadOnlyList<string> fields = reader.Texts();
        // Logs are laid out for the fields that are known when their reading begins, which is before the detection is asked for.
        foreach (string field in fields)
        {
            reader.Pack.Fields.Intern(field);
        }

        return new SigmaRule(header, detection)
        {
            DeclaredLevel = header.Level,
            FieldsOfInterest = header.Fields,
            LogSource = source,
            LogSourceDefinition = definition,
            LogSourceExtras = extras,
            ConditionText = text,
            Fields = fields,
            HasKeywords = reader.Flag(),
        };
    }

    private static void WriteCorrelation(PackWriter writer, SigmaCorrelation correlation)
    {
        writer.Byte((int)correlation.Type);
        writer.Texts(correlation.Rules);
        writer.Texts(correlation.GroupBy);
        writer.Long(correlation.Timespan.Ticks);
        writer.List(
            correlation.Criteria,
            static (to, criterion) =>
            {
                to.Byte((int)criterion.Comparison);
                to.Long(BitConverter.DoubleToInt64Bits(criterion.Number));
            }
        );
        writer.Text(correlation.RuleCondition);
        writer.Texts(correlation.ConditionFields);
        writer.Number(correlation.Aliases.Count);
        foreach ((string alias, IReadOnlyDictionary<string, string> fields) in correlation.Aliases)
        {
            writer.Text(alias);
            writer.Texts(fields);
        }

        writer.Flag(correlation.Generate);
    }

    private static SigmaCorrelation ReadCorrelation(ref PackReader reader, Header header) =>
        new(header)
        {
            DeclaredLevel = header.Level,
            Type = (CorrelationType)reader.Choice(CorrelationTypes),
            Rules = reader.Texts(),
            GroupBy = reader.Texts(),
            Timespan = TimeSpan.FromTicks(reader.Long()),
            Criteria = ReadCriteria(ref reader),
            RuleCondition = reader.TextOrNull(),
            ConditionFields = reader.Texts(),
            Aliases = ReadAliases(ref reader),
            Generate = reader.Flag(),
        };

    private static CorrelationCriterion[] ReadCriteria(ref PackReader reader)
    {
        var criteria = new CorrelationCriterion[reader.Count()];
        for (int i = 0; i < criteria.Length; i++)
        {
            criteria[i] = new CorrelationCriterion(
                (CorrelationComparison)reader.Choice(CorrelationComparisons),
                BitConverter.Int64BitsToDouble(reader.Long())
            );
        }

        return criteria;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> ReadAliases(ref PackReader reader)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> aliases = new(StringComparer.Ordinal);
        for (int left = reader.Count(); left > 0; left--)
        {
            if (!aliases.TryAdd(reader.Text(), reader.TextPairs()))
            {
                throw new PackFaultException("an alias repeats");
            }
        }

        return aliases;
    }

    private static void WriteFilter(PackWriter writer, SigmaFilter filter)
    {
        WriteLogSource(writer, filter.LogSource);
        writer.Texts(filter.Rules);
        writer.Flag(filter.IsForAnyRule);
        ExpressionPacking.Write(writer, filter.Searches, filter.Condition);
        writer.Text(filter.ConditionText);
        writer.Texts(filter.Fields);
    }

    private static SigmaFilter ReadFilter(ref PackReader reader, Header header)
    {
        LogSource source = ReadLogSource(ref reader);
        IReadOnlyList<string> rules = reader.Texts();
        bool isForAnyRule = reader.Flag();
        Detection detection = ExpressionPacking.Read(ref reader);
        return new SigmaFilter(header)
        {
            LogSource = source,
            Rules = rules,
            IsForAnyRule = isForAnyRule,
            Condition = detection.Condition,
            Searches = detection.Searches,
            ConditionText = reader.Text(),
            Fields = reader.Texts(),
        };
    }

    private static void WriteLogSource(PackWriter writer, LogSource source)
    {
        writer.Text(source.Product);
        writer.Text(source.Category);
        writer.Text(source.Service);
    }

    private static LogSource ReadLogSource(ref PackReader reader) =>
        new(reader.TextOrNull(), reader.TextOrNull(), reader.TextOrNull());
}
