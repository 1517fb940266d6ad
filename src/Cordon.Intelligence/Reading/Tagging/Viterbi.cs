namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>Finds the best labels of a sentence.</summary>
internal static class Viterbi
{
    /// <summary>The best labels.</summary>
    /// <param name="scores">Of each token for each label.</param>
    /// <param name="transitions">Of each label after another.</param>
    public static int[] Best(float[] scores, float[] transitions)
    {
        int labels = Labels.Count;
        int count = scores.Length / labels;
        var best = new float[scores.Length];
        var from = new byte[scores.Length];
        for (int at = 0; at < count; at++)
        {
            for (int label = 0; label < labels; label++)
            {
                int place = (at * labels) + label;
                float most = float.NegativeInfinity;
                for (int before = 0; before < (at == 0 ? 1 : labels); before++)
                {
                    if (!Labels.MayFollow(before, label))
                    {
                        continue;
                    }

                    float score =
                        transitions[(before * labels) + label] + (at == 0 ? 0 : best[place - label - labels + before]);
                    if (score > most)
                    {
                        (most, from[place]) = (score, (byte)before);
                    }
                }

                best[place] = most + scores[place];
            }
        }

        var result = new int[count];
        if (count == 0)
        {
            return result;
        }

        int last = 0;
        for (int label = 1; label < labels; label++)
        {
            last = best[((count - 1) * labels) + label] > best[((count - 1) * labels) + last] ? label : last;
        }

        for (int at = count - 1; at >= 0; at--)
        {
            result[at] = last;
            last = from[(at * labels) + last];
        }

        return result;
    }
}
