namespace Cordon.Reading.Corpora;

/// <summary>Takes annotations of tokens over to the text that the tokens were cut from.</summary>
internal static class Realigned
{
    /// <summary>The same document with its own text; null where the tokens are not found in it.</summary>
    public static Annotated? To(Annotated tokens, string text)
    {
        var places = new int[tokens.Text.Length + 1];
        int at = 0;
        for (int i = 0; i < tokens.Text.Length; i++)
        {
            char one = tokens.Text[i];
            if (char.IsWhiteSpace(one))
            {
                places[i] = at;
                continue;
            }

            int found = text.IndexOf(one, at);
            // Signs that a tokenizer dropped may lie between, words may not.
            if (found < 0 || found - at > 40)
            {
                return null;
            }

            places[i] = found;
            at = found + 1;
        }

        return new Annotated(
            tokens.Name,
            text,
            [.. tokens.Entities.Select(e => new Marked(e.Type, places[e.Start], places[e.End - 1] + 1))]
        );
    }
}
