using System.Globalization;

namespace Cordon.Samples.Logs;

/// <summary>What the workstation does on any day.</summary>
internal sealed partial class WorkstationSysmon
{
    private static readonly (string Name, string Address)[] Sites =
    [
        ("mail01.meridale.example", "10.20.0.5"),
        ("fs02.meridale.example", "10.20.0.12"),
        ("www.example.org", "192.0.2.80"),
        ("journals.example.org", "192.0.2.81"),
        ("reagents-shop.example", "192.0.2.140"),
        ("cdn.sequence-tools.example", "192.0.2.155"),
        ("settings-win.data.microsoft.com", "192.0.2.10"),
    ];

    private void OrdinaryDay(DateTime day)
    {
        for (var hour = 7; hour < 18; hour++)
        {
            var from = day.AddHours(hour);
            var site = _chance.Pick(Sites);
            var time = _chance.Within(from, TimeSpan.FromHours(1));
            _book.Add(
                _events.LookedUp(time, _chrome, site.Name, $"::ffff:{site.Address};"),
                _events.Connected(time.AddMilliseconds(60), _chrome, site.Address, 443)
            );
            Ordinary(_chance.Within(from, TimeSpan.FromHours(1)), _chance.Between(0, 9));
        }
    }

    private void Ordinary(DateTime time, int kind)
    {
        switch (kind)
        {
            case 0 or 1:
                var reader = @"C:\Program Files\PlateReader\PlateReader.exe";
                _book.Add(
                    _events.Started(
                        time,
                        _explorer,
                        reader,
                        $"\"{reader}\"",
                        out var plates,
                        product: "Plate Reader Control",
                        company: "Example Instruments",
                        folder: @"C:\PlateReader\"
                    ),
                    _events.FileMade(
                        time.AddMinutes(9),
                        plates,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $@"C:\PlateReader\Export\plate_{time:yyyyMMdd_HHmm}.csv"
                        )
                    ),
                    _events.Ended(time.AddMinutes(31), plates)
                );
                break;
            case 2:
                var excel = @"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE";
                _book.Add(
                    _events.Started(
                        time,
                        _explorer,
                        excel,
                        $"\"{excel}\" \"\\\\fs02\\assay$\\stability.xlsx\"",
                        out var sheet,
                        product: "Microsoft Office"
                    ),
                    _events.Connected(
                        time.AddSeconds(2),
                        sheet,
                        Laboratory.Files.Address,
                        445,
                        Laboratory.Files.FullName
                    )
                );
                break;
            case 3:
                _book.Add(
                    _events.Started(
                        time,
                        _services,
                        System32 + "svchost.exe",
                        System32 + "svchost.exe -k wsappx -p -s AppXSvc",
                        out _,
                        Local
                    ),
                    _events.ValueSet(
                        time.AddSeconds(1),
                        _services,
                        @"HKLM\System\CurrentControlSet\Services\AppXSvc\Start",
                        "DWORD (0x00000003)"
                    )
                );
                break;
            case 4:
                _book.Add(
                    _events.Started(
                        time,
                        _scheduler,
                        PowerShell,
                        "powershell.exe -NoProfile -File \"C:\\Program Files\\Meridale IT\\Inventory.ps1\"",
                        out _,
                        Local,
                        originalName: "PowerShell.EXE"
                    )
                );
                break;
            case 5:
                _book.Add(
                    _events.LookedUp(time, _dnsClient, "fe2.update.microsoft.com", "::ffff:192.0.2.11;"),
                    _events.Connected(time.AddMilliseconds(90), _dnsClient, "192.0.2.11", 443)
                );
                break;
            case 6:
                _book.Add(
                    _events.Opened(
                        time,
                        _defender,
                        _lsass,
                        0x1410,
                        @"C:\Windows\SYSTEM32\ntdll.dll+9d2e4|C:\Windows\System32\KERNELBASE.dll+2c13e"
                    )
                );
                break;
            case 7:
                var cleaner = System32 + "rundll32.exe";
                _book.Add(
                    _events.Started(
                        time,
                        _scheduler,
                        cleaner,
                        $"{cleaner} Startupscan.dll,SusRunTask",
                        out var task,
                        Local,
                        originalName: "RUNDLL32.EXE"
                    ),
                    _events.Ended(time.AddSeconds(4), task)
                );
                break;
            default:
                _book.Add(
                    _events.FileMade(
                        time,
                        _chrome,
                        $@"C:\Users\assay.lead\Downloads\article_{_chance.Between(100, 999)}.pdf"
                    )
                );
                break;
        }
    }
}
