namespace Cordon.Evtx;

/// <summary>Why a file could not be opened as an event log.</summary>
public enum EvtxError
{
    /// <summary>The file is not there, is a folder, or may not be read.</summary>
    Inaccessible,

    /// <summary>The file has no bytes, or is a pipe or a device.</summary>
    Empty,

    /// <summary>The file begins like no event log and holds no sound chunk.</summary>
    NotAnEventLog,

    /// <summary>A log of Windows before Vista (<c>.evt</c>, signature <c>LfLe</c>), another format.</summary>
    LegacyFormat,
}

/// <summary>The one exception of this library: a file cannot be opened as an event log. Damage inside a log is data, see <see cref="EvtxDamage"/>.</summary>
public sealed class EvtxException : Exception
{
    /// <summary>Makes an exception.</summary>
    public EvtxException(EvtxError error, string file, string message, Exception? inner = null)
        : base(message, inner)
    {
        Error = error;
        File = file;
    }

    /// <summary>Why the file could not be opened.</summary>
    public EvtxError Error { get; }

    /// <summary>The file, as it was named to the library.</summary>
    public string File { get; }
}
