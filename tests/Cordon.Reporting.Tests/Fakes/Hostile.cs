namespace Cordon.Reporting.Tests.Fakes;

/// <summary>Text as an attacker would write it into a log. What it would do, if anything ran it, is to set <c>window.pwned</c>.</summary>
internal static class Hostile
{
    public const string Script = "<script>window.pwned=1</script>";
    public const string Image = "\"'><img src=x onerror=\"window.pwned=2\">";
    public const string Attribute = "\" onmouseover=\"window.pwned=3\" x=\"";
    public const string JavaScriptUrl = "javascript:window.pwned=4//";
    public const string Comment = "--><svg onload=window.pwned=5><!--";
    public const string EndOfStyle =
        "</style></script></title></textarea><iframe srcdoc=\"<script>parent.pwned=6</script>\">";
    public const string Bidi = "invoice\u202Efdp.exe \u2066hidden\u2069";
    public const string Controls = "bell\u0007 escape\u001b[31mred\u001b[0m null\0 c1\u009b31m line\r\nbreak";
    public const string Unpaired = "half\uD800 and \uDC00half";
    public const string Entity = "&lt;b&gt; &#x3c;script&#x3e; &amp;";
    public const string OutsideImage =
        "<img src=https://leak.example/?id=1><link rel=stylesheet href=//leak.example/a.css>";
    public const string Template = "{{constructor.constructor('window.pwned=7')()}} ${window.pwned=8}";

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        Script,
        Image,
        Attribute,
        JavaScriptUrl,
        Comment,
        EndOfStyle,
        Bidi,
        Controls,
        Unpaired,
        Entity,
        OutsideImage,
        Template,
    ];
}
