using System.Diagnostics.CodeAnalysis;

namespace Cordon.Settings;

/// <summary>A settings file cannot be used; the message says what is wrong and where.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with a place.")]
public sealed class SettingsException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="name">What the text is called, usually its path.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <param name="reason">What is wrong there, and what to do.</param>
    /// <param name="inner">What the parser said.</param>
    public SettingsException(string name, long line, long column, string reason, Exception? inner = null)
        : base($"{name}:{line}:{column}: {reason}", inner) => (Line, Column) = (line, column);

    /// <summary>Line of the fault, from 1.</summary>
    public long Line { get; }

    /// <summary>Column of the fault, from 1.</summary>
    public long Column { get; }
}
