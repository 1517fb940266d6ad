using Cordon.Events;
using Cordon.Reporting.Files;

namespace Cordon.Cli.Scanning;

/// <summary>
/// The result files of a scan. They are written beside their final names and take them when the scan is complete, so that a
/// file that is there is whole; what an interrupted scan had is left under the name with <c>.partial</c>.
/// </summary>
internal sealed class ScanFiles : IDisposable
{
    private const string Partial = ".partial";
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
        _findingsPath = Path.Combine(folder, "findings.jsonl");
        _timelinePath = Path.Combine(folder, "timeline.csv");
        _findings = new FileStream(_findingsPath + Partial, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        _json = new FindingJson(_findings);
        _timeline = new TimelineCsv(_timelinePath + Partial);
    }

    /// <summary>The files, under their final names.</summary>
    public IReadOnlyList<string> Paths => [_findingsPath, _timelinePath];

    /// <summary>Adds one finding.</summary>
    public void Add(Finding finding)
    {
        _json.Write(finding);
        _timeline.Add(finding);
    }

    /// <summary>Writes what is left and gives the files their names.</summary>
    public void Complete()
    {
        // The JSON writer flushes the stream when disposed of, so it goes first, here as in Dispose.
        _json.Dispose();
        _findings.Dispose();
        _timeline.Complete();
        File.Move(_findingsPath + Partial, _findingsPath, overwrite: true);
        File.Move(_timelinePath + Partial, _timelinePath, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _findings.Dispose();
        _timeline.Dispose();
    }
}
