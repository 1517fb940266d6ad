using System.Text.RegularExpressions;

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>The forms that are looked for. Each has bounded repetitions only, so that the work is linear in the text.</summary>
internal static partial class ObservableForms
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = Plain | RegexOptions.IgnoreCase;
    private const int Timeout = 20_000;

    [GeneratedRegex(
        @"(?<![a-z0-9])(https?|ftps?|sftp|tcp|udp|wss?|ldaps?|smb|ssh)://[^\s<>""'`{}|\\^\u201C\u201D\u2019]{1,2048}",
        AnyCase,
        Timeout
    )]
    public static partial Regex Url();

    [GeneratedRegex(
        @"(?<![\w.@/+-])[a-z0-9_][a-z0-9_.+-]{0,63}@([a-z0-9][a-z0-9-]{0,62}\.){1,6}[a-z]{2,24}(?![\w@-])",
        AnyCase,
        Timeout
    )]
    public static partial Regex Email();

    [GeneratedRegex(
        @"(?<![\w.])((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(/([1-2]?[0-9]|3[0-2])(?![\w./]))?(?![\w]|\.[0-9])",
        Plain,
        Timeout
    )]
    public static partial Regex Ipv4();

    [GeneratedRegex(
        @"(?<![\w:.])[0-9a-f:]{0,5}:[0-9a-f:]{1,40}(\.[0-9]{1,3}){0,3}(/[0-9]{1,3})?(?![\w:])",
        AnyCase,
        Timeout
    )]
    public static partial Regex Ipv6();

    [GeneratedRegex(
        @"(?<![0-9a-z])([0-9a-f]{128}|[0-9a-f]{96}|[0-9a-f]{64}|[0-9a-f]{56}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-z])",
        AnyCase,
        Timeout
    )]
    public static partial Regex Hash();

    [GeneratedRegex(
        @"(?<![0-9a-z])CVE ?[-\u2010-\u2013] ?(19|20)[0-9]{2} ?[-\u2010-\u2013] ?[0-9]{4,7}(?![0-9])",
        AnyCase,
        Timeout
    )]
    public static partial Regex Vulnerability();

    [GeneratedRegex(@"(?<![\w.])T1[0-9]{3}(\.[0-9]{3})?(?![\w])", Plain, Timeout)]
    public static partial Regex Technique();

    [GeneratedRegex(@"(?<![\w.-])([0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])", AnyCase, Timeout)]
    public static partial Regex Mac();

    [GeneratedRegex(@"(?<![\w.-])ASN? ?[0-9]{3,6}(?![\w.-])", Plain, Timeout)]
    public static partial Regex AutonomousSystem();

    [GeneratedRegex(
        @"(?<![\w\\])(HKEY_(LOCAL_MACHINE|CURRENT_USER|CLASSES_ROOT|USERS|CURRENT_CONFIG)|HK(LM|CU|CR|U|CC):?)(\\[^\s\\""'<>|,;\u201C\u201D]{1,200}( [^\s\\""'<>|,;]{1,60}(?=\\))?){1,20}\\?",
        AnyCase,
        Timeout
    )]
    public static partial Regex RegistryKey();

    [GeneratedRegex(
        @"(?<![\w\\])([a-z]:|%[a-z_()0-9]{2,30}%|\\\\[\w.-]{1,100}|\$env:[a-z]{2,30}|~)(\\{1,2}[^\s\\/:*?""<>|,;\u201C\u201D\u2018\u2019]{1,150}( [^\s\\/:*?""<>|,;.]{1,60}(?=\\))?){1,20}\\?",
        AnyCase,
        Timeout
    )]
    public static partial Regex WindowsPath();

    [GeneratedRegex(
        @"(?<![\w/.:<])/(etc|tmp|var|usr|home|opt|bin|sbin|dev|root|private|Library|Users|Applications|System|proc|mnt|lib|srv|run)(/[\w.@%+=~$-]{1,150}){1,20}",
        Plain,
        Timeout
    )]
    public static partial Regex UnixPath();

    // Names of hosts and of files have one form; what comes last tells which it is.
    [GeneratedRegex(
        @"(?<![\w@\\%$~.-])[~$%\w][\w~%$@+-]{0,100}(\.[\w~$+-]{1,63}){1,9}(?![\w@])(:[0-9]{2,5}(?![0-9.]))?(/[^\s<>""'`{}|\\^\u201C\u201D\u2019]{0,1000})?",
        Plain,
        Timeout
    )]
    public static partial Regex Dotted();
}
