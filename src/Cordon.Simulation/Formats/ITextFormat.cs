using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;

namespace Cordon.Simulation.Formats;

/// <summary>How events stand in a file of text.</summary>
internal interface ITextFormat
{
    /// <summary>How names of its files end, with the full stop.</summary>
    string Extension { get; }

    /// <summary>Whether files of it may be packed with gzip.</summary>
    bool MayBePacked => true;

    /// <summary>What stands before the first event.</summary>
    void Begin(ByteSink sink) { }

    /// <summary>Writes an event; those of a kind that it does not hold are left out.</summary>
    void Write(ByteSink sink, SimEvent item);

    /// <summary>What stands after the last event.</summary>
    void End(ByteSink sink) { }
}
