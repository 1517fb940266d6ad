using Cordon.Sigma.Expressions;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads the values of comparisons of numbers and of parts of a time.</summary>
internal static class NumberReader
{
    public static SigmaNumber NumberOf(YamlScalar scalar) =>
        scalar.Kind == YamlKind.Integer ? new SigmaNumber(scalar.Integer) : new SigmaNumber(scalar.Real);

    public static ValueMatcher? Read(DocumentContext context, FieldKey key, YamlScalar scalar, string text)
    {
        // What a placeholder gave, or what was put in quotes, may still be written as a number.
        bool isNumber = scalar.Kind is YamlKind.Integer or YamlKind.Real;
        YamlScalar number = isNumber ? scalar : new YamlScalar(scalar.Line, scalar.Column, text, true, true);
        if (number.Kind is not (YamlKind.Integer or YamlKind.Real))
        {
            context.Error(
                scalar,
                ProblemCodes.ModifierValue,
                $"The modifier compares numbers, and '{NearName.Shorten(text)}' is none."
            );
            return null;
        }

        if (!isNumber && !key.Has(Modifiers.Expand))
        {
            context.Warn(
                scalar,
                ProblemCodes.ModifierValue,
                "The modifier compares numbers, and this one is in quotes; it is read as a number. Take the quotes away."
            );
        }

        SigmaNumber value = NumberOf(number);
        if (!key.Has(Modifiers.TimeParts))
        {
            return new NumberMatcher(key.Comparison, value);
        }

        CheckRange(context, key, scalar, value);
        return new TimePartMatcher(key.TimePart, key.Comparison, value);
    }

    private static void CheckRange(DocumentContext context, FieldKey key, YamlScalar scalar, SigmaNumber value)
    {
        (int least, int most) = key.TimePart switch
        {
            TimePart.Minute => (0, 59),
            TimePart.Hour => (0, 23),
            TimePart.Day => (1, 31),
            TimePart.Week => (1, 53),
            TimePart.Month => (1, 12),
            _ => (1, 9999),
        };
        if (!value.IsInteger || value.Integer < least || value.Integer > most)
        {
            context.Warn(
                scalar,
                ProblemCodes.ModifierValue,
                $"A {key.TimePart.ToString().ToLowerInvariant()} is a whole number from {least} to {most}; no time has {value}."
            );
        }
    }
}
