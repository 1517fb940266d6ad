using Cordon.Samples.Events;

namespace Cordon.Samples.Logs;

/// <summary>
/// The Sysmon log of the workstation of an assay scientist who is offered a job. Three days; most of it is the plate reader, the
/// browser and Windows itself.
/// </summary>
internal sealed partial class WorkstationSysmon
{
    private const string System32 = @"C:\Windows\System32\";
    private const string PowerShell = System32 + @"WindowsPowerShell\v1.0\powershell.exe";
    private const string Chrome = @"C:\Program Files\Google\Chrome\Application\chrome.exe";
    private const string Word = @"C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE";
    private const string Defender = @"C:\ProgramData\Microsoft\Windows Defender\Platform\4.18.2101.9-0\MsMpEng.exe";
    private const string Local = @"NT AUTHORITY\SYSTEM";

    private readonly Chance _chance = new(0x415353415937);
    private readonly LogBook _book = new();
    private readonly SysmonEvents _events;
    private readonly string _user = Laboratory.Assay.FullName;
    private readonly SysmonProcess _explorer;
    private readonly SysmonProcess _services;
    private readonly SysmonProcess _scheduler;
    private readonly SysmonProcess _dnsClient;
    private readonly SysmonProcess _chrome;
    private readonly SysmonProcess _lsass;
    private readonly SysmonProcess _defender;

    private WorkstationSysmon()
    {
        _events = new SysmonEvents(Laboratory.Workstation, 0x7A41C09E, _chance);
        var start = Day(1).AddHours(7.1);
        _explorer = _events.Running(start, @"C:\Windows\explorer.exe", @"C:\Windows\Explorer.EXE", _user, 5844);
        _services = _events.Running(start, System32 + "services.exe", System32 + "services.exe", Local, 696);
        _scheduler = _events.Running(
            start,
            System32 + "svchost.exe",
            System32 + "svchost.exe -k netsvcs -p -s Schedule",
            Local,
            1436
        );
        _dnsClient = _events.Running(
            start,
            System32 + "svchost.exe",
            System32 + "svchost.exe -k netsvcs -p -s wuauserv",
            Local,
            2072
        );
        _chrome = _events.Running(start, Chrome, $"\"{Chrome}\"", _user, 9120);
        _lsass = _events.Running(start, System32 + "lsass.exe", System32 + "lsass.exe", Local, 704);
        _defender = _events.Running(start, Defender, $"\"{Defender}\"", Local, 3344);
    }

    public static byte[] Make()
    {
        var log = new WorkstationSysmon();
        for (var day = 1; day <= 3; day++)
        {
            log.OrdinaryDay(Day(day));
        }

        log.ClickOnHealthAgency(Day(1).AddHours(14).AddMinutes(12).AddSeconds(33.417));
        log.OfferOpened(Day(2).AddHours(9).AddMinutes(41).AddSeconds(17.208));
        return log._book.Write(firstRecordId: 88_402);
    }

    private static DateTime Day(int day) => new(2021, 2, day, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The day before: a page that borrows a health agency's name is looked at. Nothing follows.</summary>
    private void ClickOnHealthAgency(DateTime time)
    {
        _book.Add(
            _events.LookedUp(time, _chrome, "www.who-vaccine-supply.example", "::ffff:198.51.100.44;"),
            _events.Connected(time.AddMilliseconds(80), _chrome, "198.51.100.44", 443)
        );
    }

    private void OfferOpened(DateTime time)
    {
        var downloads = @"C:\Users\assay.lead\Downloads\";
        _book.Add(
            _events.LookedUp(time, _chrome, Lure.Host, $"::ffff:{Lure.Address};"),
            _events.Connected(time.AddSeconds(1), _chrome, Lure.Address, 443),
            _events.FileMade(time.AddSeconds(5), _chrome, downloads + "Principal_Scientist_Vaccine_Vacancy.iso")
        );

        time = time.AddMinutes(3);
        var document = @"D:\Principal_Scientist_Terms.docx";
        _book.Add(
            _events.Started(
                time,
                _explorer,
                Word,
                $"\"{Word}\" /n \"{document}\" /o \"\"",
                out var word,
                originalName: "WinWord.exe",
                product: "Microsoft Office",
                folder: @"D:\"
            ),
            _events.LookedUp(time.AddSeconds(3), word, Lure.Host, $"::ffff:{Lure.Address};"),
            _events.Connected(time.AddSeconds(3.2), word, Lure.Address, 443),
            _events.ValueSet(
                time.AddSeconds(4),
                word,
                $@"HKU\{Laboratory.Assay.Sid}\SOFTWARE\Microsoft\Office\16.0\Common\Internet\Server Cache\https://{Lure.Host}/terms/\Expiration",
                "QWORD (0x00000000-0x60191d60)"
            )
        );

        // The template starts what the letter itself must not hold.
        time = Lure.ShellStarted;
        var encoded = $"powershell.exe -NoProfile -WindowStyle Hidden -EncodedCommand {Lure.EncodedCommand}";
        _book.Add(
            _events.Started(
                time,
                word,
                PowerShell,
                encoded,
                out var shell,
                originalName: "PowerShell.EXE",
                id: Lure.ShellProcess
            ),
            _events.FileMade(time.AddSeconds(6), shell, Lure.Library)
        );
        time = time.AddSeconds(9);
        var loaderLine = $"rundll32.exe {Lure.Library},Open";
        _book.Add(
            _events.Started(
                time,
                shell,
                System32 + "rundll32.exe",
                loaderLine,
                out var loader,
                originalName: "RUNDLL32.EXE"
            ),
            _events.LookedUp(time.AddSeconds(2), loader, "status." + Lure.Host, $"::ffff:{Lure.Address};"),
            _events.Connected(time.AddSeconds(2.4), loader, Lure.Address, 443),
            _events.ValueSet(
                time.AddSeconds(5),
                loader,
                $@"HKU\{Laboratory.Assay.Sid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Run\LumenViewer",
                loaderLine
            )
        );
        for (var beacon = 1; beacon <= 6; beacon++)
        {
            _book.Add(
                _events.Connected(
                    time.AddMinutes(10 * beacon).AddSeconds(_chance.Between(0, 20)),
                    loader,
                    Lure.Address,
                    443
                )
            );
        }

        Survey(time.AddMinutes(14), loader);
        Passwords(Day(3).AddHours(19).AddMinutes(52).AddSeconds(48.093), loader);
    }

    private void Survey(DateTime time, SysmonProcess loader)
    {
        (string Image, string Line)[] questions =
        [
            ("whoami.exe", "whoami /all"),
            ("ipconfig.exe", "ipconfig /all"),
            ("systeminfo.exe", "systeminfo"),
            ("nltest.exe", "nltest /domain_trusts /all_trusts"),
            ("net.exe", "net group \"Domain Admins\" /domain"),
            ("net.exe", @"net view \\fs02 /all"),
        ];
        foreach (var (image, line) in questions)
        {
            _book.Add(_events.Started(time, loader, System32 + image, line, out var process));
            if (image == "net.exe")
            {
                _book.Add(
                    _events.Started(
                        time.AddMilliseconds(60),
                        process,
                        System32 + "net1.exe",
                        System32 + "net1" + line[3..],
                        out _
                    )
                );
            }

            time = time.AddSeconds(_chance.Between(4, 25));
        }
    }

    /// <summary>The scientist is an administrator of the workstation, and the local administrator has one password everywhere.</summary>
    private void Passwords(DateTime time, SysmonProcess loader)
    {
        var dump =
            $@"rundll32.exe C:\Windows\System32\comsvcs.dll, MiniDump {_lsass.Id} C:\Users\Public\lumen.bin full";
        _book.Add(
            _events.Started(
                time,
                loader,
                System32 + "rundll32.exe",
                dump,
                out var dumper,
                originalName: "RUNDLL32.EXE",
                integrity: "High"
            ),
            _events.Opened(
                time.AddMilliseconds(320),
                dumper,
                _lsass,
                0x1FFFFF,
                @"C:\Windows\SYSTEM32\ntdll.dll+9d2e4|C:\Windows\System32\KERNELBASE.dll+2c13e|C:\Windows\System32\comsvcs.dll+1d6f0"
            ),
            _events.FileMade(time.AddSeconds(1), dumper, @"C:\Users\Public\lumen.bin"),
            _events.Ended(time.AddSeconds(3), dumper)
        );
        var save = @"reg.exe save HKLM\SAM C:\Users\Public\lumen.s /y";
        _book.Add(
            _events.Started(
                time.AddMinutes(1).AddSeconds(21.3),
                loader,
                System32 + "reg.exe",
                save,
                out var reg,
                integrity: "High"
            ),
            _events.FileMade(time.AddMinutes(1).AddSeconds(22), reg, @"C:\Users\Public\lumen.s")
        );
        _book.Add(
            _events.Connected(time.AddMinutes(38), loader, Laboratory.Files.Address, 445, Laboratory.Files.FullName)
        );
    }
}
