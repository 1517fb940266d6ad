namespace Cordon.Sigma.Conditions;

/// <summary>A word or sign of a condition and its place.</summary>
internal readonly record struct ConditionToken(string Text, int Offset)
{
    public bool Is(string keyword) => string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Stands after the last word.</summary>
    public bool IsEnd => Text.Length == 0;
}

/// <summary>Cuts a condition into words, brackets and bars.</summary>
internal static class ConditionLexer
{
    public static List<ConditionToken> Read(string text)
    {
        List<ConditionToken> tokens = [];
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            int start = i++;
            if (!IsSign(c))
            {
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && !IsSign(text[i]))
                {
                    i++;
                }
            }

            tokens.Add(new ConditionToken(text[start..i], start));
        }

        tokens.Add(new ConditionToken("", text.Length));
        return tokens;
    }

    private static bool IsSign(char c) => c is '(' or ')' or '|' or ',';
}
