using System.Globalization;

namespace Cordon.Reading.Measures;

/// <summary>Counts how sets of labels agree, all documents together.</summary>
internal sealed class SetScore
{
    private int _right;
    private int _found;
    private int _wanted;

    /// <summary>Adds a document's.</summary>
    public void Add(IReadOnlySet<string> wanted, IReadOnlySet<string> found)
    {
        _right += wanted.Count(found.Contains);
        _found += found.Count;
        _wanted += wanted.Count;
    }

    /// <summary>The micro-averaged F1.</summary>
    public double F1 => _right == 0 ? 0 : 2.0 * _right / (_found + _wanted);

    /// <summary>The same as a line.</summary>
    public string Line(string name) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -18} {_wanted, 6}  P {(_found == 0 ? 0 : (double)_right / _found):0.000}  R {(_wanted == 0 ? 0 : (double)_right / _wanted):0.000}  F1 {F1:0.000}"
        );
}
