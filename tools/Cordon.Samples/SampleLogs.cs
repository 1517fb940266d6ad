using Cordon.Samples.Cloud;
using Cordon.Samples.Logs;
using Cordon.Samples.Mail;

namespace Cordon.Samples;

/// <summary>
/// The sample logs: password sprays, a false health agency, a false recruiter and a theft at a laboratory that does not exist, told in the
/// logs of four computers, of its accounts in the cloud, and in mails. docs/samples.md tells the story and what a scan should find.
/// </summary>
public static class SampleLogs
{
    private static readonly (string Path, Func<byte[]> Make)[] All =
    [
        ("mail01/Security.evtx", MailServerSecurity.Make),
        ("ws-assay07/Microsoft-Windows-Sysmon%4Operational.evtx", WorkstationSysmon.Make),
        ("ws-assay07/Microsoft-Windows-PowerShell%4Operational.evtx", WorkstationPowerShell.Make),
        ("fs02/Security.evtx", FileServerSecurity.Make),
        ("collector/ForwardedEvents.evtx", CollectorForwarded.Make),
        ("adm01/Security.evtx", AdministratorSecurity.Make),
        ("cloud/signins-interactive.jsonl", CloudSignIns.Interactive),
        ("cloud/signins-noninteractive.jsonl", CloudSignIns.NonInteractive),
        ("cloud/unified-audit.csv", UnifiedAudit.Make),
        ("mail/handed-in-agency.eml", MailFolder.AgencyLure),
        ("mail/handed-in-offer.eml", MailFolder.RecruiterLure),
        ("mail/ordinary.mbox", MailFolder.Ordinary),
        ("cordon.yaml", OrganisationFile.Make),
    ];

    /// <summary>The paths of the logs below the folder, with <c>/</c> between their parts.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. All.Select(log => log.Path)];

    /// <summary>Writes all logs. The same bytes every time, on every system.</summary>
    /// <param name="folder">Where to; made where it is missing. Files of the same name are replaced, others stay.</param>
    /// <returns>The full paths of the files, in the order of <see cref="Paths"/>.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    public static IReadOnlyList<string> WriteAll(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var written = new List<string>();
        foreach (var (path, make) in All)
        {
            var target = Path.GetFullPath(Path.Combine(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, make());
            written.Add(target);
        }

        return written;
    }
}
