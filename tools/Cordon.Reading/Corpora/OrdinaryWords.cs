using System.Text.Json;

namespace Cordon.Reading.Corpora;

/// <summary>
/// Words that texts have in small letters: a name that is one of them is often that word. Counted over ATT&amp;CK's descriptions and CASIE's news, which are not
/// measured for names.
/// </summary>
internal static class OrdinaryWords
{
    private const int Fewest = 3;

    // Names on the lists that are words or names of people and places in other texts; told by hand, as those texts hold few of them.
    private static readonly string[] Told =
    [
        .. (
            "acronym agenda alien amnesia anchor andromeda apocalypse apollo apostle appetite appleseed arcane archivist arena ashen atmosphere august "
            + "aurora avenger backspace badnews bart bee bella bert biscuit blister blitz bookworm bouncer bread broomstick bunny burkina cacao cactus "
            + "cannon canopy carbon casper catch chameleon chaos chaperone charger chihuahua chimera chisel chrysalis citadel clipper cobalt colony "
            + "confucius covenant cowboy crash crimson crisis crutch crystal cuba curator cutlet cyclops dairy dante dark denis dented deputy dexter disco "
            + "divergent donut dummy echelon elevator embargo emissary empire entropy epic escobar excalibur exodus exorcist expand explosive eyeglass "
            + "ferocious fireball flame fog formosa gasket gauss glasses glimpse global globe glutton godfather goggles gorilla graphite gremlin guard "
            + "guerrilla hades havoc hawking hermes hermit hive hook hopscotch houdini hunter hyena icarus inc incubator inferno interlock jackal james "
            + "jason jest jigsaw jimmy joker jupiter jupyter karma kevin keyhole knight knot lady lambert leash leverage lucifer luna lurid lurk lynx "
            + "maggie mandrake mango maple mars mask merlin meteor midas milan minion mirage mole momentum moose morpheus mosquito mythic nautilus nemesis "
            + "net neuron neutrino nevada nexus ninja nitro nosedive obscene octopus orchard oyster page pandora paradise parasite patcher payload phoenix "
            + "photo ping pink plague play pony poseidon predator prestige princess prometheus proton pyramid rad radiation raindrop rambo reaper resident "
            + "responder retro revenant revive rex reynolds rhino rogue rotor rover royal ruler sabbath saber saga samurai satan scarab scavenger scorpion "
            + "scout sepulcher serpent shade shark sheriff shopper silence slam slave slingshot smoke snake snatch snoopy solar soldier soul spark sparkle "
            + "spartacus specter splinter stinger stitch stop sugar supper sutra switcher sword symbiote teleport template termite titan toddler tor "
            + "trinity troy tsunami tycoon vega vendetta venomous vermin void voldemort vulture warzone whisper wiper zen zeppelin"
        ).Split(' '),
    ];

    /// <summary>The words.</summary>
    public static HashSet<string> Read(string root)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var large = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string text in Texts(root))
        {
            foreach (string one in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                string word = one.Trim('.', ',', ';', ':', '!', '?', '"', '(', ')', '\u201C', '\u201D');
                if (
                    word.Length < 2
                    || word.AsSpan(1).ContainsAnyExceptInRange('a', 'z')
                    || !char.IsAsciiLetter(word[0])
                )
                {
                    continue;
                }

                Dictionary<string, int> counted = char.IsLower(word[0]) ? counts : large;
                string key = word.ToLowerInvariant();
                counted[key] = counted.GetValueOrDefault(key) + 1;
            }
        }

        // Names of malware come in small letters too, in commands and addresses, but seldom.
        return
        [
            .. counts
                .Where(c => c.Value >= Fewest && c.Value * 4 >= large.GetValueOrDefault(c.Key))
                .Select(static c => c.Key)
                .Concat(Told),
        ];
    }

    private static IEnumerable<string> Texts(string root)
    {
        using (
            var attack = JsonDocument.Parse(
                File.ReadAllBytes(Path.Combine(root, "intel", "attack", "enterprise-attack.json"))
            )
        )
        {
            foreach (JsonElement one in attack.RootElement.GetProperty("objects").EnumerateArray())
            {
                if (one.TryGetProperty("description", out JsonElement description))
                {
                    yield return description.GetString()!;
                }
            }
        }

        foreach (
            string path in Directory
                .EnumerateFiles(Path.Combine(root, "reports", "casie", "data", "annotation"))
                .Order(StringComparer.Ordinal)
        )
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.TryGetProperty("content", out JsonElement content))
            {
                yield return content.GetString()!;
            }
        }
    }
}
