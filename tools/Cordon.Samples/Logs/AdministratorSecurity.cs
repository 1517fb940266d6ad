using Cordon.Samples.Events;

namespace Cordon.Samples.Logs;

/// <summary>
/// The security log of the administrator's computer, on which nothing is wrong: four days of sign-ins, services, updates, the
/// network scanner, and tools that look like an intruder's to whoever knows only their names.
/// </summary>
internal static class AdministratorSecurity
{
    private const string System32 = @"C:\Windows\System32\";
    private const string Explorer = @"C:\Windows\explorer.exe";
    private const string Cmd = System32 + "cmd.exe";
    private const string PowerShell = System32 + @"WindowsPowerShell\v1.0\powershell.exe";

    private static readonly SecurityEvents Events = new(Laboratory.AdministratorDesk);

    // (image, command line, parent): work of an administrator.
    private static readonly (string Image, string Line, string Parent)[] Work =
    [
        (PowerShell, "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\"", Explorer),
        (System32 + "mmc.exe", "\"C:\\Windows\\system32\\mmc.exe\" C:\\Windows\\system32\\dsa.msc", Explorer),
        (System32 + "mstsc.exe", "\"C:\\Windows\\system32\\mstsc.exe\" /v:fs02.meridale.example", Explorer),
        (System32 + "whoami.exe", "whoami /groups", PowerShell),
        (System32 + "ipconfig.exe", "ipconfig /all", Cmd),
        (System32 + "net.exe", "net user coldchain.ops /domain", Cmd),
        (System32 + "net.exe", "net localgroup Administrators", Cmd),
        (System32 + "nltest.exe", "nltest /sc_query:meridale.example", Cmd),
        (System32 + "reg.exe", "reg query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run", Cmd),
        (System32 + "schtasks.exe", "schtasks /query /fo LIST /v", Cmd),
        (System32 + "certutil.exe", "certutil -hashfile D:\\Install\\PlateReader-4.2.msi SHA256", Cmd),
        (System32 + "msiexec.exe", "msiexec /i D:\\Install\\PlateReader-4.2.msi /qb", Explorer),
        (System32 + "rundll32.exe", "rundll32 printui.dll,PrintUIEntry /in /n \\\\mail01\\label-printer", Cmd),
        (System32 + "wevtutil.exe", "wevtutil qe System /c:20 /rd:true /f:text", Cmd),
        (System32 + "gpupdate.exe", "gpupdate /force", Cmd),
        (System32 + "Robocopy.exe", "robocopy D:\\Install \\\\fs02\\software$ /mir /r:1", Cmd),
        (@"C:\Program Files\7-Zip\7z.exe", "7z a D:\\Support\\reader-logs.7z C:\\PlateReader\\Logs", Cmd),
        (System32 + "curl.exe", "curl -o D:\\Install\\tools.zip https://downloads.example.org/tools.zip", Cmd),
        (System32 + "sc.exe", "sc \\\\fs02 query LanmanServer", Cmd),
        (System32 + "auditpol.exe", "auditpol /get /category:*", Cmd),
    ];

    // What Windows does by itself.
    private static readonly (string Image, string Line, string Parent)[] Windows =
    [
        (System32 + "svchost.exe", System32 + "svchost.exe -k netsvcs -p -s wuauserv", System32 + "services.exe"),
        (
            System32 + "svchost.exe",
            System32 + "svchost.exe -k LocalService -p -s LicenseManager",
            System32 + "services.exe"
        ),
        (System32 + "taskhostw.exe", "taskhostw.exe", System32 + "svchost.exe"),
        (
            System32 + "wuauclt.exe",
            "\"C:\\Windows\\system32\\wuauclt.exe\" /UpdateDeploymentProvider UpdateDeploymentProvider.dll",
            System32 + "svchost.exe"
        ),
        (System32 + "rundll32.exe", System32 + "rundll32.exe Startupscan.dll,SusRunTask", System32 + "svchost.exe"),
        (
            @"C:\ProgramData\Microsoft\Windows Defender\Platform\4.18.2101.9-0\MpCmdRun.exe",
            "MpCmdRun.exe SignatureUpdate -ScheduleJob -RestrictPrivileges",
            System32 + "svchost.exe"
        ),
        (
            PowerShell,
            "powershell.exe -NoProfile -File \"C:\\Program Files\\Meridale IT\\Inventory.ps1\"",
            System32 + "svchost.exe"
        ),
    ];

    public static byte[] Make()
    {
        var chance = new Chance(0x41444D3031);
        var book = new LogBook();
        for (var day = 1; day <= 4; day++)
        {
            Day(book, new DateTime(2021, 2, day, 0, 0, 0, DateTimeKind.Utc), chance);
        }

        return book.Write(firstRecordId: 61_774);
    }

    private static void Day(LogBook book, DateTime day, Chance chance)
    {
        var morning = chance.Within(day.AddHours(7), TimeSpan.FromMinutes(40));
        var desk = SignIn.Console(
            Laboratory.Administrator,
            Laboratory.AdministratorDesk,
            0x3A2F0 + chance.Next() % 0x90000
        );
        book.Add(
            Events.SignedIn(morning, desk),
            Events.Privileged(morning, desk),
            Events.SignedOut(day.AddHours(16.8).AddTicks(chance.Between(0, 9_999_999)), desk)
        );

        for (var i = 0; i < 7; i++)
        {
            var (image, line, parent) = chance.Pick(Work);
            var time = chance.Within(day.AddHours(8), TimeSpan.FromHours(8));
            var process = (uint)chance.Between(700, 3000) * 4;
            book.Add(Events.Started(time, desk, process, image, line, (uint)chance.Between(700, 3000) * 4, parent));
            if (image.EndsWith("net.exe", StringComparison.Ordinal))
            {
                book.Add(Events.GroupsListed(time.AddMilliseconds(70), desk, Laboratory.Administrator, image, process));
            }
        }

        for (var i = 0; i < 6; i++)
        {
            var time = chance.Within(day, TimeSpan.FromHours(24));
            var (image, line, parent) = chance.Pick(Windows);
            book.Add(
                Events.SignedIn(time, SignIn.Service()),
                Events.Privileged(time, SignIn.Service()),
                Events.Started(
                    time.AddMilliseconds(25),
                    SignIn.System(Laboratory.AdministratorDesk),
                    (uint)chance.Between(700, 3000) * 4,
                    image,
                    line,
                    0x2B8,
                    parent
                )
            );
        }

        Scan(book, day.AddHours(3).AddTicks(chance.Between(0, 600_000_000)), chance);
        if (day.Day == 3)
        {
            // Monday's password on a Wednesday.
            book.Add(Events.Refused(morning.AddSeconds(-7), desk, 0xC000006A));
        }
    }

    /// <summary>The scanner of the house tries names that no computer should have, every night at three.</summary>
    private static void Scan(LogBook book, DateTime time, Chance chance)
    {
        foreach (var name in (string[])["guest-probe", "scan-probe"])
        {
            time = time.AddSeconds(2);
            book.Add(
                Events.Refused(
                    time,
                    new SignIn
                    {
                        Name = name,
                        Domain = Laboratory.Scanner.Name,
                        Package = "NTLM",
                        LogonProcess = "NtLmSsp ",
                        Workstation = Laboratory.Scanner.Name,
                        Address = Laboratory.Scanner.Address,
                        Port = chance.Between(40000, 65000).ToString(),
                    },
                    0xC0000064
                )
            );
        }
    }
}
