using System.Text;
using Cordon.Attribution;
using Cordon.Events;
using Cordon.Incidents;
using Cordon.Reporting.Files;
using Cordon.Reporting.Page;
using Cordon.Reporting.Stix;
using Cordon.Reporting.Warnings;
using Cordon.Sector.Warnings;

namespace Cordon.Cli.Scanning;

/// <summary>
/// The result files of a scan. They are written beside their final names and take them when the scan is complete, so that a
/// file that is there is whole; what an interrupted scan had is left under the names with <c>.partial</c>.
/// </summary>
internal sealed class ScanFiles : IDisposable
{
    /// <summary>The folder below the results' that warnings are written to.</summary>
    public const string WarningFolder = "warnings";

    private const string Partial = ".partial";
    private readonly string _folder;
    private readonly string _findingsPath;
    private readonly string _timelinePath;
    private readonly FileStream _findings;
    private readonly FindingJson _json;
    private readonly TimelineCsv _timeline;

    /// <summary>Makes the folder and the files.</summary>
    /// <exception cref="IOException">The folder or a file can't be made.</exception>
    public ScanFiles(string folder)
    {
        if (File.Exists(folder))
        {
            throw new IOException($"--out: '{folder}' is a file; name a folder");
        }

        Directory.CreateDirectory(folder);
        _folder = folder;
        _findingsPath = Path.Combine(folder, "findings.jsonl");
        _timelinePath = Path.Combine(folder, "timeline.csv");
        _findings = new FileStream(_findingsPath + Partial, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        _json = new FindingJson(_findings);
        _timeline = new TimelineCsv(_timelinePath + Partial);
    }

    /// <summary>The files that were finished, under the names they have; empty until then.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    /// <summary>Adds one finding.</summary>
    public void Add(Finding finding)
    {
        _json.Write(finding);
        _timeline.Add(finding);
    }

    /// <summary>Writes what is left, and the incidents, and gives the files their names.</summary>
    /// <exception cref="IOException">A file can't be written.</exception>
    public void Complete(
        IReadOnlyList<OrganisationReport> reports,
        AttributionReport attributions,
        IReadOnlyList<Warning> warnings,
        ReportFigures figures
    )
    {
        Stop();
        List<string> paths = [_findingsPath, _timelinePath];
        if (warnings.Count > 0)
        {
            Directory.CreateDirectory(Path.Combine(_folder, WarningFolder));
        }

        foreach ((string name, Action<Stream> write) in Answers(reports, attributions, warnings, figures))
        {
            string path = Path.Combine(_folder, name);
            using (
                var stream = new FileStream(path + Partial, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16)
            )
            {
                write(stream);
            }

            paths.Add(path);
        }

        foreach (string path in paths)
        {
            File.Move(path + Partial, path, overwrite: true);
        }

        WarningSums.Renew(
            Path.Combine(_folder, WarningFolder),
            [.. warnings.SelectMany(FormsOf).Select(static f => Path.GetFileName(f.Name))]
        );
        Written = paths;
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Answers(
        IReadOnlyList<OrganisationReport> reports,
        AttributionReport attributions,
        IReadOnlyList<Warning> warnings,
        ReportFigures figures
    ) =>
        [
            ("report.html", stream => ReportPage.Write(stream, reports, figures, attributions, warnings)),
            ("incidents.json", stream => IncidentsJson.Write(stream, reports, attributions, warnings)),
            (
                "incidents.stix.json",
                stream => IncidentsStix.Write(stream, reports, LastOf(reports), attributions: attributions)
            ),
            .. warnings.SelectMany(FormsOf),
        ];

    private static IEnumerable<(string Name, Action<Stream> Write)> FormsOf(Warning warning)
    {
        string name = Path.Combine(WarningFolder, WarningWords.FileNameOf(warning));
        return
        [
            (name + ".txt", stream => stream.Write(Encoding.UTF8.GetBytes(WarningText.Of(warning)))),
            (name + ".eml", stream => WarningMail.Write(stream, warning)),
            (name + ".stix.json", stream => WarningStix.Write(stream, warning)),
        ];
    }

    // The time of the last record that was read, not that of the scan: the same logs give the same bytes.
    private static DateTime LastOf(IReadOnlyList<OrganisationReport> reports) =>
        reports
            .SelectMany(static r =>
                r.Coverage.Select(static c => c.Last ?? default).Concat(r.Incidents.Select(static i => i.Last))
            )
            .DefaultIfEmpty(DateTime.UnixEpoch)
            .Max();

    /// <summary>Writes what is left of a scan that did not come to its end, and leaves the files their partial names.</summary>
    /// <exception cref="IOException">A file can't be written.</exception>
    public void Stop()
    {
        _findings.Flush();
        _timeline.Complete();
        _findings.Dispose();
        Written = [_findingsPath + Partial, _timelinePath + Partial];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _findings.Dispose();
            _timeline.Dispose();
        }
        catch (IOException)
        {
            // The write that failed before was told; what is still in the buffer fails the same way.
        }
    }
}
