namespace Cordon.Bench.Quiet;

/// <summary>What runs on computers where nothing happens: a program a line, below what starts it.</summary>
/// <remarks>
/// Among them are the interpreters and helpers that rules look at most closely, used as administrators and installers use them:
/// a quiet log without them would flatter what is measured.
/// </remarks>
internal static class Programs
{
    private const string Microsoft = "Microsoft Corporation";
    private const string Services = @"C:\Windows\System32\services.exe|C:\Windows\system32\services.exe";
    private const string Schedule =
        @"C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k netsvcs -p -s Schedule";
    private const string Launch = @"C:\Windows\System32\svchost.exe|C:\Windows\system32\svchost.exe -k DcomLaunch -p";
    private const string Explorer = @"C:\Windows\explorer.exe|C:\Windows\Explorer.EXE";

    /// <summary>Parent, its command line, image, its command line, description, company.</summary>
    public static string[][] All { get; } =
    [
        .. Under(
            Services,
            """
            C:\Windows\System32\spoolsv.exe||Spooler SubSystem App
            C:\Windows\System32\dllhost.exe|/Processid:{comclass}|COM Surrogate
            C:\Windows\System32\VSSVC.exe||Microsoft® Volume Shadow Copy Service
            C:\Windows\System32\msdtc.exe||Microsoft Distributed Transaction Coordinator Service
            C:\Windows\System32\SgrmBroker.exe||System Guard Runtime Monitor Broker Service
            C:\Windows\System32\SecurityHealthService.exe||Windows Security Health Service
            C:\Windows\System32\wbem\WmiApSrv.exe||WMI Performance Reverse Adapter
            C:\Windows\System32\SensorDataService.exe||Sensor Data Service
            C:\Windows\System32\PerfHost.exe||Performance Counter DLL Host
            C:\Windows\System32\snmptrap.exe||SNMP Trap
            C:\Windows\System32\alg.exe||Application Layer Gateway Service
            C:\Windows\System32\vds.exe||Virtual Disk Service
            C:\Windows\System32\TieringEngineService.exe||Storage Tiers Management Engine
            C:\Windows\System32\DriverStore\FileRepository\iigd_dch.inf_amd64_{hex:8}{hex:8}\igfxCUIService.exe||igfxCUIService Module|Intel Corporation
            C:\Windows\System32\DriverStore\FileRepository\cui_dch.inf_amd64_{hex:8}{hex:8}\IntelCpHDCPSvc.exe||Intel HD Graphics Drivers|Intel Corporation
            C:\Windows\System32\DriverStore\FileRepository\realtekservice.inf_amd64_{hex:8}{hex:8}\RtkAudUService64.exe|-background|Realtek HD Audio Universal Service|Realtek Semiconductor
            C:\Windows\System32\DriverStore\FileRepository\dptf_cpu.inf_amd64_{hex:8}{hex:8}\esif_uf.exe||Dynamic Platform Service|Intel Corporation
            C:\ProgramData\Microsoft\Windows Defender\Platform\4.18.21{n:99}.{n:9}-0\MsMpEng.exe||Antimalware Service Executable
            C:\ProgramData\Microsoft\Windows Defender\Platform\4.18.21{n:99}.{n:9}-0\NisSrv.exe||Microsoft Network Realtime Inspection Service
            C:\Program Files (x86)\Microsoft\EdgeUpdate\MicrosoftEdgeUpdate.exe|/svc|Microsoft Edge Update
            C:\Program Files (x86)\Google\Update\GoogleUpdate.exe|/medsvc|Google Installer|Google LLC
            C:\Program Files\Common Files\Microsoft Shared\ClickToRun\OfficeClickToRun.exe|/service|Microsoft Office Click-to-Run
            C:\Program Files (x86)\Common Files\Adobe\ARM\1.0\armsvc.exe||Acrobat Update Service|Adobe Inc.
            C:\Program Files\Dell\SupportAssistAgent\bin\SupportAssistAgent.exe||SupportAssist Agent|Dell Inc.
            C:\Program Files\Dell\DellDataVault\DDVDataCollector.exe||Data Collector Service|Dell Inc.
            C:\Program Files\Labelworks\zlsvc.exe|-port {n:9999}|Label Service|Labelworks
            C:\Program Files\Veritest\Agent\vtupdate.exe|--channel stable --build {n:40000}|Veritest Updater|Veritest Ltd
            C:\Program Files\Veritest\Backup\vtbackup.exe|--job {guid} --target \\{server}\backup\{host}|Veritest Backup|Veritest Ltd
            C:\Program Files\VMware\VMware Tools\vmtoolsd.exe||VMware Tools Core Service|VMware, Inc.
            C:\Program Files\PostgreSQL\13\bin\pg_ctl.exe|runservice -N "postgresql-x64-13" -D "C:\Program Files\PostgreSQL\13\data" -w|pg_ctl|PostgreSQL Global Development Group
            C:\Windows\Microsoft.NET\Framework64\v4.0.30319\mscorsvw.exe|-StartupEvent {hex:3} -InterruptEvent 0 -NGENProcess {hex:3} -Pipe {hex:3} -Comment "NGen Worker Process"|.NET Runtime Optimization Service
            C:\Windows\CCM\CcmExec.exe||Host Process for Microsoft Configuration Manager
            """
        ),
        .. Under(
            Schedule,
            """
            C:\Windows\System32\CompatTelRunner.exe|-m:appraiser.dll -f:DoScheduledTelemetryRun -cv:{hex:8}.{n:30}|Microsoft Compatibility Telemetry
            C:\Windows\System32\DeviceCensus.exe|SystemCxt|Device Census
            C:\Windows\System32\MusNotification.exe|Display|MusNotification.exe
            C:\Windows\System32\UsoClient.exe|StartScan|UsoClient
            C:\Windows\System32\wermgr.exe|-upload|Windows Problem Reporting
            C:\Windows\System32\sdclt.exe|/CONFIGNOTIFICATION|Microsoft® Windows Backup
            C:\Windows\System32\defrag.exe|-c -h -k -g -$|Disk Defragmenter Module
            C:\Windows\System32\cleanmgr.exe|/autoclean /d C:|Disk Space Cleanup Manager for Windows
            C:\Windows\System32\dstokenclean.exe||Data Sharing Service Maintenance Driver
            C:\Windows\System32\directxdatabaseupdater.exe||DirectX Database Updater
            C:\Windows\System32\dusmtask.exe||Data Usage Subscription Management Task
            C:\Windows\System32\LocationNotificationWindows.exe||Location Notification
            C:\Windows\System32\ProvTool.exe|/turn {n:9} /source LogonIdleTask|Provisioning package runtime processing tool
            C:\Windows\System32\SpaceAgent.exe||Storage Spaces Settings
            C:\Windows\System32\SrTasks.exe|ExecuteScheduledSPPCreation|Microsoft® Windows System Protection background tasks.
            C:\Windows\System32\UCPDMgr.exe||User Choice Protection Manager
            C:\Windows\System32\disksnapshot.exe|-z|DiskSnapshot.exe
            C:\Windows\System32\drvinst.exe|{n:9} {n:9} "C:\Windows\System32\DriverStore\Temp\{guid}\oem{n:90}.inf" "9" "4{hex:7}" "0000000000000{hex:3}"|Driver Installation Module
            C:\Windows\System32\rundll32.exe|C:\Windows\system32\Windows.StateRepositoryClient.dll,StateRepositoryDoMaintenanceTasks|Windows host process (Rundll32)
            C:\Windows\System32\rundll32.exe|C:\Windows\system32\Startupscan.dll,SusRunTask|Windows host process (Rundll32)
            C:\Windows\System32\rundll32.exe|C:\Windows\system32\PcaSvc.dll,PcaPatchSdbTask|Windows host process (Rundll32)
            C:\Windows\System32\sc.exe|start wuauserv|Service Control Manager Configuration Tool
            C:\Windows\System32\cmd.exe|/d /c "C:\Program Files\Veritest\Agent\inventory.cmd" {n:9999}|Windows Command Processor
            C:\Windows\System32\cmd.exe|/c "D:\Scripts\rotate-runs.cmd" HPLC-{n:30} {n:365}|Windows Command Processor
            C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe|-NoProfile -NonInteractive -File "C:\Program Files\Veritest\Agent\health.ps1" -Site {n:40} -Interval {n:900}|Windows PowerShell
            C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe|-NoLogo -NonInteractive -File D:\Scripts\freezer-report.ps1 -Site {n:40} -Out \\{server}\reports\{n:9999}.csv|Windows PowerShell
            C:\Windows\System32\cscript.exe|//nologo "C:\Program Files\Microsoft Office\Office16\OSPP.VBS" /dstatus|Microsoft ® Console Based Script Host
            C:\Program Files\Microsoft Office\root\Office16\sdxhelper.exe||Microsoft Office SDX Helper
            C:\Program Files\Microsoft Office\root\VFS\ProgramFilesCommonX64\Microsoft Shared\Office16\OLicenseHeartbeat.exe||Microsoft Office License Heartbeat
            C:\Users\{user}\AppData\Local\Microsoft\OneDrive\OneDriveStandaloneUpdater.exe||Standalone Updater
            C:\Users\{user}\AppData\Local\Microsoft\OneDrive\21.{n:300}.{n:1200}.0{n:9}\FileSyncConfig.exe|{guid}|Microsoft OneDrive Configuration Application
            C:\Program Files (x86)\Microsoft\EdgeUpdate\Install\{guid}\MicrosoftEdge_X64_9{n:9}.0.{n:999}.{n:90}.exe|--verbose-logging --do-not-launch-msedge --system-level|Microsoft Edge Installer
            C:\Program Files (x86)\Google\Update\Install\{guid}\9{n:9}.0.{n:4600}.{n:200}_chrome_updater.exe|--verbose-logging --do-not-launch-chrome --channel=stable --system-level|Google Chrome Installer|Google LLC
            C:\Windows\SoftwareDistribution\Download\Install\AM_Delta_Patch_1.3{n:99}.{n:2000}.0.exe|WD /q /ProductType|AntiMalware Definition Update
            C:\Program Files\Dell\SupportAssistAgent\bin\SRE\SREnotify.exe||Notify|Dell Inc.
            C:\Program Files\Veritest\Sync\calibrate.exe|--instrument HPLC-{n:30} --standard STD{n:900} --tolerance 0.{n:99}|Instrument Calibration|Veritest Ltd
            C:\Program Files\Veritest\Sync\archive.exe|--older {n:90} --from D:\Runs --to \\{server}\archive\{n:9999}|Run Archive|Veritest Ltd
            """
        ),
        .. Under(
            Launch,
            """
            C:\Windows\System32\ApplicationFrameHost.exe|-Embedding|Application Frame Host
            C:\Windows\System32\DataExchangeHost.exe|-Embedding|Data Exchange Host
            C:\Windows\System32\UserOOBEBroker.exe|-Embedding|User OOBE Broker
            C:\Windows\System32\MoUsoCoreWorker.exe|-Embedding|MoUSO Core Worker Process
            C:\Windows\System32\CredentialUIBroker.exe|-Embedding|Credential Manager UI Host
            C:\Windows\System32\PickerHost.exe|-Embedding|File Picker UI Host
            C:\Windows\System32\prevhost.exe|{comclass} -Embedding|Preview Handler Surrogate Host
            C:\Windows\System32\TiWorker.exe|-Embedding|Windows Modules Installer Worker
            C:\Windows\System32\LockAppHost.exe|-Embedding|Lock App Host
            C:\Windows\System32\mobsync.exe|-Embedding|Microsoft Sync Center
            C:\Windows\System32\SppExtComObj.Exe|-Embedding|KMS Connection Broker
            C:\Windows\System32\browser_broker.exe|-Embedding|Browser_Broker
            C:\Windows\System32\SystemSettingsBroker.exe|-Embedding|System Settings Broker
            C:\Windows\System32\WWAHost.exe|-ServerName:{app}|Microsoft WWA Host
            C:\Windows\System32\OpenWith.exe|-Embedding|Pick an app
            C:\Windows\System32\SecurityHealthHost.exe|{guid} -Embedding|Windows Security Health Host
            C:\Windows\winsxs\amd64_microsoft-windows-servicingstack_31bf3856ad364e35_10.0.19041.{n:4000}_none_{hex:8}{hex:8}\TiWorker.exe|-Embedding|Windows Modules Installer Worker
            C:\Windows\SystemApps\Microsoft.Windows.Search_cw5n1h2txyewy\SearchApp.exe|-ServerName:{app}|Search application
            C:\Windows\SystemApps\Microsoft.Windows.StartMenuExperienceHost_cw5n1h2txyewy\StartMenuExperienceHost.exe|-ServerName:{app}|Start
            C:\Windows\SystemApps\ShellExperienceHost_cw5n1h2txyewy\ShellExperienceHost.exe|-ServerName:{app}|Windows Shell Experience Host
            C:\Windows\SystemApps\MicrosoftWindows.Client.CBS_cw5n1h2txyewy\TextInputHost.exe|-ServerName:{app}|Text Input Host
            C:\Windows\SystemApps\Microsoft.LockApp_cw5n1h2txyewy\LockApp.exe|-ServerName:{app}|Lock App
            C:\Program Files\WindowsApps\Microsoft.WindowsCalculator_10.21{n:99}.{n:9}.0_x64__8wekyb3d8bbwe\Calculator.exe|-ServerName:{app}|Calculator
            C:\Program Files\WindowsApps\Microsoft.Windows.Photos_2021.210{n:99}.{n:9000}.0_x64__8wekyb3d8bbwe\Microsoft.Photos.exe|-ServerName:{app}|Photos
            C:\Program Files\WindowsApps\Microsoft.YourPhone_1.21{n:90}.{n:190}.0_x64__8wekyb3d8bbwe\YourPhone.exe|-ServerName:{app}|Your Phone
            C:\Program Files\WindowsApps\Microsoft.ScreenSketch_10.20{n:90}.{n:300}.0_x64__8wekyb3d8bbwe\ScreenSketch.exe|-ServerName:{app}|Snip & Sketch
            C:\Program Files\WindowsApps\microsoft.windowscommunicationsapps_16005.1{n:4000}.{n:20000}.0_x64__8wekyb3d8bbwe\HxTsr.exe|-ServerName:{app}|Microsoft Outlook Communications
            """
        ),
        .. Under(
            Explorer,
            """
            C:\Program Files\Microsoft Office\root\Office16\POWERPNT.EXE|"\\{server}\projects\{topic}\review {n:90}.pptx" /ou ""|Microsoft PowerPoint
            C:\Program Files\Microsoft Office\root\Office16\ONENOTE.EXE||Microsoft OneNote
            C:\Program Files\Microsoft Office\root\Office16\VISIO.EXE|"C:\Users\{user}\Documents\{topic} line {n:40}.vsdx"|Microsoft Visio
            C:\Program Files\Microsoft Office\root\Office16\MSACCESS.EXE|"\\{server}\projects\{topic}\stock.accdb"|Microsoft Access
            C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE|/n "\\{server}\sops\SOP-{n:4000} {topic}.docx" /o ""|Microsoft Word
            C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE|"C:\Users\{user}\Documents\{topic} {n:900}.xlsx"|Microsoft Excel
            C:\Program Files\Mozilla Firefox\firefox.exe||Firefox|Mozilla Corporation
            C:\Program Files\Mozilla Firefox\firefox.exe|-osint -url "https://journals.example/{topic}/{n:90000}"|Firefox|Mozilla Corporation
            C:\Program Files\7-Zip\7zFM.exe|"C:\Users\{user}\Downloads\{topic}-{n:9000}.7z"|7-Zip File Manager|Igor Pavlov
            C:\Program Files\Notepad++\notepad++.exe|"\\{server}\runs\{n:9999}\method_{n:90}.xml"|Notepad++|Don HO don.h@free.fr
            C:\Program Files\VideoLAN\VLC\vlc.exe|--started-from-file "\\{server}\training\{topic} {n:90}.mp4"|VLC media player|VideoLAN
            C:\Program Files\KeePass Password Safe 2\KeePass.exe||KeePass|Dominik Reichl
            C:\Program Files\PuTTY\putty.exe|-load "instrument-{n:30}"|SSH, Telnet, Rlogin, and SUPDUP client|Simon Tatham
            C:\Program Files\GraphPad\Prism 9\prism.exe|"C:\Users\{user}\Documents\{topic} {n:400}.pzfx"|Prism|GraphPad Software
            C:\Program Files\R\R-4.0.{n:5}\bin\x64\Rgui.exe|--cd-to-userdocs|R for Windows GUI front-end|R Core Team
            C:\Program Files\RStudio\bin\rstudio.exe|"C:\Users\{user}\Documents\R\{topic}-{n:90}.Rproj"|RStudio|RStudio, PBC
            C:\Program Files\Fiji.app\ImageJ-win64.exe|"D:\Runs\images\plate_{n:9000}_{n:96}.tif"|ImageJ|Fiji
            C:\Program Files\Zoom\bin\Zoom.exe|--url="zoommtg://meet.example/join?confno={n:999999999}"|Zoom Meetings|Zoom Video Communications, Inc.
            C:\Users\{user}\AppData\Roaming\Zoom\bin\Zoom.exe||Zoom Meetings|Zoom Video Communications, Inc.
            C:\Users\{user}\AppData\Local\slack\app-4.1{n:9}.{n:9}\slack.exe|--startup|Slack|Slack Technologies Inc.
            C:\Users\{user}\AppData\Local\Programs\Microsoft VS Code\Code.exe|"C:\Users\{user}\Documents\scripts\{topic}-{n:40}"|Visual Studio Code
            C:\Users\{user}\AppData\Local\Microsoft\Teams\Update.exe|--processStart "Teams.exe" --process-start-args "--system-initiated"|Microsoft Teams
            C:\Windows\System32\SnippingTool.exe||Snipping Tool
            C:\Windows\System32\mspaint.exe|"C:\Users\{user}\Pictures\{topic}{n:90}.png"|Paint
            C:\Windows\System32\calc.exe||Windows Calculator
            C:\Windows\System32\Taskmgr.exe|/7|Task Manager
            C:\Windows\System32\mstsc.exe|/v:{server}.meridale.example|Remote Desktop Connection
            C:\Windows\System32\mmc.exe|"C:\Windows\system32\printmanagement.msc"|Microsoft Management Console
            C:\Windows\System32\control.exe|/name Microsoft.DevicesAndPrinters|Windows Control Panel
            C:\Windows\System32\rundll32.exe|C:\Windows\system32\shell32.dll,Control_RunDLL C:\Windows\system32\main.cpl,Mouse|Windows host process (Rundll32)
            C:\Windows\System32\msiexec.exe|/i "\\{server}\software\veritest-lims-{n:9}.{n:40}.msi" /passive|Windows® installer
            C:\Windows\System32\cmd.exe|/c ""\\{server}\netlogon\drives.cmd" {user}"|Windows Command Processor
            C:\Windows\System32\fontview.exe|"C:\Users\{user}\Downloads\{topic}.ttf"|Windows Font Viewer
            C:\Windows\splwow64.exe|{n:8192}|Print driver host for applications
            C:\Program Files\Veritest\LIMS\labels.exe|--sample S{n:99999} --copies {n:9} --printer \\PRINT01\LBL-{n:60}|Label Printing|Veritest Ltd
            C:\Program Files\Veritest\LIMS\plates.exe|--plate P{n:90000} --wells {n:384} --user {user}|Plate Designer|Veritest Ltd
            C:\Program Files\Veritest\LIMS\reports.exe|--study ST-{n:900}-{n:90} --format pdf --out "C:\Users\{user}\Documents\reports"|Study Reports|Veritest Ltd
            C:\Program Files\Chromalab\Station {n:5}\station.exe|/instrument:HPLC-{n:30} /method:M{n:900}.met|Chromatography Station|Chromalab Instruments
            C:\Program Files\Chromalab\Viewer\viewer.exe|D:\Runs\HPLC-{n:30}\{n:99999}\trace_{n:999}.csv|Trace Viewer|Chromalab Instruments
            C:\Program Files (x86)\Balance Connect\bconnect.exe|-com {n:16} -model XS{n:400}|Balance Connect|Balance Connect GmbH
            """
        ),
        .. Under(
            @"C:\Windows\System32\cmd.exe|C:\Windows\system32\cmd.exe /d /c ""C:\Program Files\Veritest\Agent\inventory.cmd"" 7",
            """
            C:\Windows\System32\find.exe|/i "version"|Find String (grep) Utility
            C:\Windows\System32\xcopy.exe|D:\Runs\HPLC-{n:30}\*.csv \\{server}\runs\{n:9999}\ /d /y /q|Extended Copy Utility
            C:\Windows\System32\Robocopy.exe|D:\Runs\HPLC-{n:30} \\{server}\runs\{n:9999} /mir /r:{n:9} /w:{n:30} /np|Microsoft Robocopy
            C:\Windows\System32\timeout.exe|/t {n:60} /nobreak|timeout - pauses command processing
            C:\Windows\System32\chcp.com|65001|Change CodePage Utility
            C:\Windows\System32\conhost.exe|0xffffffff -ForceV1|Console Window Host
            """
        ),
        .. Under(
            @"C:\Program Files\Mozilla Firefox\firefox.exe|""C:\Program Files\Mozilla Firefox\firefox.exe""",
            """
            C:\Program Files\Mozilla Firefox\firefox.exe|-contentproc --channel="{n:9999}.{n:90}.{n:99999999}\{n:999999999}" -childID {n:90} -isForBrowser -prefsHandle {n:9999} -prefMapHandle {n:9999} -prefsLen {n:9999} -prefMapSize {n:240000} -parentBuildID 20210{n:99999} -appdir "C:\Program Files\Mozilla Firefox\browser" {n:9999} "\\.\pipe\gecko-crash-server-pipe.{n:9999}" tab|Firefox|Mozilla Corporation
            """
        ),
    ];

    // Image, arguments, description and, where it is not Microsoft, company.
    private static IEnumerable<string[]> Under(string parent, string programs)
    {
        string[] started = parent.Split('|');
        foreach (
            string line in programs.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            string[] columns = line.Split('|');
            string name = columns[0].Contains(' ', StringComparison.Ordinal) ? "\"{image}\"" : "{image}";
            yield return
            [
                started[0],
                started[1],
                columns[0],
                columns[1].Length == 0 ? name : $"{name} {columns[1]}",
                columns[2],
                columns.Length > 3 ? columns[3] : Microsoft,
            ];
        }
    }
}
