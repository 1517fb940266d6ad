namespace Cordon.Events;

/// <summary>
/// Gives texts that events repeat, such as names of accounts and computers, as one object each: a text that it knows costs no memory. For one thread.
/// </summary>
public sealed class TextPool
{
    // Texts come from logs: an attacker's log must not fill the memory with them.
    private const int MaxTexts = 4_096;
    private const int MaxLength = 256;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;

    /// <summary>Makes an empty one.</summary>
    public TextPool() => _known = _texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text as a string. The first 4,096 texts of at most 256 characters are kept; of others a new one is made each time.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (text.Length > MaxLength)
        {
            return text.ToString();
        }

        if (_known.TryGetValue(text, out string? known))
        {
            return known;
        }

        string copy = text.ToString();
        if (_texts.Count < MaxTexts)
        {
            _texts.Add(copy);
        }

        return copy;
    }
}
