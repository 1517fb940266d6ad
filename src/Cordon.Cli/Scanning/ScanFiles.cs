using Cordon.Events;
using Cordon.Reporting.Files;

namespace Cordon.Cli.Scanning;

/// <summary>
/// The result files of a scan. They are written beside their final names and take them when the scan is complete, so that a
/// file that is there is whole; what an interrupted scan had is left under the names with <c>.partial</c>.
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

    /// <summary>The files that were finished, under the names they have; empty until then.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    /// <summary>Adds one finding.</summary>
    public void Add(Finding finding)
    {
        _json.Write(finding);
        _timeline.Add(finding);
    }

    /// <summary>Writes what is left and gives the files their names.</summary>
    /// <exception cref="IOException">A file can't be written.</exception>
    public void Complete()
    {
        Stop();
        File.Move(_findingsPath + Partial, _findingsPath, overwrite: true);
        File.Move(_timelinePath + Partial, _timelinePath, overwrite: true);
        Written = [_findingsPath, _timelinePath];
    }

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
