namespace Cordon.Intelligence.Importing;

/// <summary>Codes (ISO 3166-1) of the countries that lists of actors write out.</summary>
internal static class Countries
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["China"] = "CN",
        ["People's Republic of China"] = "CN",
        ["North Korea"] = "KP",
        ["Democratic People's Republic of Korea"] = "KP",
        ["DPRK"] = "KP",
        ["Korea (Democratic People's Republic of)"] = "KP",
        ["South Korea"] = "KR",
        ["Republic of Korea"] = "KR",
        ["Korea (Republic of)"] = "KR",
        ["Russia"] = "RU",
        ["Russian Federation"] = "RU",
        ["Iran"] = "IR",
        ["Iran (Islamic Republic of)"] = "IR",
        ["Vietnam"] = "VN",
        ["Viet Nam"] = "VN",
        ["India"] = "IN",
        ["Pakistan"] = "PK",
        ["Israel"] = "IL",
        ["Lebanon"] = "LB",
        ["Turkey"] = "TR",
        ["Türkiye"] = "TR",
        ["Belarus"] = "BY",
        ["Ukraine"] = "UA",
        ["Syria"] = "SY",
        ["Palestine"] = "PS",
        ["Palestinian Territories"] = "PS",
        ["Singapore"] = "SG",
        ["Austria"] = "AT",
        ["France"] = "FR",
        ["Germany"] = "DE",
        ["Italy"] = "IT",
        ["Spain"] = "ES",
        ["Poland"] = "PL",
        ["Netherlands"] = "NL",
        ["Japan"] = "JP",
        ["Taiwan"] = "TW",
        ["Canada"] = "CA",
        ["Australia"] = "AU",
        ["Brazil"] = "BR",
        ["Mexico"] = "MX",
        ["Nigeria"] = "NG",
        ["Saudi Arabia"] = "SA",
        ["United Arab Emirates"] = "AE",
        ["United Kingdom"] = "GB",
        ["UK"] = "GB",
        ["Great Britain"] = "GB",
        ["United States"] = "US",
        ["United States of America"] = "US",
        ["USA"] = "US",
    };

    /// <summary>The code; null for what is not in the table.</summary>
    public static string? CodeOf(string name) => Codes.GetValueOrDefault(name.Trim());
}
