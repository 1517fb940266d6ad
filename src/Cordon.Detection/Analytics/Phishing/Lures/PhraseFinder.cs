using System.Runtime.InteropServices;

namespace Cordon.Detection.Analytics.Phishing.Lures;

/// <summary>Finds which of many phrases stand in a text as words, in one pass: a mail is asked for all phrases of all lures.</summary>
internal sealed class PhraseFinder
{
    private const int KeyChars = 3;

    private readonly string[] _phrases;
    private readonly Dictionary<ulong, List<int>> _byStart = [];

    /// <summary>Makes one.</summary>
    /// <param name="phrases">Each of three characters or more, lower case, beginning with a letter or digit.</param>
    public PhraseFinder(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases];
        for (int i = 0; i < _phrases.Length; i++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byStart, KeyOf(_phrases[i]), out _) ??= []).Add(i);
        }
    }

    /// <summary>Which phrases stand in a text: where a word begins, and up to where one ends; an <c>s</c> more is no other word.</summary>
    /// <returns>For each phrase, in the order given, whether it is there.</returns>
    public bool[] Find(string text)
    {
        var found = new bool[_phrases.Length];
        bool isInWord = false;
        for (int at = 0; at <= text.Length - KeyChars; at++)
        {
            if (!isInWord && _byStart.TryGetValue(KeyOf(text.AsSpan(at)), out List<int>? phrases))
            {
                foreach (int phrase in phrases)
                {
                    found[phrase] = found[phrase] || IsAt(text, at, _phrases[phrase]);
                }
            }

            isInWord = char.IsLetterOrDigit(text[at]);
        }

        return found;
    }

    private static bool IsAt(string text, int at, string phrase)
    {
        int end = at + phrase.Length;
        return text.AsSpan(at).StartsWith(phrase, StringComparison.Ordinal)
            && (end == text.Length || !char.IsLetter(text[end]) || text[end] == 's');
    }

    private static ulong KeyOf(ReadOnlySpan<char> text) => ((ulong)text[0] << 32) | ((ulong)text[1] << 16) | text[2];
}
