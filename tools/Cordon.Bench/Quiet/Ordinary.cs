namespace Cordon.Bench.Quiet;

/// <summary>What people and computers of an organisation do all day, one thing a line; names in braces are filled by <see cref="Filling"/>.</summary>
internal static class Ordinary
{
    /// <summary>Parent, its command line, image, its command line, description, company.</summary>
    public static string[][] Processes { get; } =
        Table(
            """
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k {svcgroup} -p -s {svc}|Host Process for Windows Services|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k {svcgroup} -p|Host Process for Windows Services|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k wsappx -p -s AppXSvc|Host Process for Windows Services|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\servicing\TrustedInstaller.exe|C:\Windows\servicing\TrustedInstaller.exe|Windows Modules Installer|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\System32\msiexec.exe|C:\Windows\system32\msiexec.exe /V|Windows installer|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\System32\sppsvc.exe|C:\Windows\system32\sppsvc.exe|Microsoft Software Protection Platform Service|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Windows\System32\SearchIndexer.exe|C:\Windows\system32\SearchIndexer.exe /Embedding|Microsoft Windows Search Indexer|Microsoft Corporation
            C:\Windows\System32\services.exe|C:\Windows\system32\services.exe|C:\Program Files\Veritest\Agent\vtagent.exe|"C:\Program Files\Veritest\Agent\vtagent.exe" --service --site {n:40} --interval {n:900}|Veritest Inventory Agent|Veritest Ltd
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule|C:\Windows\System32\taskhostw.exe|taskhostw.exe {taskarg}|Host Process for Windows Tasks|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule|C:\Windows\System32\taskhostw.exe|taskhostw.exe|Host Process for Windows Tasks|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule|C:\Program Files (x86)\Microsoft\EdgeUpdate\MicrosoftEdgeUpdate.exe|"C:\Program Files (x86)\Microsoft\EdgeUpdate\MicrosoftEdgeUpdate.exe" /ua /installsource scheduler|Microsoft Edge Update|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule|C:\Program Files\Google\Update\GoogleUpdate.exe|"C:\Program Files\Google\Update\GoogleUpdate.exe" /ua /installsource scheduler|Google Installer|Google LLC
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule|C:\Program Files\Common Files\Microsoft Shared\ClickToRun\OfficeC2RClient.exe|"C:\Program Files\Common Files\Microsoft Shared\ClickToRun\OfficeC2RClient.exe" /frequentupdate SCHEDULEDTASK displaylevel=False|Microsoft Office Click-to-Run Client|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule|C:\Program Files\Veritest\Sync\labsync.exe|"C:\Program Files\Veritest\Sync\labsync.exe" --instrument HPLC-{n:30} --run {n:99999} --out \\{server}\runs\{n:9999}|Instrument Synchronisation|Veritest Ltd
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p|C:\Windows\System32\backgroundTaskHost.exe|"C:\Windows\system32\backgroundTaskHost.exe" -ServerName:{app}|Background Task Host|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p|C:\Windows\System32\RuntimeBroker.exe|C:\Windows\System32\RuntimeBroker.exe -Embedding|Runtime Broker|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p|C:\Windows\System32\dllhost.exe|C:\Windows\system32\DllHost.exe /Processid:{comclass}|COM Surrogate|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p|C:\Windows\System32\smartscreen.exe|C:\Windows\System32\smartscreen.exe -Embedding|Windows Defender SmartScreen|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p|C:\Windows\System32\wbem\WmiPrvSE.exe|C:\Windows\system32\wbem\wmiprvse.exe -secured -Embedding|WMI Provider Host|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p|C:\Windows\ImmersiveControlPanel\SystemSettings.exe|"C:\Windows\ImmersiveControlPanel\SystemSettings.exe" -ServerName:microsoft.windows.immersivecontrolpanel|Settings|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k LocalServiceNetworkRestricted -p -s Audiosrv|C:\Windows\System32\audiodg.exe|C:\Windows\system32\AUDIODG.EXE 0x{hex:3}|Windows Audio Device Graph Isolation|Microsoft Corporation
            C:\Windows\System32\SearchIndexer.exe|C:\Windows\system32\SearchIndexer.exe /Embedding|C:\Windows\System32\SearchProtocolHost.exe|"C:\Windows\system32\SearchProtocolHost.exe" Global\UsGthrFltPipeMssGthrPipe{n:9999}_ Global\UsGthrCtrlFltPipeMssGthrPipe{n:9999} 1 -{n:2147483647} "Software\Microsoft\Windows Search" "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT; MS Search 4.0 Robot)" "C:\ProgramData\Microsoft\Search\Data\Temp\usgthrsvc" "DownLevelDaemon"|Microsoft Windows Search Protocol Host|Microsoft Corporation
            C:\Windows\System32\SearchIndexer.exe|C:\Windows\system32\SearchIndexer.exe /Embedding|C:\Windows\System32\SearchFilterHost.exe|"C:\Windows\system32\SearchFilterHost.exe" 0 {n:900} {n:900} {n:900} 8192 {n:900} {n:900}|Microsoft Windows Search Filter Host|Microsoft Corporation
            C:\Program Files\Google\Chrome\Application\chrome.exe|"C:\Program Files\Google\Chrome\Application\chrome.exe"|C:\Program Files\Google\Chrome\Application\chrome.exe|"C:\Program Files\Google\Chrome\Application\chrome.exe" --type=renderer --extension-process --lang=en-GB --device-scale-factor=1 --num-raster-threads=4 --enable-main-frame-before-activation --renderer-client-id={n:900} --time-ticks-at-unix-epoch=-{n:999999999}{n:999999} --launch-time-ticks={n:99999999} --field-trial-handle={n:9999},i,{n:999999999}{n:99999999},{n:999999999}{n:99999999},{n:262144} --variations-seed-version --mojo-platform-channel-handle={n:9999} /prefetch:8|Google Chrome|Google LLC
            C:\Program Files\Google\Chrome\Application\chrome.exe|"C:\Program Files\Google\Chrome\Application\chrome.exe"|C:\Program Files\Google\Chrome\Application\chrome.exe|"C:\Program Files\Google\Chrome\Application\chrome.exe" --type=utility --utility-sub-type=storage.mojom.StorageService --lang=en-GB --service-sandbox-type=service --field-trial-handle={n:9999},i,{n:999999999}{n:99999999},{n:999999999}{n:99999999},{n:262144} --mojo-platform-channel-handle={n:9999} /prefetch:8|Google Chrome|Google LLC
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe" --profile-directory=Default|C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe" --type=renderer --instant-process --lang=en-GB --js-flags=--ms-user-locale= --device-scale-factor=1 --num-raster-threads=4 --renderer-client-id={n:900} --launch-time-ticks={n:99999999} --field-trial-handle={n:9999},i,{n:999999999}{n:99999999},{n:999999999}{n:99999999},{n:262144} --mojo-platform-channel-handle={n:9999} /prefetch:1|Microsoft Edge|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe" --profile-directory=Default|Microsoft Edge|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files\Google\Chrome\Application\chrome.exe|"C:\Program Files\Google\Chrome\Application\chrome.exe"|Google Chrome|Google LLC
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE|"C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE" /n "C:\Users\{user}\Documents\{topic} {n:400}.docx" /o ""|Microsoft Word|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE|"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE" "\\{server}\projects\{topic}\plate {n:5000}.xlsx"|Microsoft Excel|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE|"C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE"|Microsoft Outlook|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files\Adobe\Acrobat DC\Acrobat\Acrobat.exe|"C:\Program Files\Adobe\Acrobat DC\Acrobat\Acrobat.exe" "C:\Users\{user}\Documents\papers\{topic}-{n:2000}.pdf"|Adobe Acrobat|Adobe Inc.
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Windows\System32\notepad.exe|"C:\Windows\system32\NOTEPAD.EXE" C:\Users\{user}\Documents\notes\{topic}-{n:90}.txt|Notepad|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Program Files\Veritest\LIMS\lims.exe|"C:\Program Files\Veritest\LIMS\lims.exe" --sample S{n:99999} --user {user}|Laboratory Information System|Veritest Ltd
            C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe|"C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe"|C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe|"C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe" --type=renderer --enable-wer --ms-teams-less-cors={n:522133263} --app-user-model-id=com.squirrel.Teams.Teams --app-path="C:\Users\{user}\AppData\Local\Microsoft\Teams\current\resources\app.asar" --no-sandbox-and-elevated --lang=en-gb --renderer-client-id={n:40} --mojo-platform-channel-handle={n:9999} /prefetch:1|Microsoft Teams|Microsoft Corporation
            C:\Windows\explorer.exe|C:\Windows\Explorer.EXE|C:\Users\{user}\AppData\Local\Microsoft\OneDrive\OneDrive.exe|"C:\Users\{user}\AppData\Local\Microsoft\OneDrive\OneDrive.exe" /background|Microsoft OneDrive|Microsoft Corporation
            C:\Program Files\Windows Defender\MsMpEng.exe|"C:\Program Files\Windows Defender\MsMpEng.exe"|C:\Program Files\Windows Defender\MpCmdRun.exe|"C:\Program Files\Windows Defender\MpCmdRun.exe" SignaturesUpdateService -ScheduleJob -UnmanagedUpdate|Microsoft Malware Protection Command Line Utility|Microsoft Corporation
            C:\Windows\System32\winlogon.exe|winlogon.exe|C:\Windows\System32\LogonUI.exe|"LogonUI.exe" /flags:0x2 /state0:0xa3{hex:5} /state1:0x41c64e6d|Windows Logon User Interface Host|Microsoft Corporation
            C:\Windows\System32\winlogon.exe|winlogon.exe|C:\Windows\System32\userinit.exe|C:\Windows\system32\userinit.exe|Userinit Logon Application|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k UnistackSvcGroup -s CDPUserSvc|C:\Windows\System32\sihost.exe|sihost.exe|Shell Infrastructure Host|Microsoft Corporation
            C:\Program Files\Veritest\Sync\labsync.exe|"C:\Program Files\Veritest\Sync\labsync.exe" --instrument HPLC-{n:30}|C:\Windows\System32\conhost.exe|\??\C:\Windows\system32\conhost.exe 0xffffffff -ForceV1|Console Window Host|Microsoft Corporation
            C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s gpsvc|C:\Windows\System32\gpupdate.exe|"gpupdate.exe" /target:computer|Microsoft Group Policy Update Utility|Microsoft Corporation
            C:\Windows\System32\spoolsv.exe|C:\Windows\System32\spoolsv.exe|C:\Windows\System32\splwow64.exe|C:\Windows\splwow64.exe {n:8192}|Print driver host for applications|Microsoft Corporation
            """
        );

    /// <summary>A process that talks, to which port, what it is called, and to whom: address and name.</summary>
    public static string[][] Connections { get; } =
        Table(
            """
            C:\Program Files\Google\Chrome\Application\chrome.exe|443|https|{webip}|cdn{n:40}.static.example
            C:\Program Files\Google\Chrome\Application\chrome.exe|443|https|{webip}|journals.example
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|443|https|{webip}|{hex:6}.web.example
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|80|http|{webip}|-
            C:\Program Files\Mozilla Firefox\firefox.exe|443|https|{webip}|{topic}.wiki.example
            C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE|443|https|10.20.0.8|proxy.meridale.example
            C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE|443|https|10.20.0.8|proxy.meridale.example
            C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe|443|https|{webip}|teams.example
            C:\Users\{user}\AppData\Local\Microsoft\OneDrive\OneDrive.exe|443|https|{webip}|drive.example
            C:\Windows\System32\svchost.exe|53|domain|10.20.0.5|DC01.meridale.example
            C:\Windows\System32\svchost.exe|123|ntp|10.20.0.5|DC01.meridale.example
            C:\Windows\System32\svchost.exe|135|epmap|10.20.0.5|DC01.meridale.example
            C:\Windows\System32\svchost.exe|443|https|{webip}|update{n:12}.windows.example
            C:\Windows\System32\lsass.exe|88|kerberos|10.20.0.5|DC01.meridale.example
            C:\Windows\System32\lsass.exe|389|ldap|10.20.0.5|DC01.meridale.example
            C:\Windows\System32\spoolsv.exe|9100|-|10.20.9.{n:200}|LBL-{n:60}.meridale.example
            System|445|microsoft-ds|{serverip}|{server}.meridale.example
            C:\Program Files\Veritest\LIMS\lims.exe|1433|ms-sql-s|{serverip}|SQL01.meridale.example
            C:\Program Files\Veritest\Agent\vtagent.exe|8443|-|{serverip}|APP01.meridale.example
            C:\Program Files\Chromalab\Station 4\station.exe|5025|-|10.20.8.{n:60}|HPLC-{n:30}.meridale.example
            """
        );

    /// <summary>Libraries that programs load.</summary>
    public static string[][] Libraries { get; } =
        Table(
            """
            C:\Windows\System32\ntdll.dll|NT Layer DLL
            C:\Windows\System32\kernel32.dll|Windows NT BASE API Client DLL
            C:\Windows\System32\KernelBase.dll|Windows NT BASE API Client DLL
            C:\Windows\System32\user32.dll|Multi-User Windows USER API Client DLL
            C:\Windows\System32\gdi32.dll|GDI Client DLL
            C:\Windows\System32\gdi32full.dll|GDI Client DLL
            C:\Windows\System32\msvcrt.dll|Windows NT CRT DLL
            C:\Windows\System32\ucrtbase.dll|Microsoft C Runtime Library
            C:\Windows\System32\combase.dll|Microsoft COM for Windows
            C:\Windows\System32\rpcrt4.dll|Remote Procedure Call Runtime
            C:\Windows\System32\sechost.dll|Host for SCM/SDDL/LSA Lookup APIs
            C:\Windows\System32\advapi32.dll|Advanced Windows 32 Base API
            C:\Windows\System32\ole32.dll|Microsoft OLE for Windows
            C:\Windows\System32\oleaut32.dll|OLEAUT32.DLL
            C:\Windows\System32\shell32.dll|Windows Shell Common Dll
            C:\Windows\System32\SHCore.dll|SHCORE
            C:\Windows\System32\shlwapi.dll|Shell Light-weight Utility Library
            C:\Windows\System32\ws2_32.dll|Windows Socket 2.0 32-Bit DLL
            C:\Windows\System32\crypt32.dll|Crypto API32
            C:\Windows\System32\bcrypt.dll|Windows Cryptographic Primitives Library
            C:\Windows\System32\propsys.dll|Microsoft Property System
            C:\Windows\System32\uxtheme.dll|Microsoft UxTheme Library
            C:\Windows\System32\dwmapi.dll|Microsoft Desktop Window Manager API
            C:\Windows\System32\winhttp.dll|Windows HTTP Services
            C:\Windows\System32\dnsapi.dll|DNS Client API DLL
            C:\Windows\System32\IPHLPAPI.DLL|IP Helper API
            C:\Windows\System32\mswsock.dll|Microsoft Windows Sockets 2.0 Service Provider
            C:\Windows\System32\profapi.dll|User Profile Basic API
            C:\Windows\System32\WinTypes.dll|Windows Base Types DLL
            C:\Windows\System32\CoreMessaging.dll|Microsoft CoreMessaging Dll
            C:\Program Files\Veritest\LIMS\vtcore.dll|Veritest Core
            C:\Program Files\Veritest\LIMS\plates.dll|Veritest Plates
            """
        );

    /// <summary>A process and a file it makes.</summary>
    public static string[][] Files { get; } =
        Table(
            """
            C:\Program Files\Google\Chrome\Application\chrome.exe|C:\Users\{user}\AppData\Local\Google\Chrome\User Data\Default\Cache\Cache_Data\f_{hex:6}
            C:\Program Files\Google\Chrome\Application\chrome.exe|C:\Users\{user}\AppData\Local\Google\Chrome\User Data\Default\Network\{guid}.tmp
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|C:\Users\{user}\AppData\Local\Microsoft\Edge\User Data\Default\Code Cache\js\{hex:8}{hex:8}_0
            C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE|C:\Users\{user}\Documents\~${topic} {n:400}.docx
            C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE|C:\Users\{user}\AppData\Local\Temp\{hex:8}.tmp
            C:\Program Files\Veritest\Sync\labsync.exe|D:\Runs\HPLC-{n:30}\{n:99999}\trace_{n:999}.csv
            C:\Windows\System32\svchost.exe|C:\Windows\Prefetch\BACKGROUNDTASKHOST.EXE-{hex:8}.pf
            C:\Windows\System32\SearchIndexer.exe|C:\ProgramData\Microsoft\Search\Data\Applications\Windows\GatherLogs\SystemIndex\SystemIndex.{n:99}.gthr
            C:\Windows\System32\svchost.exe|C:\Windows\Prefetch\CHROME.EXE-{hex:8}.pf
            C:\Windows\System32\svchost.exe|C:\Windows\SoftwareDistribution\Download\{hex:8}{hex:8}{hex:8}{hex:8}\cbshandler\state
            C:\Windows\System32\svchost.exe|C:\ProgramData\Microsoft\Windows\DeliveryOptimization\State\{hex:8}.dat
            C:\Windows\System32\svchost.exe|C:\Windows\ServiceState\EventLog\Data\lastalive{n:2}.dat
            C:\Windows\System32\taskhostw.exe|C:\Users\{user}\AppData\Local\Microsoft\Windows\WebCache\V01{hex:5}.log
            C:\Windows\System32\backgroundTaskHost.exe|C:\Users\{user}\AppData\Local\Packages\Microsoft.Windows.ContentDeliveryManager_cw5n1h2txyewy\LocalState\Assets\{hex:8}{hex:8}{hex:8}
            C:\Windows\explorer.exe|C:\Users\{user}\AppData\Roaming\Microsoft\Windows\Recent\{topic} {n:900}.docx.lnk
            C:\Windows\explorer.exe|C:\Users\{user}\Documents\{topic}\plate {n:5000}.xlsx
            C:\Windows\System32\spoolsv.exe|C:\Windows\System32\spool\PRINTERS\0{n:9999}.SPL
            C:\Windows\System32\wbem\WmiPrvSE.exe|C:\Windows\System32\wbem\Performance\WmiApRpl_{n:9}.ini
            C:\Windows\winsxs\TiWorker.exe|C:\Windows\CbsTemp\3086{n:9999}_{n:999999999}\update.cab
            C:\Program Files\Mozilla Firefox\firefox.exe|C:\Users\{user}\AppData\Local\Mozilla\Firefox\Profiles\{hex:8}.default-release\cache2\entries\{hex:8}{hex:8}{hex:8}{hex:8}{hex:8}
            C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe|C:\Users\{user}\Downloads\{topic}-{n:9000}.pdf
            C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE|C:\Users\{user}\AppData\Local\Microsoft\Outlook\RoamCache\Stream_Autocomplete_0_{hex:8}{hex:8}.dat
            C:\Users\{user}\AppData\Local\Microsoft\Teams\current\Teams.exe|C:\Users\{user}\AppData\Roaming\Microsoft\Teams\IndexedDB\https_teams.example_0.indexeddb.leveldb\{n:999999}.log
            C:\Users\{user}\AppData\Local\Microsoft\OneDrive\OneDrive.exe|C:\Users\{user}\AppData\Local\Microsoft\OneDrive\logs\Business1\SyncEngine-2021-03-02.{n:9999}.{n:99}.aodl
            C:\Program Files\Veritest\LIMS\reports.exe|C:\Users\{user}\Documents\reports\ST-{n:900}-{n:90}.pdf
            C:\Program Files\Chromalab\Station 4\station.exe|D:\Runs\HPLC-{n:30}\{n:99999}\baseline.dat
            """
        );

    /// <summary>A process, a registry value it sets, and what to.</summary>
    public static string[][] Registry { get; } =
        Table(
            """
            C:\Windows\System32\svchost.exe|HKLM\System\CurrentControlSet\Services\bam\State\UserSettings\{usersid}\\Device\HarddiskVolume3\Windows\explorer.exe|Binary Data
            C:\Windows\System32\svchost.exe|HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Schedule\TaskCache\Tasks\{guid}\DynamicInfo|Binary Data
            C:\Windows\explorer.exe|HKU\{usersid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\RecentDocs\.docx\MRUListEx|Binary Data
            C:\Windows\explorer.exe|HKU\{usersid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Search\JumplistData\{hex:8}|QWORD (0x01d7fd{hex:2}-0x{hex:8})
            C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE|HKU\{usersid}\SOFTWARE\Microsoft\Office\16.0\Outlook\Perf\LastSync{n:99}|DWORD (0x{hex:8})
            C:\Windows\System32\lsass.exe|HKLM\System\CurrentControlSet\Services\W32Time\SecureTimeLimits\SecureTimeHigh|QWORD (0x01d7fd{hex:2}-0x{hex:8})
            C:\Windows\System32\svchost.exe|HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Orchestrator\LastScan|QWORD (0x01d7fd{hex:2}-0x{hex:8})
            C:\Windows\System32\svchost.exe|HKLM\System\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\{guid}\LeaseObtainedTime|DWORD (0x{hex:8})
            C:\Windows\System32\svchost.exe|HKLM\System\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\{guid}\DhcpIPAddress|{ip}
            C:\Windows\System32\svchost.exe|HKLM\SOFTWARE\Microsoft\SQMClient\Windows\Heartbeat{n:99}|DWORD (0x0000000{n:9})
            C:\Windows\System32\svchost.exe|HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Usage\UploadCount{n:30}|DWORD (0x{hex:8})
            C:\Windows\System32\svchost.exe|HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Diagnostics\DiagTrack\HeartBeats\Seqs{n:99}|DWORD (0x{hex:8})
            C:\Windows\System32\svchost.exe|HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\AppModel\StateRepository\Cache\Activation\Data\{hex:3}|Binary Data
            C:\Windows\explorer.exe|HKU\{usersid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\FeatureUsage\AppSwitched\Chrome|DWORD (0x0000{hex:4})
            C:\Windows\explorer.exe|HKU\{usersid}\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SessionInfo\1\ApplicationViewManagement\W32:{hex:8}\VirtualDesktop|Binary Data
            C:\Windows\explorer.exe|HKU\{usersid}\SOFTWARE\Classes\Local Settings\Software\Microsoft\Windows\Shell\BagMRU\{n:30}\MRUListEx|Binary Data
            C:\Windows\explorer.exe|HKU\{usersid}\SOFTWARE\Classes\Local Settings\Software\Microsoft\Windows\Shell\Bags\{n:900}\Shell\{comclass}\Mode|DWORD (0x0000000{n:9})
            C:\Windows\System32\spoolsv.exe|HKLM\System\CurrentControlSet\Control\Print\Printers\LBL-{n:60}\ChangeID|DWORD (0x{hex:8})
            C:\Windows\System32\SearchIndexer.exe|HKLM\SOFTWARE\Microsoft\Windows Search\Gather\Windows\SystemIndex\StartPages\{n:30}\CrawlControl|DWORD (0x0000000{n:9})
            C:\Windows\System32\RuntimeBroker.exe|HKU\{usersid}\SOFTWARE\Microsoft\Windows\CurrentVersion\CloudStore\Store\Cache\DefaultAccount\{guid}\Current\Data|Binary Data
            C:\Program Files\Google\Chrome\Application\chrome.exe|HKU\{usersid}\SOFTWARE\Google\Chrome\BLBeacon\failed_count|DWORD (0x0000000{n:9})
            C:\Program Files\Google\Chrome\Application\chrome.exe|HKU\{usersid}\SOFTWARE\Google\Chrome\StabilityMetrics\user_experience_metrics.stability.exited_cleanly|DWORD (0x0000000{n:2})
            C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE|HKU\{usersid}\SOFTWARE\Microsoft\Office\16.0\Excel\File MRU\Item {n:50}|[F00000000][T01D7FD{hex:8}][O00000000]*\\{server}\projects\{topic}\plate {n:5000}.xlsx
            C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE|HKU\{usersid}\SOFTWARE\Microsoft\Office\16.0\Word\Reading Locations\Document {n:50}\Position|{n:9999} {n:90}
            C:\Program Files\Veritest\Agent\vtagent.exe|HKLM\SOFTWARE\Veritest\Agent\LastReport|QWORD (0x01d7fd{hex:2}-0x{hex:8})
            """
        );

    /// <summary>Lists that names in braces choose from.</summary>
    public static Dictionary<string, string[]> Words { get; } =
        new(StringComparer.Ordinal)
        {
            ["svcgroup"] = Words_(
                "netsvcs LocalService LocalServiceNetworkRestricted LocalSystemNetworkRestricted NetworkService LocalServiceNoNetwork appmodel wusvcs"
            ),
            ["svc"] = Words_(
                "Schedule BITS wuauserv gpsvc Appinfo ProfSvc Themes EventSystem TokenBroker UsoSvc W32Time Dnscache LanmanWorkstation CryptSvc NlaSvc DsSvc camsvc StateRepository LicenseManager ClipSVC DoSvc InstallService TimeBrokerSvc WdiServiceHost DeviceAssociationService NgcSvc PcaSvc WpnService lfsvc fdPHost"
            ),
            ["taskarg"] =
            [
                "/RuntimeWide",
                "SYSTEM",
                "NGCKeyPregen",
                "KEYROAMING",
                "USER",
                "Install $(Arg0)",
                "-RegisterDevice",
            ],
            ["topic"] = Words_(
                "assay stability buffer adjuvant protocol lipid titration batch freezer shipment training rota minutes budget reagents sequencing consent"
            ),
            ["app"] =
            [
                "App.AppXmtcan0h2tfbfy7k9kn8hbxb6dmzz1zh0.mca",
                "CortanaUI.AppX8z9r6jm96hw4bsbneegw0kyxx296wr9t.mca",
                "ShellFeedsUI.AppXnj65k2d1a1rnztt2t2nng5ctmk3e76pn.mca",
                "Global.IrisService.AppXwt29n3t7x7q6fgyrrbbqxwzkqjfjaw4y.mca",
                "Microsoft.Office.OneNote.AppX3zk6m7s1c2p.mca",
            ],
            ["server"] = Words_("FILE01 FILE02 LIMS01 PRINT01 SQL01 APP01 APP02 WSUS01"),
            ["privileges"] =
            [
                "SeSecurityPrivilege\r\n\t\t\tSeBackupPrivilege\r\n\t\t\tSeRestorePrivilege\r\n\t\t\tSeTakeOwnershipPrivilege\r\n\t\t\tSeDebugPrivilege\r\n\t\t\tSeSystemEnvironmentPrivilege\r\n\t\t\tSeLoadDriverPrivilege\r\n\t\t\tSeImpersonatePrivilege\r\n\t\t\tSeDelegateSessionUserImpersonatePrivilege",
                "SeSecurityPrivilege\r\n\t\t\tSeTakeOwnershipPrivilege\r\n\t\t\tSeAuditPrivilege\r\n\t\t\tSeImpersonatePrivilege",
                "SeAssignPrimaryTokenPrivilege\r\n\t\t\tSeAuditPrivilege\r\n\t\t\tSeImpersonatePrivilege",
            ],
            ["servicename"] =
            [
                "Windows Update",
                "Background Intelligent Transfer Service",
                "Windows Modules Installer",
                "Print Spooler",
                "AppX Deployment Service (AppXSVC)",
                "Client License Service (ClipSVC)",
                "Device Setup Manager",
                "Software Protection",
                "Network Setup Service",
                "Microsoft Account Sign-in Assistant",
                "WinHTTP Web Proxy Auto-Discovery Service",
                "Connected Devices Platform User Service_{hex:5}",
                "Windows Push Notifications User Service_{hex:5}",
                "Clipboard User Service_{hex:5}",
                "Sync Host_{hex:5}",
                "Portable Device Enumerator Service",
                "Application Information",
                "Windows Update Medic Service",
                "Update Orchestrator Service",
                "Delivery Optimization",
                "Diagnostic System Host",
                "Microsoft Edge Update Service (edgeupdate)",
                "Google Update Service (gupdate)",
                "Veritest Inventory Agent",
                "Veritest Instrument Synchronisation {guid}",
                "Volume Shadow Copy",
                "Microsoft Software Shadow Copy Provider",
                "Smart Card Device Enumeration Service",
                "Windows Biometric Service",
                "Distributed Transaction Coordinator",
                "WMI Performance Adapter",
            ],
            ["startfrom"] = ["auto start", "demand start", "auto start", "disabled"],
            ["startto"] = ["demand start", "auto start"],
            ["servicerid"] = Words_("1601 1602 1604 1611 1617 1623 1630 1642"),
            ["script"] =
            [
                "function prompt { \"PS $($executionContext.SessionState.Path.CurrentLocation)> \" }",
                "# Freezer report, site {n:40}\r\n$runs = Import-Csv -Path \\\\{server}\\runs\\{n:9999}\\summary.csv\r\n$runs | Where-Object { $_.Temperature -gt {n:8} } | Sort-Object Time | Select-Object Freezer, Time, Temperature | Export-Csv -NoTypeInformation \\\\{server}\\reports\\freezer-{n:9999}.csv",
                "param([string]$Instrument = 'HPLC-{n:30}')\r\n\r\n$folder = Join-Path D:\\Runs $Instrument\r\nforeach ($run in Get-ChildItem $folder -Directory) {\r\n    $traces = Get-ChildItem $run.FullName -Filter trace_*.csv\r\n    Write-Output (\"{0}: {1} traces\" -f $run.Name, $traces.Count)\r\n}\r\n",
                "$since = (Get-Date).AddDays(-{n:30})\r\nGet-WinEvent -FilterHashtable @{ LogName = 'Application'; StartTime = $since; Level = 2 } -MaxEvents {n:900} | Group-Object ProviderName | Sort-Object Count -Descending | Select-Object -First {n:40} Count, Name",
                "Import-Module Veritest.Instruments\r\nforeach ($id in 1..{n:30}) {\r\n    $state = Get-InstrumentState -Id $id\r\n    if ($state.LastSeen -lt (Get-Date).AddMinutes(-{n:90})) { Write-Warning \"HPLC-$id has not reported\" }\r\n}",
                "function Get-StudyFolder {\r\n    [CmdletBinding()]\r\n    param([Parameter(Mandatory)][int]$Study, [string]$Server = '{server}')\r\n    $path = \"\\\\$Server\\projects\\{topic}\\ST-$Study\"\r\n    if (-not (Test-Path $path)) { throw \"study $Study has no folder\" }\r\n    Get-Item $path\r\n}\r\n",
                "Get-Volume | Where-Object { $_.DriveType -eq 'Fixed' -and $_.SizeRemaining -lt {n:90}GB } | Select-Object DriveLetter, FileSystemLabel, SizeRemaining",
                "Set-StrictMode -Version Latest\r\n$ErrorActionPreference = 'Stop'\r\n# nightly copy of runs, job {guid}\r\n$source = 'D:\\Runs\\HPLC-{n:30}'\r\n$target = '\\\\{server}\\archive\\{n:9999}'\r\nGet-ChildItem $source -Recurse -File | Where-Object { $_.LastWriteTime -lt (Get-Date).AddDays(-{n:60}) } | ForEach-Object {\r\n    $to = Join-Path $target $_.Name\r\n    if (-not (Test-Path $to)) { Copy-Item $_.FullName $to }\r\n}\r\nWrite-Output 'done'",
                "Get-Printer | Where-Object PrinterStatus -ne 'Normal' | Format-Table Name, PrinterStatus, JobCount -AutoSize",
                "$stock = @{}\r\nforeach ($line in Get-Content C:\\ProgramData\\Veritest\\stock-{n:400}.txt) {\r\n    $name, $count = $line -split '\\t'\r\n    $stock[$name] = [int]$count\r\n}\r\n$stock.GetEnumerator() | Where-Object { $_.Value -lt {n:50} } | ForEach-Object { Write-Output \"order: $($_.Key)\" }",
            ],
        };

    private static string[][] Table(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(static l => l.Split('|')),
        ];

    private static string[] Words_(string text) => text.Split(' ');
}
