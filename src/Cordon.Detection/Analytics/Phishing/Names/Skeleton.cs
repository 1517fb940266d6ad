using System.Collections.Frozen;
using System.Text;

namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>
/// What a text looks like: letters that are mistaken for one another become one of them, after the idea of Unicode's UTS 39, with a small table of our own.
/// Two texts with the same skeleton can be taken for each other.
/// </summary>
internal static class Skeleton
{
    // Each target letter with what is taken for it: Greek, Cyrillic, Armenian, small capitals, digits and signs.
    private static readonly FrozenDictionary<char, char> Letters = Table(
        ('a', "аάαɑ@"),
        ('b', "ЬƄвЪ"),
        ('c', "сϲⅽ"),
        ('d', "ԁⅾ"),
        ('e', "еєҽё℮3"),
        ('f', "ƒϝ"),
        ('g', "ɡց9"),
        ('h', "һհԋ"),
        ('j', "јϳ"),
        ('k', "кκ"),
        ('l', "iıіӏⅼΙІ1|!ίιjӀ"),
        ('m', "мⅿ"),
        ('n', "пոη"),
        ('o', "оοоσօ0ό"),
        ('p', "рρ"),
        ('q', "ԛգ"),
        ('r', "гŕ"),
        ('s', "ѕʂ5$"),
        ('t', "тτ"),
        ('u', "υսυц"),
        ('v', "νѵⅴ"),
        ('w', "ԝѡաω"),
        ('x', "хⅹχ"),
        ('y', "уүγ"),
        ('z', "ʐᴢ2")
    );

    // Latin letters with marks, U+00C0 to U+017F, by what is left without the mark.
    private static readonly (string Marked, char Plain)[] Marks =
    [
        ("àáâãäåāăą", 'a'),
        ("çćĉċč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ĥħ", 'h'),
        ("ìíîïĩīĭįĵ", 'l'),
        ("ķ", 'k'),
        ("ĺļľŀł", 'l'),
        ("ñńņňŉ", 'n'),
        ("òóôõöøōŏő", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşš", 's'),
        ("ţťŧ", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ŵ", 'w'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
    ];

    private static readonly FrozenDictionary<char, char> All = Letters
        .Concat(Marks.SelectMany(m => m.Marked.Select(c => KeyValuePair.Create(c, m.Plain))))
        .GroupBy(p => p.Key)
        .ToFrozenDictionary(g => g.Key, g => g.First().Value);

    /// <summary>The skeleton of a text: lower case, without invisible characters, look-alikes as one; <c>rn</c> as <c>m</c>, <c>vv</c> as <c>w</c>.</summary>
    public static string Of(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune.Value))
            {
                continue;
            }

            char letter = char.ToLowerInvariant(Fold(rune));
            skeleton.Append(All.TryGetValue(letter, out char plain) ? plain : letter);
        }

        return skeleton.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>Whether a text has letters that can't be seen, or turns the direction of reading: nobody writes a name so.</summary>
    public static bool HasTricks(string text)
    {
        foreach (char letter in text)
        {
            if (
                letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200B' or '\u2060' or '\uFEFF'
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether Latin letters stand beside Cyrillic or Greek ones in one word.</summary>
    public static bool IsMixed(string text)
    {
        bool hasLatin = false;
        bool hasOther = false;
        foreach (char letter in text)
        {
            if (!char.IsLetter(letter) && letter != '-')
            {
                (hasLatin, hasOther) = (false, false);
                continue;
            }

            hasLatin |= char.IsAsciiLetter(letter);
            hasOther |= letter is >= '\u0370' and <= '\u03FF' or >= '\u0400' and <= '\u052F';
            if (hasLatin && hasOther)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text as words are looked for in it: lower case, without invisible characters, blanks as one, typographic quotes plain.</summary>
    public static string Plain(string text, int maxChars)
    {
        var plain = new StringBuilder(Math.Min(text.Length, maxChars));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length >= maxChars)
            {
                break;
            }

            if (IsInvisible(rune.Value))
            {
                continue;
            }

            char letter = char.ToLowerInvariant(Fold(rune));
            letter =
                letter is '\u2019' or '\u2018' ? '\''
                : letter is '\u2013' or '\u2014' or '\u2011' ? '-'
                : letter;
            if (!char.IsWhiteSpace(letter))
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    private static char Fold(Rune rune) =>
        rune.Value switch
        {
            // Full width forms; letters that mathematicians write.
            >= 0xFF01 and <= 0xFF5E => (char)(rune.Value - 0xFEE0),
            >= 0x1D400 and <= 0x1D6A3 => (char)('a' + ((rune.Value - 0x1D400) % 26)),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((rune.Value - 0x1D7CE) % 10)),
            >= 0x24D0 and <= 0x24E9 => (char)('a' + (rune.Value - 0x24D0)),
            <= 0xFFFF => (char)rune.Value,
            _ => '\uFFFD',
        };

    private static bool IsInvisible(int rune) =>
        rune
            is 0xAD
                or 0x34F
                or >= 0x200B
                and <= 0x200F
                or >= 0x202A
                and <= 0x202E
                or >= 0x2060
                and <= 0x2069
                or 0xFEFF
                or >= 0xFE00
                and <= 0xFE0F
                or >= 0x300
                and <= 0x36F
                or >= 0xE0000
                and <= 0xE0FFF;

    private static FrozenDictionary<char, char> Table(params (char Plain, string Others)[] rows) =>
        rows.SelectMany(r => r.Others.Select(c => KeyValuePair.Create(char.ToLowerInvariant(c), r.Plain)))
            .GroupBy(p => p.Key)
            .ToFrozenDictionary(g => g.Key, g => g.First().Value);
}
