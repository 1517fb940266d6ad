using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>Asks the built-in list, and what is loaded, whether a run of tokens is a name that is known.</summary>
internal sealed class NameKnowledge(NameList list, INameResolver? resolver)
{
    private const int LongestName = 80;

    private static readonly string[] Keepers =
    [
        "UNC",
        "APT-C-",
        "APT-",
        "APT",
        "FIN",
        "UTA",
        "UAC-",
        "TAG-",
        "TA",
        "DEV-",
        "Storm-",
        "CL-STA-",
        "CL-CRI-",
    ];

    private readonly Dictionary<string, NameKinds> _asked = new(StringComparer.Ordinal);

    /// <summary>What a run of tokens is known as.</summary>
    public NameKinds Of(string text, Sentence sentence, int token, int count)
    {
        ulong hash = 0;
        int letters = 0;
        for (int i = token; i < token + count; i++)
        {
            ReadOnlySpan<char> part = sentence.Tokens[i].Of(text);
            bool isWord = char.IsLetterOrDigit(part[0]) || part[0] == '.';
            if (!isWord && (i == token || i == token + count - 1 || part is not ("-" or "'" or "’" or "&")))
            {
                return NameKinds.None;
            }

            hash = Hashing.OfName(hash, part);
            letters += part.Length;
        }

        if (letters < 3)
        {
            return NameKinds.None;
        }

        NameKinds listed = list[hash];
        NameKinds loaded = Loaded(text, sentence, token, count);
        // Public lists have tools of every day among malware.
        if ((listed & (NameKinds.Tool | NameKinds.Malware)) == NameKinds.Tool)
        {
            loaded &= ~NameKinds.Malware;
        }

        NameKinds kinds = listed | loaded;
        kinds = kinds == NameKinds.Ordinary ? NameKinds.None : kinds;
        if (kinds != NameKinds.None || count > 1)
        {
            return kinds;
        }

        ReadOnlySpan<char> word = sentence.Tokens[token].Of(text);
        return IsNumbered(word) ? NameKinds.Actor : Variant(word);
    }

    // Who follows many actors gives them numbers, and nothing else has such names. ATT&CK's tactics have: TA0001.
    private static bool IsNumbered(ReadOnlySpan<char> word)
    {
        foreach (string keeper in Keepers)
        {
            if (word.StartsWith(keeper, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> number = word[keeper.Length..];
                return number.Length is >= 1 and <= 5
                    && number.IndexOfAnyExceptInRange('0', '9') < 0
                    && !(keeper is "TA" && number.StartsWith("00", StringComparison.Ordinal));
            }
        }

        return false;
    }

    // "Shamoon2" is a Shamoon, and "NetWireRAT" a NetWire.
    private NameKinds Variant(ReadOnlySpan<char> word)
    {
        const int Shortest = 5;
        const string Kind = "RAT";
        ReadOnlySpan<char> plain = word.EndsWith(Kind, StringComparison.Ordinal)
            ? word[..^Kind.Length]
            : word.TrimEnd("0123456789");
        return plain.Length >= Shortest && plain.Length < word.Length
            ? list[Hashing.OfName(0, plain)] & NameKinds.Malware
            : NameKinds.None;
    }

    private NameKinds Loaded(string text, Sentence sentence, int token, int count)
    {
        int start = sentence.Tokens[token].Start;
        int end = sentence.Tokens[token + count - 1].End;
        if (resolver is null || end - start > LongestName)
        {
            return NameKinds.None;
        }

        string name = text[start..end];
        if (!_asked.TryGetValue(name, out NameKinds kinds))
        {
            // A proposal is for people to look at; it would make "the group" part of a name, and a town an actor.
            foreach (
                NameCandidate candidate in resolver is KnowledgeBase known
                    ? known.ResolveExactly(name)
                    : resolver.Resolve(name)
            )
            {
                kinds |= KindOf(candidate.Id);
            }

            _asked[name] = kinds;
        }

        return kinds;
    }

    private static NameKinds KindOf(string id) =>
        id.StartsWith("intrusion-set--", StringComparison.Ordinal)
        || id.StartsWith("threat-actor--", StringComparison.Ordinal)
            ? NameKinds.Actor
        : id.StartsWith("malware--", StringComparison.Ordinal) ? NameKinds.Malware
        : id.StartsWith("tool--", StringComparison.Ordinal) ? NameKinds.Tool
        : NameKinds.None;
}
