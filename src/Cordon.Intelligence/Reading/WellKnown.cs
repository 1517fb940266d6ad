using System.Collections.Frozen;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading;

/// <summary>
/// Names that news of attacks on health research are full of, and that a short text gives no other hint of: governments by the names of their seats, agencies,
/// press, makers of vaccines, those who publish on attacks; countries and peoples. Facts, kept by hand.
/// </summary>
internal static class WellKnown
{
    private const int MostTokens = 6;

    private static readonly FrozenSet<string> Press = Names(
        "BBC|Reuters|AP|Associated Press|AFP|CNN|Bloomberg|Wall Street Journal|New York Times|Washington Post|Guardian|Financial Times|Yonhap|KBS|TASS|RIA Novosti|RIA|Interfax|Xinhua|Der Spiegel|Le Monde|El País|Kyodo|NHK|Al Jazeera|Politico|Axios|ZDNet|TechCrunch|The Record|CyberScoop|BleepingComputer|Wired|NK News|Korea Herald|Korea Times|De Volkskrant|Sky News|Fox News|NBC|CBS|ABC News|NPR"
    );

    private static readonly FrozenSet<string> Vendors = Names(
        "Microsoft|Kaspersky|CrowdStrike|FireEye|Mandiant|Symantec|Proofpoint|ESET|Cisco Talos|Secureworks|Palo Alto Networks|Unit 42|Trend Micro|Check Point|IBM|IBM X-Force|Google|Recorded Future|Dragos|SentinelOne|Sophos|McAfee|Group-IB|F-Secure|Bitdefender|Zscaler|Cyfirma|PwC|Volexity|Malwarebytes|Fortinet|Talos|Intezer|Cybereason|Trellix|Rapid7|AhnLab|Qihoo 360"
    );

    private static readonly FrozenSet<string> Organisations = Names(
        "Kremlin|White House|Pentagon|Downing Street|NCSC|CISA|FBI|NSA|CIA|GCHQ|MI5|MI6|CSE|NIS|BSI|ANSSI|FSB|GRU|SVR|WHO|World Health Organization|Interpol|Europol|NATO|European Commission|European Medicines Agency|EMA|Pfizer|BioNTech|Moderna|AstraZeneca|Novavax|Johnson & Johnson|Sinovac|Sanofi|Merck|Gilead|Gilead Sciences|Genexine|Celltrion|Shin Poong|Shin Poong Pharmaceutical|Serum Institute|Bharat Biotech|Oxford University|University of Oxford|Gavi|UNICEF|Department of Justice|State Department|Foreign Ministry|National Intelligence Service|Seoul National Intelligence Service|National Cyber Security Centre|National Cyber Security Center|National Center for Cybersecurity|Supreme Court|United Nations|European Union"
    );

    private static readonly FrozenSet<string> Places = Names(
        "North Korea|South Korea|North Korean|South Korean|Russia|Russian|China|Chinese|Iran|Iranian|United States|US|U.S.|U.S|USA|American|North American|United Kingdom|UK|U.K.|Britain|British|Germany|German|France|French|India|Indian|Israel|Israeli|Japan|Japanese|Canada|Canadian|Ukraine|Ukrainian|Pyongyang|Seoul|Moscow|Beijing|Tehran|Washington|London|Brussels|Europe|European|Vietnam|Vietnamese|Taiwan|Taiwanese|Pakistan|Pakistani|Turkey|Turkish|Italy|Italian|Spain|Spanish|Netherlands|Dutch|Belarus|Syria|Lebanon|Poland|Polish|Estonia|Australia|Australian"
    );

    private static readonly FrozenSet<string> Services = Names(
        "Kremlin|FSB|GRU|SVR|NSA|CIA|GCHQ|MI6|Mossad|IRGC|MSS|PLA|RGB|Unit 8200|Reconnaissance General Bureau|Pentagon"
    );

    /// <summary>Whether it names a state's service that is said to attack.</summary>
    public static bool IsService(string name) => Services.Contains(Bare(name));

    /// <summary>Whether it names a newspaper, a broadcaster or an agency of news.</summary>
    public static bool IsPress(string name) => Press.Contains(Bare(name));

    /// <summary>Whether it names somebody who publishes on attackers.</summary>
    public static bool IsVendor(string name) => Vendors.Contains(Bare(name));

    /// <summary>What is found in a sentence: the type, the first token and how many.</summary>
    public static IEnumerable<(string Type, int First, int Count)> Find(string text, Sentence sentence)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        for (int t = 0; t < tokens.Count; t++)
        {
            if (!char.IsUpper(text[tokens[t].Start]))
            {
                continue;
            }

            for (int count = Math.Min(MostTokens, tokens.Count - t); count > 0; count--)
            {
                string name = text[tokens[t].Start..tokens[t + count - 1].End];
                if (TypeOf(name) is { } type)
                {
                    yield return (type, t, count);
                    t += count - 1;
                    break;
                }
            }
        }
    }

    /// <summary>What a whole name is; null where it is none of these.</summary>
    public static string? TypeOf(string name) =>
        Places.Contains(name) || IsCountry(name) ? EntityType.Location
        : Press.Contains(name) || Vendors.Contains(name) || Organisations.Contains(name) ? EntityType.Identity
        : null;

    // "Kazakhstan", "Iceland"
    private static bool IsCountry(string name) =>
        name.Length > 6
        && (name.EndsWith("stan", StringComparison.Ordinal) || name.EndsWith("land", StringComparison.Ordinal))
        && name.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0
        && name
            is not ("Mainland" or "Homeland" or "Highland" or "Wonderland" or "Woodland" or "Farmland" or "Wetland");

    private static string Bare(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static FrozenSet<string> Names(string list) => list.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
