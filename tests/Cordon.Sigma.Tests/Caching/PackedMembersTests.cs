using System.Reflection;
using Cordon.Sigma.Caching;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Tests.Caching;

/// <summary>Holds what packs hold against the types as they are.</summary>
public sealed class PackedMembersTests
{
    private const string Advice =
        "Packs do not hold this yet. Write and read it in Cordon.Sigma/Caching (DocumentPacking and its kind), give RulePack.Format the next number, put it into RuleFolder.Everything, and then here.";

    private const string Common =
        "Author CustomKeys Date Description Document FalsePositives Id License Line Modified Name Path References Related Scope Status Tactics Tags Taxonomy Techniques Title";

    [Theory]
    [InlineData(
        typeof(SigmaRule),
        "Condition ConditionText DeclaredLevel Fields FieldsOfInterest HasKeywords Level LogSource LogSourceDefinition LogSourceExtras Searches",
        true
    )]
    [InlineData(
        typeof(SigmaCorrelation),
        "Aliases ConditionFields Criteria DeclaredLevel Generate GroupBy Level RuleCondition Rules Timespan Type",
        true
    )]
    [InlineData(typeof(SigmaFilter), "Condition ConditionText Fields IsForAnyRule LogSource Rules Searches", true)]
    [InlineData(typeof(LogSource), "Category Product Service")]
    [InlineData(typeof(SearchIdentifier), "Expression Line Name")]
    [InlineData(typeof(RelatedRule), "Id Type")]
    [InlineData(typeof(CorrelationCriterion), "Comparison Number")]
    [InlineData(typeof(SigmaProblem), "Code Column Line Message Path Severity Title")]
    [InlineData(typeof(AndExpression), "Items Operands Weight")]
    [InlineData(typeof(OrExpression), "Items Operands Weight")]
    [InlineData(typeof(NotExpression), "Operand Weight")]
    [InlineData(typeof(FieldExpression), "Field FieldId Matcher Weight")]
    [InlineData(typeof(FieldExistsExpression), "Field FieldId Weight")]
    [InlineData(typeof(FieldReferenceExpression), "Comparison Field FieldId IsCased OtherField OtherFieldId Weight")]
    [InlineData(typeof(KeywordExpression), "Matcher Weight")]
    [InlineData(typeof(NullMatcher), "")]
    [InlineData(typeof(StringMatcher), "IsCased Pattern")]
    [InlineData(typeof(RegexMatcher), "Options Pattern")]
    [InlineData(typeof(CidrMatcher), "Network")]
    [InlineData(typeof(NumberMatcher), "Comparison Number")]
    [InlineData(typeof(TimePartMatcher), "Comparison Number Part")]
    [InlineData(typeof(StringPattern), "HasAnySequence IsLiteral MinLength Segments")]
    [InlineData(typeof(PatternSegment), "Kind Text")]
    [InlineData(typeof(SigmaNumber), "Integer IsInteger Real")]
    [InlineData(typeof(FileContent), "Count Documents Hash Problems")]
    public void A_pack_holds_every_member(Type type, string members, bool isDocument = false)
    {
        string[] expected =
        [
            .. $"{members} {(isDocument ? Common : "")}".Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
        IEnumerable<string> found = Picture.PropertiesOf(type).Select(static p => p.Name);
        Assert.True(
            found.SequenceEqual(expected.Order(StringComparer.Ordinal), StringComparer.Ordinal),
            $"{type.Name} has {string.Join(' ', found)}. {Advice}"
        );
    }

    [Theory]
    [InlineData(typeof(SigmaDocument), 3)]
    [InlineData(typeof(SigmaExpression), 7)]
    [InlineData(typeof(ValueMatcher), 6)]
    public void A_pack_holds_every_kind(Type type, int kinds) =>
        Assert.True(
            type.Assembly.GetTypes().Count(t => t.IsSubclassOf(type) && !t.IsAbstract && t != NotInFiles) == kinds,
            $"{type.Name} has another kind. {Advice}"
        );

    [Theory]
    [InlineData(typeof(Events.Level), (int)Events.Level.Critical)]
    [InlineData(typeof(RuleStatus), (int)RuleStatus.Unsupported)]
    [InlineData(typeof(ProblemSeverity), (int)ProblemSeverity.Error)]
    [InlineData(typeof(CorrelationType), (int)CorrelationType.ValueMedian)]
    [InlineData(typeof(CorrelationComparison), (int)CorrelationComparison.GreaterOrEqual)]
    [InlineData(typeof(FieldComparison), (int)FieldComparison.EndsWith)]
    [InlineData(typeof(NumberComparison), (int)NumberComparison.GreaterOrEqual)]
    [InlineData(typeof(TimePart), (int)TimePart.Year)]
    [InlineData(typeof(PatternSegmentKind), (int)PatternSegmentKind.Dash)]
    public void A_pack_holds_every_value_of_an_enumeration(Type type, int last) =>
        Assert.True(
            Enum.GetValues(type).Cast<int>().Order().SequenceEqual(Enumerable.Range(0, last + 1)),
            $"{type.Name} has another value. {Advice}"
        );

    [Fact]
    public void Every_option_that_decides_what_a_file_gives_is_in_the_key()
    {
        ContentHash usual = CacheKey.Of(["a"], SigmaOptions.Default);
        Assert.Equal(usual, CacheKey.Of(["a"], new SigmaOptions()));
        Assert.NotEqual(usual, CacheKey.Of(["b"], SigmaOptions.Default));
        foreach (PropertyInfo option in Picture.PropertiesOf(typeof(SigmaOptions)))
        {
            SigmaOptions other = new();
            option.SetValue(other, Other(option, option.GetValue(other)));
            Assert.True(
                CacheKey.Of(["a"], other) != usual != CacheKey.NotInKey.Contains(option.Name, StringComparer.Ordinal),
                $"{option.Name} belongs into CacheKey, or among what is not in it, and not into both."
            );
        }
    }

    /// <summary>What no file can hold: it comes into rules after they were loaded.</summary>
    private static readonly Type NotInFiles = typeof(CertainExpression);

    private static object Other(PropertyInfo option, object? value) =>
        value switch
        {
            int number => number + 1,
            long number => number + 1,
            null when option.PropertyType == typeof(string) => "x",
            null when option.PropertyType == typeof(Events.FieldTable) => new Events.FieldTable(),
            IReadOnlyDictionary<string, IReadOnlyList<string>> => new Dictionary<string, IReadOnlyList<string>>(
                StringComparer.Ordinal
            )
            {
                ["x"] = ["y"],
            },
            _ => throw new InvalidOperationException($"Teach this test another value for {option.Name}."),
        };
}
