namespace Cordon.Reading.Corpora;

/// <summary>
/// Programs and services of everyday work that attackers use as they are, which public lists of malware hold too: kept by hand. Who uses them names no
/// malware.
/// </summary>
internal static class EverydayTools
{
    /// <summary>What they are told by among other lists.</summary>
    public const string Source = "everyday tools";

    /// <summary>The names.</summary>
    public static readonly string[] Names =
    [
        .. (
            "PowerShell|PsExec|PSExec|PsList|PsLoggedOn|PsKill|PsInfo|ProcDump|Procmon|Process Explorer|Process Hacker|Autoruns|SDelete|AdFind|BloodHound|"
            + "SharpHound|Nmap|Masscan|Zmap|Nbtscan|NBTscan|Netcat|Ncat|Socat|cURL|Wget|BITSAdmin|Certutil|Regsvr32|Rundll32|Mshta|Wscript|Cscript|MSBuild|"
            + "InstallUtil|Wmic|WMI|Wevtutil|Vssadmin|Schtasks|Robocopy|Rclone|WinRAR|WinZip|7-Zip|7Zip|PuTTY|Plink|WinSCP|FileZilla|PSCP|TeamViewer|AnyDesk|"
            + "LogMeIn|ScreenConnect|ConnectWise|Splashtop|Atera|RemoteUtilities|Ammyy Admin|UltraVNC|TightVNC|RealVNC|TightVNC|Radmin|DameWare|"
            + "Winexe|Wmiexec|WMIExec|Smbexec|Impacket|Responder|PowerSploit|PowerView|Nishang|PowerTools|Invoke-Obfuscation|Burp Suite|Wireshark|tcpdump|"
            + "Hydra|Medusa|John the Ripper|Hashcat|L0phtCrack|Sqlmap|Nikto|Acunetix|Nessus|OpenVAS|Shodan|Censys|Metasploit|Metasploit Framework|ngrok|Proxychains|"
            + "Tor|Tor Browser|OpenVPN|SoftEther|Dropbox|Google Drive|OneDrive|Pastebin|GitHub|GitLab|Discord|Telegram|Slack|Trello|MEGAsync|Bitly|WeTransfer|"
            + "AutoIt|AutoHotkey|NSIS|Inno Setup|UPX|Themida|VMProtect|Enigma Protector|ConfuserEx|SmartAssembly|.NET Reactor|IDA Pro|Ghidra|x64dbg|OllyDbg|"
            + "WinLister|NirSoft|WebBrowserPassView|Mail PassView|Python|Perl|PHP|Node.js|Java|JavaScript|VBScript|Docker|Kubernetes|Jenkins|Ansible|Splunk|"
            + "Exploit Guard|WildFire|Windows Defender|Sysmon|YARA|Snort|Suricata|VirusTotal|Visual Studio|Visual Basic|Delphi|Microsoft Word|Microsoft Excel|"
            + "Microsoft Office|Microsoft Outlook|Outlook|Exchange|SharePoint|Internet Explorer|Chrome|Firefox|Safari|Opera|Flash Player|Adobe Reader"
        ).Split('|'),
    ];
}
