namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Small numbers for texts that repeat, from 1; 0 stands for the empty text. Case is ignored.</summary>
internal sealed class Interner
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _texts = [""];

    public Interner() => _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _texts.Count;

    public string this[int id] => _texts[id];

    public int Of(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (!_lookup.TryGetValue(text, out int id))
        {
            string copy = text.ToString();
            _ids[copy] = id = _texts.Count;
            _texts.Add(copy);
        }

        return id;
    }

    /// <summary>The number of several texts written one after the other; a text that is known costs no memory.</summary>
    public int OfJoined(params ReadOnlySpan<string> parts)
    {
        int length = 0;
        foreach (string part in parts)
        {
            length += part.Length;
        }

        Span<char> text = length <= 512 ? stackalloc char[length] : new char[length];
        int used = 0;
        foreach (string part in parts)
        {
            part.CopyTo(text[used..]);
            used += part.Length;
        }

        return Of(text);
    }
}
