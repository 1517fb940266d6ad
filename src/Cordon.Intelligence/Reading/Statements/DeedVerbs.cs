using System.Collections.Frozen;
using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>A verb of attacking at a word.</summary>
/// <param name="End">Its last word: "down" of "shut down".</param>
/// <param name="IsOrdinary">Whether others than attackers do it too, so that it is one only of somebody who is called an attacker.</param>
/// <param name="Says">What it says by itself of what came of it.</param>
internal readonly record struct DeedVerb(int End, bool IsOrdinary, ClaimedOutcome Says);

/// <summary>Finds the verbs by which somebody attacks somebody.</summary>
internal static class DeedVerbs
{
    private const int LongestGap = 4;
    private const int LongestMail = 9;

    // What owners, administrators and accidents do as well.
    private static readonly FrozenSet<string> Ordinary = Vocabulary.Words(
        "damaged damage damaging taken copied copy copying copies erased erase erasing erases wiped wipe wiping wipes deleted delete deleting destroyed destroy destroying destroys "
            + "encrypting encrypt encrypts locked crippled cripple crippling paralysed paralyzed paralyse paralyze disabled disable disabling downloaded download downloading "
            + "took taking viewed viewing read reading seized seize seizing altered alter altering crashed crash crashing infected infect infecting infects intercepted intercept intercepting "
            + "emptied corrupted corrupt corrupting entered enter entering struck harvested harvest harvesting manipulated manipulate manipulating "
            + "assaulted assailed besieged bombarded battered flooded overwhelmed jammed immobilised immobilized incapacitated downed felled drained exposed dumped published auctioned commandeered watched mapped scouted lured baited conned deceived befriended approached contacted wooed courted subverted cracked overran lock locks scrambled scrambling forced affected halted hobbled delayed hampered reach reaching touched touch froze freeze frozen freezing robbed rob robbing raid raiding swept collected collect collecting transferred modified modify erased overwrote overwritten duped dupe tricked trick tricking fooled snatched snatch grabbed grab grabbing lifted removed scrambled scramble scrambling reached cloned"
    );

    // What is said of attackers alone.
    private static readonly FrozenSet<string> Plain = Vocabulary.Words(
        "plundered plunder plundering looted loot looting pilfered pilfer pilfering siphoned siphon siphoning syphoned ransacked ransack hijacked hijack hijacking burgled "
            + "swiped purloined spearphished spear-phished doxxed extorted extort extorting blackmailed blackmail blackmailing wrecked vandalised vandalized "
            + "impersonated impersonate impersonating spoofed backdoored sniffed harassed"
    );

    // Verbs of several words: the first, what follows it at once or after what they are done to, and whether it comes to something.
    private static readonly FrozenDictionary<string, string[]> Particles = Make(
        ("get got gets getting gotten", "into inside at hold past hands away"),
        ("gain gained gains gaining", "access entry control"),
        ("obtain obtained obtaining", "access"),
        ("make made making makes", "off way"),
        ("shut shuts shutting", "down"),
        ("knock knocked knocks knocking", "out offline"),
        ("bring brought bringing brings", "down"),
        ("take took takes taking taken", "down over offline"),
        (
            "force forced forcing talk talked talking trick tricked work worked bluff bluffed push pushed hack phish phished con conned",
            "way"
        ),
        ("find found finding", "way"),
        ("go went goes going gone", "after"),
        ("tamper tampered tampering", "with"),
        ("tap tapped tapping", "into"),
        ("walk walked abscond absconded run ran", "off away with"),
        ("clean cleaned cleaning", "out"),
        (
            "slip slipped slipping sneak sneaked sneaking worm wormed burrow burrowed tunnel tunnelled log logged logging move moved",
            "into in"
        ),
        ("lock locked locking", "up out"),
        ("lay laid", "hands"),
        ("set", "sights"),
        ("prey preyed preying", "on"),
        ("snoop snooped snooping eavesdrop eavesdropped eavesdropping", "on"),
        ("rummage rummaged rummaging sift sifted rifle rifled rifling", "through"),
        ("cut cuts", "off")
    );

    // Of the verbs of attacking, those by which it came to something.
    private static readonly FrozenSet<string> Achieved = Vocabulary.Words(
        "break breaks broke breaking broken hacked hacking breached breaching stole stolen stealing steals infiltrated infiltrating penetrated penetrating compromised compromising exfiltrated encrypted leaked obtained accessed disrupted sabotaged defaced"
    );

    private static readonly FrozenSet<string> Mails = Vocabulary.Words(
        "page pages forms spreadsheet spreadsheets file files email emails e-mail e-mails mail mails message messages lure lures invitations documents attachments phishing spear-phishing links invoices offers"
    );

    // What comes to nothing by itself, and what says only that it was tried.
    private static readonly FrozenSet<string> Tries = Vocabulary.Words(
        "struck assailed besieged bombarded flooded mapped scouted lured baited befriended approached contacted wooed courted go went goes going gone set prey preyed preying impersonated impersonate impersonating spoofed tricking trick harassed blackmail blackmailing extort extorting"
    );

    /// <summary>The verb at a word; null where none is.</summary>
    public static DeedVerb? At(Clause clause, int at)
    {
        string word = clause.Words[at].ToLowerInvariant();
        ClaimedOutcome says = Tries.Contains(word) ? ClaimedOutcome.Attempted : ClaimedOutcome.Succeeded;
        if (Particles.TryGetValue(word, out string[]? particles) && ParticleAfter(clause, at, particles) is { } end)
        {
            return new DeedVerb(end, IsOrdinary: true, says);
        }

        if (IsSending(word) && RecipientAfter(clause, at) is { } to)
        {
            return new DeedVerb(to, IsOrdinary: true, ClaimedOutcome.Attempted);
        }

        if (IsPlanting(word) && PlaceAfter(clause, at) is { } place)
        {
            return new DeedVerb(place, IsOrdinary: true, ClaimedOutcome.Succeeded);
        }

        return Vocabulary.Attacks.Contains(word)
                ? new DeedVerb(at, IsOrdinary: false, Achieved.Contains(word) ? says : ClaimedOutcome.Unstated)
            : Plain.Contains(word) ? new DeedVerb(at, IsOrdinary: false, says)
            : Ordinary.Contains(word) ? new DeedVerb(at, IsOrdinary: true, says)
            : null;
    }

    private static bool IsSending(string word) =>
        word is "sent" or "send" or "sends" or "sending" or "emailed" or "mailed";

    // "sent malicious emails to staff at X": the word before whom they were sent to.
    private static int? RecipientAfter(Clause clause, int at)
    {
        int to = clause.IndexOf(at + 1, LongestMail, "to");
        return to > at + 1 && clause.Words[(at + 1)..to].Any(Mails.Contains) ? to : null;
    }

    private static bool IsPlanting(string word) =>
        word
            is "install"
                or "installed"
                or "installing"
                or "plant"
                or "planted"
                or "planting"
                or "placed"
                or "place"
                or "inject"
                or "injected"
                or "hid"
                or "hidden";

    // "planted malware on laptops at X": the word before where.
    private static int? PlaceAfter(Clause clause, int at)
    {
        int on = clause.IndexOf(at + 1, LongestGap + 1, "on", "in", "into", "onto", "inside");
        return
            on > at + 1
            && clause
                .Words[(at + 1)..on]
                .Any(static w => Roles.IsMeans(w) || w is "backdoor" or "spyware" or "code" or "backdoors")
            ? on
            : null;
    }

    // "got hold of", "forced its way into", "shut the portal down"; what follows the particle and belongs to it is taken in too.
    private static int? ParticleAfter(Clause clause, int at, string[] particles)
    {
        for (int i = at + 1; i < clause.Words.Length && i <= at + LongestGap; i++)
        {
            string word = clause.Words[i].ToLowerInvariant();
            if (Array.IndexOf(particles, word) >= 0)
            {
                bool isAtOnce = i == at + 1;
                bool isWay = word is "way" or "hands" or "sights";
                if (!isAtOnce && !isWay)
                {
                    return null;
                }

                return
                    i + 1 < clause.Words.Length
                    && clause.Words[i + 1].ToLowerInvariant() is "of" or "into" or "to" or "on" or "with" or "inside"
                    ? i + 1
                    : i;
            }

            if (
                i == at + 1
                && Array.IndexOf(particles, "offline") >= 0
                && clause.IndexOf(at + 2, LongestMail, "offline") > 0
            )
            {
                // "knocked the website of X offline"
                return at;
            }

            if (word is "," or "." or "that" or "and" || (word.Length > 3 && word is not ("their" or "hold")))
            {
                return null;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string[]> Make(params (string Verbs, string Particles)[] lists) =>
        lists
            .SelectMany(static l => l.Verbs.Split(' ').Select(v => KeyValuePair.Create(v, l.Particles.Split(' '))))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
