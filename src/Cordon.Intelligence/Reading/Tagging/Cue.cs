using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>Classes of words that speak for the type of a name beside them.</summary>
internal enum Cue : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>What groups are called.</summary>
    Group,

    /// <summary>Who acts: actors, attackers.</summary>
    Actor,

    /// <summary>Kinds of malware.</summary>
    Malware,

    /// <summary>Kinds of tools.</summary>
    Tool,

    /// <summary>Kinds of organisations.</summary>
    Organisation,

    /// <summary>Words for branches.</summary>
    Sector,

    /// <summary>Says that another name follows.</summary>
    Alias,

    /// <summary>Says whose doing something is.</summary>
    Attribution,

    /// <summary>Months and days.</summary>
    Calendar,

    /// <summary>Who makes security products or reports.</summary>
    Research,
}

/// <summary>Which words are which cue.</summary>
internal static class Cues
{
    private static readonly FrozenDictionary<string, Cue>.AlternateLookup<ReadOnlySpan<char>> Words = Make(
            (
                Cue.Group,
                "group groups team gang crew cybergang collective apt organization unit army syndicate cartel subgroup cluster umbrella"
            ),
            (
                Cue.Actor,
                "actor actors attacker attackers hacker hackers operator operators adversary adversaries spies cybercriminals criminals threat espionage affiliate affiliates"
            ),
            (
                Cue.Malware,
                "malware backdoor backdoors trojan trojans ransomware rat rats worm botnet bot stealer infostealer loader downloader dropper implant wiper rootkit bootkit virus keylogger spyware payload variant family families sample samples strain miner banker webshell shellcode ransom loaders droppers downloaders stealers infostealers keyloggers rootkits worms botnets bots implants wipers variants logger clipper skimmer cryptominer cryptor crypter"
            ),
            (
                Cue.Tool,
                "tool tools framework utility toolkit toolset software kit scanner program utilities product platform"
            ),
            (
                Cue.Organisation,
                "inc ltd corp corporation company agency ministry department university institute bank council committee bureau gmbh llc government foundation laboratories labs hospital association office center centre service police court"
            ),
            (
                Cue.Sector,
                "sector sectors industry industries entities organizations organisations institutions companies providers firms"
            ),
            (Cue.Alias, "aka a.k.a known called dubbed named tracked alias aliases codenamed nicknamed referred"),
            (
                Cue.Attribution,
                "attributed attribute attribution linked behind conducted perpetrated sponsored responsible operated"
            ),
            (
                Cue.Calendar,
                "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday"
            ),
            (
                Cue.Research,
                "researchers research analysts security intelligence researcher analyst intel cybersecurity threatconnect telemetry"
            )
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class of a word.</summary>
    public static Cue Of(ReadOnlySpan<char> word) => Words.TryGetValue(word, out Cue cue) ? cue : Cue.None;

    private static FrozenDictionary<string, Cue> Make(params (Cue Cue, string Words)[] lists) =>
        lists
            .SelectMany(static l => l.Words.Split(' ').Select(w => KeyValuePair.Create(w, l.Cue)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
