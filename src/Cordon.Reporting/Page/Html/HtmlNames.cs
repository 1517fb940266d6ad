using System.Buffers;
using System.Collections.Frozen;

namespace Cordon.Reporting.Page.Html;

/// <summary>The elements and attributes that a report may hold: none that loads, runs or leads anywhere.</summary>
internal static class HtmlNames
{
    /// <summary>Elements.</summary>
    public static readonly FrozenSet<string> Elements = Set(
        "html head meta title body header main footer nav section article h1 h2 h3 h4 p ul ol li dl dt dd div span strong code pre time "
            + "table caption thead tbody tr th td details summary a label input select option button "
            + "svg g rect line text circle path"
    );

    /// <summary>Elements without an end.</summary>
    public static readonly FrozenSet<string> Empty = Set("meta input");

    /// <summary>Elements after whose end a line ends.</summary>
    public static readonly FrozenSet<string> Blocks = Set(
        "html head title body header main footer nav section article h1 h2 h3 h4 p ul ol li dl dd div table caption thead tbody tr details pre svg"
    );

    /// <summary>Attributes, beside those that begin with <c>data-</c>.</summary>
    public static readonly FrozenSet<string> Attributes = Set(
        "lang charset name content http-equiv class id href hidden role tabindex title scope colspan open datetime for type value placeholder "
            + "aria-label aria-labelledby aria-hidden aria-live aria-pressed autocomplete "
            + "viewBox preserveAspectRatio x y x1 x2 y1 y2 cx cy r d width height text-anchor"
    );

    private static readonly SearchValues<char> PlaceCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-"
    );

    /// <summary>Whether an address is a place in the page that the program named: <c>#</c> and lower-case letters, digits, hyphens.</summary>
    public static bool IsPlace(string address) =>
        address.Length > 1 && address[0] == '#' && address.AsSpan(1).IndexOfAnyExcept(PlaceCharacters) < 0;

    private static FrozenSet<string> Set(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
