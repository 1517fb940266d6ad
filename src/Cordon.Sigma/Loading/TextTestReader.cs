using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Makes tests of text: transformations first, anchors after them.</summary>
internal sealed class TextTestReader(DocumentContext context)
{
    public SigmaExpression? Read(FieldKey key, YamlScalar scalar, List<StringPattern> patterns)
    {
        List<SigmaExpression> tests = [];
        foreach (StringPattern pattern in patterns)
        {
            List<StringPattern>? forms = TextForms.Apply(pattern, key.Transformations, out string? fault);
            if (forms is null)
            {
                context.Error(scalar, ProblemCodes.ModifierValue, fault!);
                return null;
            }

            foreach (StringPattern form in forms)
            {
                tests.Add(Test(key, Anchored(form, key)));
            }
        }

        bool matchesAll = scalar.Value.Length == 0 && (key.IsKeyword || key.Has(Modifiers.Anchors));
        if (matchesAll)
        {
            context.Warn(
                scalar,
                ProblemCodes.ModifierUseless,
                "An empty text stands in every text, so this fits every value. For an empty value write the field without a modifier; for a field that is there use exists."
            );
        }

        return context.TakePredicates(scalar, tests.Count - 1) ? OperandList.Or(tests) : null;
    }

    private static StringPattern Anchored(StringPattern pattern, FieldKey key)
    {
        bool anywhere = key.Has(Modifiers.Contains) || (key.IsKeyword && !key.Has(Modifiers.Anchors));
        bool openStart = anywhere || key.Has(Modifiers.EndsWith);
        bool openEnd = anywhere || key.Has(Modifiers.StartsWith);
        if (!openStart && !openEnd)
        {
            return pattern;
        }

        var builder = new PatternBuilder();
        if (openStart)
        {
            builder.AppendAnySequence();
        }

        builder.Append(pattern);
        if (openEnd)
        {
            builder.AppendAnySequence();
        }

        return builder.ToPattern();
    }

    private SigmaPredicate Test(FieldKey key, StringPattern pattern)
    {
        var matcher = new StringMatcher(pattern, key.Has(Modifiers.Cased));
        return key.IsKeyword
            ? new KeywordExpression(matcher)
            : new FieldExpression(key.Field, context.Fields.Intern(key.Field), matcher);
    }
}
