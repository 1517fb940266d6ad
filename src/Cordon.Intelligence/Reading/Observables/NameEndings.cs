using System.Collections.Frozen;

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>
/// What a dotted name ends in: top-level domains (all country codes of IANA's root zone, and the generic ones that reports name), and extensions of
/// files.
/// </summary>
internal static class NameEndings
{
    private static readonly FrozenSet<string> TopLevel = Words(
        """
        ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn
        co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk
        hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh
        mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs
        ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va
        vc ve vg vi vn vu wf ws ye yt za zm zw
        com net org info biz name pro aero asia cat coop edu gov int jobs mil mobi museum post tel travel xxx arpa onion bit example invalid test
        top xyz club online site store shop tech space website live world life today news press media blog cloud host hosting email network
        systems solutions services support center company agency group team work works digital design studio app dev page link click download
        stream video zip mov review date trade bid loan win party racing science faith accountant cricket men gdn icu buzz fun monster cyou cfd
        sbs rest bar bond quest pics lol gay health care bank finance capital fund money market exchange energy global international city
        academy school university training education guru expert consulting management marketing partners ventures holdings industries
        technology software computer security codes software tools zone run rocks ninja cool wtf fit run best vip wang ren xin ltd gmbh llc inc
        land house homes estate properties rentals auction bargains cheap deals discount sale gifts toys games game bet casino poker
        photo photos photography pictures gallery graphics art film theater tickets band music audio
        ink wiki help how ooo one red blue pink black green plus direct express legal law attorney lawyer tax
        """
    );

    private static readonly FrozenSet<string> Extensions = Words(
        """
        exe dll sys ocx scr cpl drv efi msi msp msix appx cab jar class war apk ipa dex elf bin dat db dbf sqlite edb dit ost pst eml msg
        bat cmd ps1 psm1 psd1 vbs vbe vba js jse wsf wsh hta sct lnk url inf ini cfg conf config reg pif com
        doc docx docm dot dotx dotm xls xlsx xlsm xlsb xlam xlt xltm ppt pptx pptm pps ppsx rtf odt ods odp pdf one chm hlp mht mhtml xps
        txt log csv tsv json jsonl xml xsl xslt yml yaml toml md html htm shtml xhtml css php php5 phtml asp aspx ashx asmx jsp jspx do cgi
        py pyc pyd pl rb sh bash zsh lua go rs c h cpp hpp cs vb java kt swift ts tsx jsx sql au3 a3x ahk nsi
        zip rar 7z tar gz tgz bz2 xz iso img vhd vhdx vmdk dmg pkg deb rpm crx xpi ace arj lzh z
        jpg jpeg png gif bmp ico svg tif tiff webp mp3 mp4 avi wav mov swf fla flv wmf emf
        tmp bak old dmp mdmp pcap pcapng evtx evt etl hiv key pem crt cer pfx p12 der csr ovpn rdp kdbx wallet
        so dylib ko app plist bundle kext yar yara rules sct library-ms search-ms settingcontent-ms wll xll ax mui nls tlb manifest
        """
    );

    // Endings of both kinds; alone they are files, unless more speaks for a host.
    private static readonly FrozenSet<string> Mostly = Words("sh py pl rs md so zip mov ps do app java");

    /// <summary>Whether a name of a host may end in it.</summary>
    public static bool IsTopLevel(ReadOnlySpan<char> label) =>
        Has(TopLevel, label) || label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name of a file may end in it.</summary>
    public static bool IsExtension(ReadOnlySpan<char> label) => Has(Extensions, label);

    /// <summary>Whether it ends names of hosts and of files, and of files more often.</summary>
    public static bool IsMostlyExtension(ReadOnlySpan<char> label) => Has(Mostly, label);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> label) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
