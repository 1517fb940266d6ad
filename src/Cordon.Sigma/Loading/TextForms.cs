using System.Text;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Loading;

/// <summary>Applies transformations to a text pattern, in the rule's order; one pattern may become several.</summary>
internal static class TextForms
{
    private const int MaxDashForms = 3125;

    /// <summary>Gives the patterns that the value stands for; null with a fault where that cannot be said.</summary>
    public static List<StringPattern>? Apply(
        StringPattern pattern,
        IReadOnlyList<Transformation> transformations,
        out string? fault
    )
    {
        if (transformations.Count == 0)
        {
            fault = null;
            return [pattern];
        }

        List<Form> forms = [new Form(pattern, IsBytes: false)];
        for (int i = 0; i < transformations.Count; i++)
        {
            List<Form> next = [];
            bool isLast = i == transformations.Count - 1;
            foreach (Form form in forms)
            {
                fault = Apply(form, transformations[i], isLast, next);
                if (fault is not null)
                {
                    return null;
                }
            }

            forms = next;
        }

        fault = null;
        return forms.ConvertAll(form => form.Pattern);
    }

    private static string? Apply(Form form, Transformation transformation, bool isLast, List<Form> results)
    {
        switch (transformation)
        {
            case Transformation.Windash when isLast:
                results.Add(form with { Pattern = WithDashes(form.Pattern) });
                return null;
            case Transformation.Windash:
                return EnumerateDashes(form, results);
            case Transformation.Base64:
            case Transformation.Base64Offset:
                return EncodeBase64(form, transformation == Transformation.Base64Offset, results);
            default:
                results.Add(new Form(EncodeUtf16(form.Pattern, transformation), IsBytes: true));
                return null;
        }
    }

    /// <summary>Puts a class in the place of each dash, which stands for all permutations at the cost of one.</summary>
    private static StringPattern WithDashes(StringPattern pattern)
    {
        var builder = new PatternBuilder();
        foreach (PatternSegment segment in pattern.Segments)
        {
            if (segment.Kind != PatternSegmentKind.Literal)
            {
                builder.Append(segment);
                continue;
            }

            foreach (char c in segment.Text)
            {
                if (PatternSegment.Dashes.Contains(c, StringComparison.Ordinal))
                {
                    builder.Append(PatternSegment.Dash);
                }
                else
                {
                    builder.AppendLiteral(c);
                }
            }
        }

        return builder.ToPattern();
    }

    // Behind an encoding a class cannot stand for a character any more, so here the permutations are laid out, as far as is sane.
    private static string? EnumerateDashes(Form form, List<Form> results)
    {
        if (!form.Pattern.IsLiteral)
        {
            return "windash before an encoding needs a value without wildcards.";
        }

        string text = LiteralOf(form.Pattern);
        List<StringBuilder> variants = [new StringBuilder()];
        foreach (char c in text)
        {
            if (!PatternSegment.Dashes.Contains(c, StringComparison.Ordinal))
            {
                variants.ForEach(variant => variant.Append(c));
                continue;
            }

            if (variants.Count * PatternSegment.Dashes.Length > MaxDashForms)
            {
                return "windash before an encoding lays out every permutation of dashes; this value has more than five. Split the value.";
            }

            List<StringBuilder> longer = [];
            foreach (StringBuilder variant in variants)
            {
                foreach (char dash in PatternSegment.Dashes)
                {
                    longer.Add(new StringBuilder().Append(variant).Append(dash));
                }
            }

            variants = longer;
        }

        foreach (StringBuilder variant in variants)
        {
            results.Add(form with { Pattern = StringPattern.Literal(variant.ToString()) });
        }

        return null;
    }

    private static string? EncodeBase64(Form form, bool withOffsets, List<Form> results)
    {
        if (!form.Pattern.IsLiteral)
        {
            return "base64 encodes a whole value, so it cannot hold the wildcards '*' and '?'. Escape them with a backslash, or use contains.";
        }

        string text = LiteralOf(form.Pattern);
        byte[] bytes = form.IsBytes ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        if (!withOffsets)
        {
            results.Add(new Form(StringPattern.Literal(Convert.ToBase64String(bytes)), IsBytes: false));
            return null;
        }

        if (bytes.Length < 2)
        {
            return "base64offset needs a value of two bytes or more: of a shorter one nothing is left that does not depend on what stands around it.";
        }

        for (int offset = 0; offset < 3; offset++)
        {
            results.Add(new Form(StringPattern.Literal(EncodeAt(bytes, offset)), IsBytes: false));
        }

        return null;
    }

    /// <summary>What of the encoded text is the same whatever stands before and after the bytes, when they begin at an offset.</summary>
    internal static string EncodeAt(ReadOnlySpan<byte> bytes, int offset)
    {
        byte[] shifted = new byte[bytes.Length + offset];
        bytes.CopyTo(shifted.AsSpan(offset));
        string encoded = Convert.ToBase64String(shifted);
        // A character holds 6 bits: those that share bits with bytes before or after are cut off, and the padding with them.
        int start = offset == 0 ? 0 : offset + 1;
        int cut = (shifted.Length % 3) switch
        {
            0 => 0,
            1 => 3,
            _ => 2,
        };
        return encoded[start..^cut];
    }

    private static StringPattern EncodeUtf16(StringPattern pattern, Transformation transformation)
    {
        var builder = new PatternBuilder();
        if (transformation == Transformation.Utf16)
        {
            builder.AppendLiteral("\u00FF\u00FE");
        }

        foreach (PatternSegment segment in pattern.Segments)
        {
            if (segment.Kind != PatternSegmentKind.Literal)
            {
                builder.Append(segment);
                continue;
            }

            foreach (char c in segment.Text)
            {
                (char low, char high) = ((char)(c & 0xFF), (char)(c >> 8));
                bool isBigEndian = transformation == Transformation.Utf16BigEndian;
                builder.AppendLiteral(isBigEndian ? high : low);
                builder.AppendLiteral(isBigEndian ? low : high);
            }
        }

        return builder.ToPattern();
    }

    private static string LiteralOf(StringPattern pattern) =>
        pattern.Segments.Length == 0 ? "" : pattern.Segments[0].Text;

    /// <summary>A pattern on its way; its characters may stand for bytes.</summary>
    private readonly record struct Form(StringPattern Pattern, bool IsBytes);
}
