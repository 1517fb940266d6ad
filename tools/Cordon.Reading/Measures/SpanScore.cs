using System.Globalization;

namespace Cordon.Reading.Measures;

/// <summary>Counts exact agreement of spans and types.</summary>
internal sealed class SpanScore
{
    private readonly Dictionary<string, (int Right, int Found, int Wanted)> _types = new(StringComparer.Ordinal);

    /// <summary>Adds a text's spans.</summary>
    public void Add(
        IEnumerable<(string Type, int Start, int End)> wanted,
        IEnumerable<(string Type, int Start, int End)> found
    )
    {
        var all = wanted.ToHashSet();
        foreach ((string Type, int Start, int End) one in all)
        {
            Count(one.Type, 0, 0, 1);
        }

        foreach ((string Type, int Start, int End) one in found.Distinct())
        {
            Count(one.Type, all.Contains(one) ? 1 : 0, 1, 0);
        }
    }

    /// <summary>Precision, recall and F1 of types together.</summary>
    public (double Precision, double Recall, double F1, int Wanted) Of(params string[] types)
    {
        (int right, int found, int wanted) = (0, 0, 0);
        foreach (string type in types)
        {
            (int r, int f, int w) = _types.GetValueOrDefault(type);
            (right, found, wanted) = (right + r, found + f, wanted + w);
        }

        double precision = found == 0 ? 0 : (double)right / found;
        double recall = wanted == 0 ? 0 : (double)right / wanted;
        return (precision, recall, right == 0 ? 0 : 2 * precision * recall / (precision + recall), wanted);
    }

    /// <summary>The same as a line.</summary>
    public string Line(string name, params string[] types)
    {
        (double precision, double recall, double f1, int wanted) = Of(types.Length == 0 ? [name] : types);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -18} {wanted, 6}  P {precision:0.000}  R {recall:0.000}  F1 {f1:0.000}"
        );
    }

    private void Count(string type, int right, int found, int wanted)
    {
        (int r, int f, int w) = _types.GetValueOrDefault(type);
        _types[type] = (r + right, f + found, w + wanted);
    }
}
