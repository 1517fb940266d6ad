namespace Cordon.Bench.Quiet;

/// <summary>Who logs on, talks and asks for names on a quiet network, one thing a line; what comes often stands there often.</summary>
internal static class Network
{
    private const string LogonProcessOfServices = @"C:\Windows\System32\services.exe";

    /// <summary>Type, process, package, workstation, address, port and the process that asked.</summary>
    public static string[][] LogonsOfDomain { get; } =
        Table(
            """
            3|Kerberos|Kerberos|-|{ip}|{port}|-
            3|Kerberos|Kerberos|-|{ip}|{port}|-
            3|Kerberos|Kerberos|-|{ip}|{port}|-
            3|Kerberos|Kerberos|-|{ip}|{port}|-
            3|Kerberos|Kerberos|-|{ip}|{port}|-
            3|Kerberos|Kerberos|-|{ip}|{port}|-
            3|Kerberos|Kerberos|-|{serverip}|{port}|-
            3|Kerberos|Kerberos|-|{serverip}|{port}|-
            """
        );

    /// <inheritdoc cref="LogonsOfDomain"/>
    public static string[][] LogonsOfStation { get; } =
    [
        .. Table(
            $"""
            5|Advapi  |Negotiate|-|-|0|{LogonProcessOfServices}
            5|Advapi  |Negotiate|-|-|0|{LogonProcessOfServices}
            5|Advapi  |Negotiate|-|-|0|{LogonProcessOfServices}
            5|Advapi  |Negotiate|-|-|0|{LogonProcessOfServices}
            """
        ),
        .. Table(
            """
            2|User32 |Negotiate|{host}|127.0.0.1|0|C:\Windows\System32\svchost.exe
            7|User32 |Negotiate|{host}|127.0.0.1|0|C:\Windows\System32\svchost.exe
            11|User32 |Negotiate|{host}|127.0.0.1|0|C:\Windows\System32\svchost.exe
            3|Kerberos|Kerberos|-|{serverip}|{port}|-
            """
        ),
    ];

    /// <summary>Program, direction, source with its port, target with its port, protocol and layer.</summary>
    public static string[][] FlowsOfDomain { get; } =
        Table(
            """
            \device\harddiskvolume2\windows\system32\lsass.exe|%%14592|{ip}|{port}|10.20.0.5|88|6|%%14610
            \device\harddiskvolume2\windows\system32\lsass.exe|%%14592|{ip}|{port}|10.20.0.5|389|6|%%14610
            \device\harddiskvolume2\windows\system32\lsass.exe|%%14592|{ip}|{port}|10.20.0.5|389|17|%%14610
            \device\harddiskvolume2\windows\system32\lsass.exe|%%14592|{ip}|{port}|10.20.0.5|3268|6|%%14610
            \device\harddiskvolume2\windows\system32\lsass.exe|%%14592|{ip}|{port}|10.20.0.5|464|6|%%14610
            \device\harddiskvolume2\windows\system32\dns.exe|%%14592|{ip}|{port}|10.20.0.5|53|17|%%14610
            \device\harddiskvolume2\windows\system32\dns.exe|%%14592|{ip}|{port}|10.20.0.5|53|6|%%14610
            \device\harddiskvolume2\windows\system32\dns.exe|%%14593|10.20.0.5|{port}|203.0.113.{n:250}|53|17|%%14611
            \device\harddiskvolume2\windows\system32\svchost.exe|%%14592|{ip}|{port}|10.20.0.5|135|6|%%14610
            \device\harddiskvolume2\windows\system32\svchost.exe|%%14592|{ip}|123|10.20.0.5|123|17|%%14610
            \device\harddiskvolume2\windows\system32\svchost.exe|%%14592|{ip}|{port}|10.20.0.5|{port}|6|%%14610
            \device\harddiskvolume2\windows\system32\dfsrs.exe|%%14593|10.20.0.5|{port}|10.20.0.6|5722|6|%%14611
            \device\harddiskvolume2\program files\veritest\agent\vtagent.exe|%%14593|10.20.0.5|{port}|{serverip}|8443|6|%%14611
            System|%%14592|{ip}|{port}|10.20.0.5|445|6|%%14610
            """
        );

    /// <inheritdoc cref="FlowsOfDomain"/>
    public static string[][] FlowsOfStation { get; } =
        Table(
            """
            \device\harddiskvolume3\windows\system32\svchost.exe|%%14593|{ip}|{port}|10.20.0.5|53|17|%%14611
            \device\harddiskvolume3\windows\system32\svchost.exe|%%14593|{ip}|{port}|{webip}|443|6|%%14611
            \device\harddiskvolume3\windows\system32\lsass.exe|%%14593|{ip}|{port}|10.20.0.5|88|6|%%14611
            \device\harddiskvolume3\windows\system32\lsass.exe|%%14593|{ip}|{port}|10.20.0.5|389|6|%%14611
            \device\harddiskvolume3\windows\system32\spoolsv.exe|%%14593|{ip}|{port}|10.20.9.{n:200}|9100|6|%%14611
            \device\harddiskvolume3\program files\google\chrome\application\chrome.exe|%%14593|{ip}|{port}|{webip}|443|6|%%14611
            \device\harddiskvolume3\program files (x86)\microsoft\edge\application\msedge.exe|%%14593|{ip}|{port}|{webip}|443|6|%%14611
            \device\harddiskvolume3\program files\microsoft office\root\office16\outlook.exe|%%14593|{ip}|{port}|{webip}|443|6|%%14611
            \device\harddiskvolume3\program files\veritest\lims\lims.exe|%%14593|{ip}|{port}|{serverip}|1433|6|%%14611
            System|%%14593|{ip}|{port}|{serverip}|445|6|%%14611
            """
        );

    /// <summary>Who asks for a name, and the name.</summary>
    public static string[][] Lookups { get; } =
        Table(
            """
            C:\Program Files\Google\Chrome\Application\chrome.exe|cdn{n:400}.static.example
            C:\Program Files\Google\Chrome\Application\chrome.exe|{hex:8}.tracking.example
            C:\Program Files\Google\Chrome\Application\chrome.exe|{topic}.wiki.example
            C:\Program Files\Google\Chrome\Application\chrome.exe|journals.example
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|www.{topic}{n:900}.example
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|img{n:90}.news.example
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|fonts.static.example
            C:\Program Files\Mozilla Firefox\firefox.exe|{hex:6}.push.example
            C:\Program Files\Mozilla Firefox\firefox.exe|search.example
            C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE|outlook.example
            C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE|autodiscover.meridale.example
            C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe|teams.example
            C:\Users\{user}\AppData\Local\Microsoft\OneDrive\OneDrive.exe|drive{n:9}.example
            C:\Windows\System32\svchost.exe|_ldap._tcp.Default-First-Site-Name._sites.DC01.meridale.example
            C:\Windows\System32\svchost.exe|wpad.meridale.example
            C:\Windows\System32\svchost.exe|update{n:12}.windows.example
            C:\Windows\System32\svchost.exe|time.example
            C:\Windows\System32\lsass.exe|dc01.meridale.example
            C:\Windows\System32\spoolsv.exe|lbl-{n:60}.meridale.example
            C:\Program Files\Veritest\LIMS\lims.exe|lims01.meridale.example
            C:\Program Files\Veritest\Sync\labsync.exe|hplc-{n:30}.meridale.example
            C:\Program Files\Veritest\Agent\vtagent.exe|update.vendor{n:12}.example
            C:\Windows\explorer.exe|{server}.meridale.example
            C:\Windows\explorer.exe|ws-{n:2000}.meridale.example
            """
        );

    /// <summary>A task and what it runs.</summary>
    public static string[][] Tasks { get; } =
        Table(
            """
            \Microsoft\Windows\UpdateOrchestrator\Schedule Scan|%systemroot%\system32\usoclient.exe
            \Microsoft\Windows\UpdateOrchestrator\UpdateModelTask|%systemroot%\system32\usoclient.exe
            \Microsoft\Windows\Windows Error Reporting\QueueReporting|%windir%\system32\wermgr.exe
            \Microsoft\Windows\Flighting\OneSettings\RefreshCache|Windows.Internal.OneSettings
            \Microsoft\Windows\Application Experience\Microsoft Compatibility Appraiser|%windir%\system32\compattelrunner.exe
            \Microsoft\Windows\Device Information\Device|%windir%\system32\devicecensus.exe
            \Microsoft\Windows\Customer Experience Improvement Program\Consolidator|%SystemRoot%\System32\wsqmcons.exe
            \Microsoft\Windows\Defrag\ScheduledDefrag|%windir%\system32\defrag.exe
            \Microsoft\Windows\DiskCleanup\SilentCleanup|%windir%\system32\cleanmgr.exe
            \Microsoft\Windows\Servicing\StartComponentCleanup|Component Cleanup
            \Microsoft\Windows\StateRepository\MaintenanceTasks|%windir%\system32\rundll32.exe
            \Microsoft\Windows\Time Synchronization\SynchronizeTime|%windir%\system32\sc.exe
            \Microsoft\Windows\.NET Framework\.NET Framework NGEN v4.0.30319 64|.NET Framework NGEN Task Handler
            \Microsoft\Office\Office Feature Updates|C:\Program Files\Microsoft Office\root\Office16\sdxhelper.exe
            \Microsoft\Office\Office Automatic Updates 2.0|C:\Program Files\Common Files\Microsoft Shared\ClickToRun\OfficeC2RClient.exe
            \GoogleUpdateTaskMachineUA{guid}|C:\Program Files (x86)\Google\Update\GoogleUpdate.exe
            \MicrosoftEdgeUpdateTaskMachineUA{guid}|C:\Program Files (x86)\Microsoft\EdgeUpdate\MicrosoftEdgeUpdate.exe
            \OneDrive Standalone Update Task-{usersid}|%localappdata%\Microsoft\OneDrive\OneDriveStandaloneUpdater.exe
            \Veritest\Instrument Sync HPLC-{n:30}|C:\Program Files\Veritest\Sync\labsync.exe
            \Veritest\Archive {n:9999}|C:\Program Files\Veritest\Sync\archive.exe
            """
        );

    private static string[][] Table(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.TrimEnd('\r').Split('|'))];
}
