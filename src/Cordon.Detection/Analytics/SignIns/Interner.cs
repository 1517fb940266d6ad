namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Small numbers for texts that repeat, from 1; 0 stands for the empty text. Case is ignored.</summary>
internal sealed class Interner
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _texts = [""];

    public int Count => _texts.Count;

    public string this[int id] => _texts[id];

    public int Of(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (!_ids.TryGetValue(text, out int id))
        {
            _ids[text] = id = _texts.Count;
            _texts.Add(text);
        }

        return id;
    }
}
