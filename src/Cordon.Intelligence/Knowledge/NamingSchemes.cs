using System.Text.RegularExpressions;

namespace Cordon.Intelligence.Knowledge;

/// <summary>
/// Whose name a name is by its form alone. Vendors publish how they name actors: Microsoft by weather since April 2023 and by chemical elements before, CrowdStrike by
/// animals, Secureworks by metals, and so on.
/// </summary>
internal static partial class NamingSchemes
{
    public const string Microsoft = "Microsoft";

    private static readonly HashSet<string> Elements = new(
        (
            "hydrogen helium lithium beryllium boron carbon nitrogen oxygen fluorine neon sodium magnesium aluminum aluminium silicon phosphorus phosphorous sulfur "
            + "chlorine argon potassium calcium scandium titanium vanadium chromium manganese iron cobalt nickel copper zinc gallium germanium arsenic selenium bromine "
            + "krypton rubidium strontium yttrium zirconium niobium molybdenum technetium ruthenium rhodium palladium silver cadmium indium tin antimony tellurium iodine "
            + "xenon cesium barium lanthanum cerium praseodymium neodymium promethium samarium europium gadolinium terbium dysprosium holmium erbium thulium ytterbium "
            + "lutetium hafnium tantalum tungsten rhenium osmium iridium platinum gold mercury thallium lead bismuth polonium astatine radon francium radium actinium "
            + "thorium protactinium uranium neptunium plutonium americium curium berkelium californium einsteinium fermium mendelevium nobelium lawrencium rutherfordium "
            + "dubnium seaborgium bohrium hassium meitnerium darmstadtium roentgenium copernicium nihonium flerovium moscovium livermorium tennessine oganesson"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The vendor whose scheme the name follows; null where it follows none that is known.</summary>
    public static string? VendorOf(string name)
    {
        if (name.Length > 60)
        {
            return null;
        }

        if (Elements.Contains(name) || Weather().IsMatch(name))
        {
            return Microsoft;
        }

        return Animals().IsMatch(name) ? "CrowdStrike"
            : Metals().IsMatch(name) ? "Secureworks"
            : Mandiant().IsMatch(name) ? "Mandiant"
            : Proofpoint().IsMatch(name) ? "Proofpoint"
            : Trend().IsMatch(name) ? "Trend Micro"
            : Unit42().IsMatch(name) ? "Palo Alto Networks Unit 42"
            : name.StartsWith("UAC-", StringComparison.OrdinalIgnoreCase) ? "CERT-UA"
            : name.StartsWith("UAT-", StringComparison.OrdinalIgnoreCase) ? "Cisco Talos"
            : null;
    }

    [GeneratedRegex(
        @"^(\w+ (blizzard|typhoon|sandstorm|sleet|tempest|tsunami|flood|dust|cyclone|hail|lightning|rain|squall)|(dev|storm)-\d{4})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Weather();

    [GeneratedRegex(
        @"^\w+ (bear|panda|kitten|chollima|spider|jackal|buffalo|tiger|leopard|crane|lynx|wolf|hawk|saiga|sphinx|ocelot|fox|hyena)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Animals();

    [GeneratedRegex(
        @"^((bronze|iron|nickel|cobalt|gold|aluminum|copper|tungsten|zinc) \w+|tg-\d{4})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Metals();

    [GeneratedRegex(
        @"^(apt-? ?\d{1,2}|unc\d{3,4}|fin\d{1,2}|temp\.\w+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Mandiant();

    [GeneratedRegex(@"^ta\d{3,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proofpoint();

    [GeneratedRegex(@"^(earth|water|void) \w+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trend();

    [GeneratedRegex(
        @"^(\w+ (taurus|scorpius|libra|ursa|pisces|serpens|draco|virgo|aries)|cl-(sta|cri|unk)-\d{4})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Unit42();
}
