using System.Globalization;
using Cordon.Reporting;

namespace Cordon.Cli.Terminal;

/// <summary>
/// One line on standard error that is written over while a scan runs: share, rate, files, time left. Silent where standard
/// error is no terminal.
/// </summary>
internal sealed class ScanProgress : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly long _bytes;
    private readonly int _files;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private long _bytesDone;
    private int _filesDone;
    private long _findings;
    private int _shown;
    private bool _ended;

    /// <summary>Starts the line.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="bytes">All that is to be read.</param>
    /// <param name="files">How many files that is.</param>
    /// <param name="wanted">False to stay silent.</param>
    public ScanProgress(TimeProvider time, long bytes, int files, bool wanted)
    {
        _time = time;
        _started = time.GetTimestamp();
        _bytes = bytes;
        _files = files;
        if (wanted && !Console.IsErrorRedirected)
        {
            _timer = time.CreateTimer(_ => Show(), null, Period, Period);
        }
    }

    /// <summary>Adds what was done since the last call.</summary>
    public void Add(long bytes, int files, int findings)
    {
        Interlocked.Add(ref _bytesDone, bytes);
        Interlocked.Add(ref _filesDone, files);
        Interlocked.Add(ref _findings, findings);
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _ended = true;
            if (_shown > 0)
            {
                Console.Error.Write("\r" + new string(' ', _shown) + "\r");
            }
        }
    }

    /// <summary>The line's text for a moment; apart for tests.</summary>
    internal static string Text(long bytes, long bytesDone, int files, int filesDone, long findings, TimeSpan elapsed)
    {
        double share = bytes == 0 ? 1 : Math.Min(1, (double)bytesDone / bytes);
        double rate = bytesDone / Math.Max(elapsed.TotalSeconds, 0.001);
        string left = share is > 0 and < 1
            ? TimeSpan
                .FromSeconds(Math.Min(1e6, elapsed.TotalSeconds * (1 - share) / share))
                .ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)
            : "--:--:--";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{share * 100, 3:0} %  {Wording.Bytes((long)rate)}/s  {Wording.Count(filesDone)} of {Wording.Count(files)} files  {Wording.Count(findings)} findings  {left} left"
        );
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            string text = Text(
                _bytes,
                Interlocked.Read(ref _bytesDone),
                _files,
                _filesDone,
                Interlocked.Read(ref _findings),
                _time.GetElapsedTime(_started)
            );
            Console.Error.Write("\r" + text.PadRight(_shown));
            _shown = text.Length;
        }
    }
}
