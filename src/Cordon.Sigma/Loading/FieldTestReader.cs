using Cordon.Events;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads one item of a detection, a key and its value or values, into an expression.</summary>
internal sealed class FieldTestReader(DocumentContext context)
{
    /// <summary>Reads an item; null where it cannot be used, which has been reported.</summary>
    public SigmaExpression? Read(YamlScalar key, YamlNode value)
    {
        FieldKey? parsed = ModifierReader.Read(context, key);
        return parsed is null ? null : Read(parsed, key, value);
    }

    /// <summary>Reads a list of keywords, or a single one, that has no key.</summary>
    public SigmaExpression? ReadKeywords(YamlNode value) => Read(new FieldKey("", Modifiers.None, []), value, value);

    private SigmaExpression? Read(FieldKey key, YamlNode place, YamlNode value)
    {
        List<YamlNode> values = value is YamlSequence list ? list.Items : [value];
        if (values.Count == 0)
        {
            context.Error(
                value,
                ProblemCodes.EmptySearch,
                "The list of values is empty, so no event could ever fit. Give a value, or take the line out."
            );
            return null;
        }

        bool isList = value is YamlSequence;
        if (key.Has(Modifiers.All) && values.Count == 1)
        {
            context.Warn(
                place,
                ProblemCodes.AllOnSingleValue,
                "Sigma does not allow 'all' on a single value, as there is nothing to link; it is read without it. Take 'all' out."
            );
        }

        List<SigmaExpression> tests = [];
        bool isGood = true;
        foreach (YamlNode item in values)
        {
            SigmaExpression? test = ReadItem(key, item, isList);
            isGood &= test is not null;
            if (test is not null && isGood)
            {
                AddFlat(tests, test, intoOr: !key.Has(Modifiers.All));
            }
        }

        if (!isGood || !context.TakePredicates(place, tests.Count))
        {
            return null;
        }

        // Different from all of them, whether or not 'all' says so: NOT (any equal).
        if (key.Has(Modifiers.Neq))
        {
            return new NotExpression(OperandList.Or(tests));
        }

        return key.Has(Modifiers.All) ? OperandList.And(tests) : OperandList.Or(tests);
    }

    private static void AddFlat(List<SigmaExpression> tests, SigmaExpression test, bool intoOr)
    {
        if (intoOr && test is OrExpression or)
        {
            tests.AddRange(or.Operands);
        }
        else
        {
            tests.Add(test);
        }
    }

    private SigmaExpression? ReadItem(FieldKey key, YamlNode item, bool isInList)
    {
        if (item is not YamlScalar scalar)
        {
            context.Error(
                item,
                ProblemCodes.Nesting,
                item is YamlMapping
                    ? "A field's value cannot be a map. For a nested field write its path with dots: 'outer.inner: value'."
                    : "A list of values cannot hold another list. Write the values one after the other."
            );
            return null;
        }

        if (scalar.Kind == YamlKind.Null)
        {
            return ReadNull(key, scalar, isInList);
        }

        if (key.Has(Modifiers.Exists))
        {
            return ReadExists(key, scalar);
        }

        if (key.Has(Modifiers.FieldRef))
        {
            return ReadReference(key, scalar);
        }

        return key.Has(Modifiers.Expand) ? ReadPlaceholders(key, scalar) : ReadValue(key, scalar, scalar.Value);
    }

    private OrExpression? ReadNull(FieldKey key, YamlScalar scalar, bool isInList)
    {
        if (isInList)
        {
            context.Error(
                scalar,
                ProblemCodes.NullInList,
                "null cannot stand in a list of values: it is a type of its own. Give it a search of its own ('field: null') and link the two in the condition. The word null is written in quotes."
            );
            return null;
        }

        if (
            key.IsKeyword
            || (key.Modifiers & ~(Modifiers.Neq | Modifiers.All)) != Modifiers.None
            || key.Transformations.Count > 0
        )
        {
            context.Error(
                scalar,
                ProblemCodes.ModifierValue,
                key.IsKeyword
                    ? "A keyword cannot be null: give the text that is looked for, in quotes if it is the word null."
                    : "The value is null (nothing, a tilde, or the word null without quotes), and the modifier needs a value to work on."
            );
            return null;
        }

        // What has no value has none whether the event names the field or not: rules are written so, for stores that know no
        // difference. Empty text is a value, and 'exists' tells a null from a missing field.
        FieldId id = context.Fields.Intern(key.Field);
        return new OrExpression([
            new FieldExpression(key.Field, id, NullMatcher.Instance),
            new NotExpression(new FieldExistsExpression(key.Field, id)),
        ]);
    }

    private SigmaExpression? ReadExists(FieldKey key, YamlScalar scalar)
    {
        if (!TryReadBoolean(scalar, out bool exists))
        {
            context.Error(
                scalar,
                ProblemCodes.ModifierValue,
                $"exists takes true or false, not '{NearName.Shorten(scalar.Value)}'."
            );
            return null;
        }

        var test = new FieldExistsExpression(key.Field, context.Fields.Intern(key.Field));
        return exists ? test : new NotExpression(test);
    }

    // YAML 1.1 and older rules know more words for true and false.
    private static bool TryReadBoolean(YamlScalar scalar, out bool value)
    {
        string text = scalar.Value.ToLowerInvariant();
        value = text is "true" or "yes" or "on";
        return value || text is "false" or "no" or "off";
    }

    private FieldReferenceExpression? ReadReference(FieldKey key, YamlScalar scalar)
    {
        string other = scalar.Value;
        if (other.Length == 0)
        {
            context.Error(
                scalar,
                ProblemCodes.ModifierValue,
                "fieldref takes the name of another field; this is empty."
            );
            return null;
        }

        FieldComparison comparison =
            key.Has(Modifiers.Contains) || key.Count(Modifiers.Anchors) == 2 ? FieldComparison.Contains
            : key.Has(Modifiers.StartsWith) ? FieldComparison.StartsWith
            : key.Has(Modifiers.EndsWith) ? FieldComparison.EndsWith
            : FieldComparison.Equals;
        return new FieldReferenceExpression(
            (key.Field, context.Fields.Intern(key.Field)),
            (other, context.Fields.Intern(other)),
            comparison,
            key.Has(Modifiers.Cased)
        );
    }

    private SigmaExpression? ReadPlaceholders(FieldKey key, YamlScalar scalar)
    {
        List<Placeholders.Piece> pieces = Placeholders.Split(scalar.Value);
        bool isKnown = true;
        foreach (Placeholders.Piece piece in pieces)
        {
            if (!piece.IsPlaceholder)
            {
                continue;
            }

            if (
                !context.Options.Placeholders.TryGetValue(piece.Text, out IReadOnlyList<string>? values)
                || values.Count == 0
            )
            {
                isKnown = false;
                context.Error(
                    scalar,
                    ProblemCodes.Placeholder,
                    $"The placeholder %{NearName.Shorten(piece.Text)}% stands for something in your environment that has not been given. Give it a list of values to use this rule."
                );
            }
        }

        if (!isKnown)
        {
            return null;
        }

        return key.Has(Modifiers.Re | Modifiers.Cidr | Modifiers.Comparisons | Modifiers.TimeParts)
            ? FillTexts(key, scalar, pieces)
            : FillPatterns(key, scalar, pieces);
    }

    private SigmaExpression? FillTexts(FieldKey key, YamlScalar scalar, List<Placeholders.Piece> pieces)
    {
        List<string>? texts = Placeholders.Fill(pieces, context.Options.Placeholders, context.Options.MaxPredicates);
        List<SigmaExpression> tests = [];
        foreach (string text in texts ?? [])
        {
            SigmaExpression? test = ReadValue(key, scalar, text);
            if (test is null)
            {
                return null;
            }

            AddFlat(tests, test, intoOr: true);
        }

        return texts is null ? TooMany(scalar) : OperandList.Or(tests);
    }

    private SigmaExpression? FillPatterns(FieldKey key, YamlScalar scalar, List<Placeholders.Piece> pieces)
    {
        List<StringPattern>? patterns = Placeholders.FillPatterns(
            pieces,
            context.Options.Placeholders,
            context.Options.MaxPredicates
        );
        return patterns is null ? TooMany(scalar) : new TextTestReader(context).Read(key, scalar, patterns);
    }

    private SigmaExpression? TooMany(YamlScalar scalar)
    {
        context.TakePredicates(scalar, int.MaxValue);
        return null;
    }

    private SigmaExpression? ReadValue(FieldKey key, YamlScalar scalar, string text)
    {
        if (key.Has(Modifiers.Re))
        {
            RegexMatcher? regex = RegexReader.Read(text, key, context.Options, out string? fault);
            if (regex is null)
            {
                context.Error(scalar, ProblemCodes.Regex, fault!);
            }

            return regex is null ? null : Test(key, regex);
        }

        if (key.Has(Modifiers.Cidr))
        {
            CidrMatcher? cidr = CidrReader.Read(context, scalar, text);
            return cidr is null ? null : Test(key, cidr);
        }

        if (key.Has(Modifiers.Comparisons | Modifiers.TimeParts))
        {
            ValueMatcher? number = NumberReader.Read(context, key, scalar, text);
            return number is null ? null : Test(key, number);
        }

        bool isPlainNumber =
            scalar.Kind is YamlKind.Integer or YamlKind.Real
            && !key.IsKeyword
            && !key.Has(Modifiers.Anchors | Modifiers.Cased | Modifiers.Expand)
            && key.Transformations.Count == 0;
        return isPlainNumber
            ? Test(key, new NumberMatcher(NumberComparison.Equal, NumberReader.NumberOf(scalar)))
            : new TextTestReader(context).Read(key, scalar, [StringPattern.Parse(text)]);
    }

    private SigmaPredicate Test(FieldKey key, ValueMatcher matcher)
    {
        if (key.IsKeyword)
        {
            return new KeywordExpression(matcher);
        }

        FieldId field = context.Fields.Intern(key.Field);
        return new FieldExpression(key.Field, field, matcher);
    }
}
