using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Which modifiers go together. What contradicts itself is an error, what is merely superfluous a warning.</summary>
internal static class ModifierRules
{
    private const Modifiers NoText =
        Modifiers.Re
        | Modifiers.Cidr
        | Modifiers.Exists
        | Modifiers.FieldRef
        | Modifiers.Comparisons
        | Modifiers.TimeParts;

    public static bool Check(DocumentContext context, YamlScalar key, FieldKey parsed)
    {
        string? conflict = FindConflict(parsed);
        if (conflict is not null)
        {
            context.Error(key, ProblemCodes.ModifierConflict, conflict);
            return false;
        }

        string? useless = FindUseless(parsed);
        if (useless is not null)
        {
            context.Warn(key, ProblemCodes.ModifierUseless, useless);
        }

        return true;
    }

    private static string? FindConflict(FieldKey key)
    {
        const Modifiers Number = Modifiers.Comparisons | Modifiers.TimeParts;
        int kinds =
            key.Count(Modifiers.Re | Modifiers.Cidr | Modifiers.Exists | Modifiers.FieldRef)
            + (key.Has(Number) ? 1 : 0);
        if (kinds > 1)
        {
            return "The modifiers give the value more than one type: only one of re, cidr, exists, fieldref and the comparisons of numbers can hold.";
        }

        if (key.Count(Modifiers.Comparisons) > 1 || key.Count(Modifiers.TimeParts) > 1)
        {
            return "Only one comparison and one part of a time can stand in a key. For a range, name the field twice in two searches.";
        }

        if (key.Has(Modifiers.ReFlags) && !key.Has(Modifiers.Re))
        {
            return "The modifiers i, m and s belong to a regular expression: write 're|i'. Text is compared without regard to case anyway.";
        }

        if (key.Has(Modifiers.ReIgnoreCase) && key.Has(Modifiers.Cased))
        {
            return "The modifiers i and cased contradict each other.";
        }

        if (key.Transformations.Count > 0 && key.Has(NoText))
        {
            return "windash, base64, base64offset and the utf16 family change text; they cannot work on a regular expression, network, number or field reference.";
        }

        if (key.Has(Modifiers.Anchors) && key.Has(Modifiers.Cidr | Modifiers.Exists | Number))
        {
            return "contains, startswith and endswith compare text; they cannot stand with cidr, exists or a comparison of numbers.";
        }

        if (key.Has(Modifiers.Expand) && key.Has(Modifiers.Exists | Modifiers.FieldRef))
        {
            return "expand cannot stand with exists or fieldref: placeholders stand for values.";
        }

        return
            key.IsKeyword
            && key.Has(Modifiers.Exists | Modifiers.FieldRef | Modifiers.Comparisons | Modifiers.TimeParts)
            ? "This modifier needs a field: write 'field|modifier'."
            : null;
    }

    private static string? FindUseless(FieldKey key)
    {
        if (key.Has(Modifiers.Re) && key.Has(Modifiers.Contains))
        {
            return "A regular expression matches anywhere in the value; contains adds nothing and can be left out.";
        }

        if (key.Has(Modifiers.StartsWith) && key.Has(Modifiers.EndsWith))
        {
            return "startswith and endswith together mean the same as contains, which is how they are read. For both ends use two keys.";
        }

        if (key.Transformations.Contains(Transformation.Base64Offset) && !key.Has(Modifiers.Anchors))
        {
            return "base64offset looks for a piece of encoded text, which is rarely the whole value: add contains.";
        }

        return key.Has(Modifiers.Cased) && key.Has(NoText & ~(Modifiers.Re | Modifiers.FieldRef))
            ? "cased changes only comparisons of text."
            : null;
    }
}
