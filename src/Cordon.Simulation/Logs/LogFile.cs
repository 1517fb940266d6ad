using Cordon.Simulation.Formats;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Logs;

/// <summary>A log of text that is cut into files by day or week, some of them packed.</summary>
internal sealed class LogFile(string folder, string name, ITextFormat format, LogPlan plan, Tally tally) : IDisposable
{
    private readonly ByteSink _sink = new();
    private string _path = "";
    private DateTime _ends;
    private DateTime _last;

    /// <summary>Writes an event; they come in order of time.</summary>
    public void Write(SimEvent item)
    {
        if (!_sink.IsOpen || item.Time >= _ends)
        {
            Close();
            DateTime day = item.Time.Date;
            // Weeks begin on Monday.
            DateTime start = plan.IsDaily ? day : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
            _ends = start.AddDays(plan.IsDaily ? 1 : 7);
            bool isPacked = plan.IsPacked && format.MayBePacked;
            _path = Path.Combine(folder, $"{name}-{day:yyyyMMdd}{format.Extension}{(isPacked ? ".gz" : "")}");
            Directory.CreateDirectory(folder);
            Stream file = new FileStream(_path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
            _sink.Open(isPacked ? new PlainGzip(file) : file);
            format.Begin(_sink);
        }

        format.Write(_sink, item);
        _last = item.Time;
        tally.Events++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _sink.Dispose();
    }

    private void Close()
    {
        if (_sink.IsOpen)
        {
            format.End(_sink);
            _sink.Close();
            tally.File(_path, _last);
        }
    }
}
