using System.Globalization;
using Cordon.Events;

namespace Cordon.Detection.Activities.Mails;

/// <summary>The fields of one mail by name; those of lists (<c>Links.3.Target</c>) by the list's name and number too.</summary>
internal sealed class MailFields
{
    private const int MaxItems = 600;
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a field.</summary>
    public void Add(ReadOnlySpan<char> name, FieldValue value)
    {
        string key = name.ToString();
        if (!_values.TryGetValue(key, out List<string>? list))
        {
            _values[key] = list = [];
            Count(key);
        }

        if (list.Count < MaxItems)
        {
            list.Add(value.Text.ToString());
        }
    }

    /// <summary>The first value of a name; empty where there is none.</summary>
    public string this[string name] => _values.TryGetValue(name, out List<string>? list) ? list[0] : "";

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out List<string>? list) ? list : [];

    /// <summary>How many items a list has.</summary>
    public int CountOf(string list) => _counts.GetValueOrDefault(list);

    /// <summary>The field of a list's item; empty where there is none.</summary>
    public string Of(string list, int number, string field) =>
        this[string.Create(CultureInfo.InvariantCulture, $"{list}.{number}.{field}")];

    /// <summary>The names of fields below an item of a list, without what is before them.</summary>
    public IEnumerable<string> Below(string list, int number)
    {
        string beginning = string.Create(CultureInfo.InvariantCulture, $"{list}.{number}.");
        return _values
            .Keys.Where(k => k.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            .Select(k => k[beginning.Length..]);
    }

    private void Count(string key)
    {
        int dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return;
        }

        int end = key.IndexOf('.', dot + 1);
        ReadOnlySpan<char> number = key.AsSpan(dot + 1, (end < 0 ? key.Length : end) - dot - 1);
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int item) && item < MaxItems)
        {
            string list = key[..dot];
            _counts[list] = Math.Max(_counts.GetValueOrDefault(list), item + 1);
        }
    }
}
