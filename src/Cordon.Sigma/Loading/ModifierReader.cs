using System.Collections.Frozen;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

/// <summary>Reads <c>field|modifier|modifier</c> and says which modifiers cannot stand together.</summary>
internal static class ModifierReader
{
    private static readonly FrozenDictionary<string, Modifiers> Known = new Dictionary<string, Modifiers>(
        StringComparer.Ordinal
    )
    {
        ["all"] = Modifiers.All,
        ["contains"] = Modifiers.Contains,
        ["startswith"] = Modifiers.StartsWith,
        ["endswith"] = Modifiers.EndsWith,
        ["exists"] = Modifiers.Exists,
        ["cased"] = Modifiers.Cased,
        ["neq"] = Modifiers.Neq,
        ["re"] = Modifiers.Re,
        ["i"] = Modifiers.ReIgnoreCase,
        ["m"] = Modifiers.ReMultiline,
        ["s"] = Modifiers.ReDotAll,
        ["cidr"] = Modifiers.Cidr,
        ["expand"] = Modifiers.Expand,
        ["fieldref"] = Modifiers.FieldRef,
        ["lt"] = Modifiers.Less,
        ["lte"] = Modifiers.LessOrEqual,
        ["gt"] = Modifiers.Greater,
        ["gte"] = Modifiers.GreaterOrEqual,
        ["minute"] = Modifiers.Minute,
        ["hour"] = Modifiers.Hour,
        ["day"] = Modifiers.Day,
        ["week"] = Modifiers.Week,
        ["month"] = Modifiers.Month,
        ["year"] = Modifiers.Year,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Transformation> Transformations = new Dictionary<
        string,
        Transformation
    >(StringComparer.Ordinal)
    {
        ["windash"] = Transformation.Windash,
        ["base64"] = Transformation.Base64,
        ["base64offset"] = Transformation.Base64Offset,
        ["utf16"] = Transformation.Utf16,
        ["utf16le"] = Transformation.Utf16LittleEndian,
        ["wide"] = Transformation.Utf16LittleEndian,
        ["utf16be"] = Transformation.Utf16BigEndian,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names that other tools gave to what Sigma has under its own.</summary>
    private static readonly FrozenDictionary<string, (Modifiers Meaning, string Sigma)> Legacy = new Dictionary<
        string,
        (Modifiers, string)
    >(StringComparer.Ordinal)
    {
        ["ignorecase"] = (Modifiers.ReIgnoreCase, "i"),
        ["multiline"] = (Modifiers.ReMultiline, "m"),
        ["dotall"] = (Modifiers.ReDotAll, "s"),
        ["equalsfield"] = (Modifiers.FieldRef, "fieldref"),
        ["endswithfield"] = (Modifiers.FieldRef | Modifiers.EndsWith, "fieldref|endswith"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a key; null where it has modifiers that cannot be used.</summary>
    public static FieldKey? Read(DocumentContext context, YamlScalar key)
    {
        string text = key.Value;
        int bar = text.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0)
        {
            return new FieldKey(text, Modifiers.None, []);
        }

        Modifiers modifiers = Modifiers.None;
        List<Transformation> transformations = [];
        bool isKnown = true;
        for (int start = bar + 1; start <= text.Length; )
        {
            int end = text.IndexOf('|', start);
            end = end < 0 ? text.Length : end;
            string name = text[start..end];
            if (Known.TryGetValue(name, out Modifiers modifier))
            {
                modifiers |= modifier;
            }
            else if (Transformations.TryGetValue(name, out Transformation transformation))
            {
                transformations.Add(transformation);
            }
            else if (Legacy.TryGetValue(name, out (Modifiers Meaning, string Sigma) legacy))
            {
                modifiers |= legacy.Meaning;
                context.Warn(
                    key.Line,
                    ColumnIn(key, start),
                    ProblemCodes.LegacyModifier,
                    $"The modifier '{name}' is another tool's name for '{legacy.Sigma}'; it is read as that. Write '{legacy.Sigma}'."
                );
            }
            else
            {
                isKnown = false;
                context.Error(key.Line, ColumnIn(key, start), ProblemCodes.UnknownModifier, Unknown(name));
            }

            start = end + 1;
        }

        var result = new FieldKey(text[..bar], modifiers, transformations);
        return isKnown && ModifierRules.Check(context, key, result) ? result : null;
    }

    internal static int ColumnIn(YamlScalar scalar, int offset) =>
        scalar.IsSingleLine ? scalar.Column + scalar.QuoteWidth + offset : scalar.Column;

    private static string Unknown(string name)
    {
        if (name.Length == 0)
        {
            return "There is an empty modifier: two bars in a row, or a bar at the end of the key. Remove it.";
        }

        string? near = NearName.Find(name, [.. Known.Keys, .. Transformations.Keys]);
        string hint = near is null ? "docs/rules.md lists the modifiers of Sigma 2.1" : $"did you mean '{near}'?";
        return $"'{NearName.Shorten(name)}' is no modifier of Sigma ({hint}). Evaluated without it the rule would mean something else.";
    }
}
