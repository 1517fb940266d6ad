using System.Diagnostics.CodeAnalysis;

namespace Cordon.Sigma;

/// <summary>A log source map cannot be used; the message says what is wrong and where.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with a place.")]
public sealed class LogSourceMapException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="name">What the text is called, usually its path.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <param name="reason">What is wrong there.</param>
    /// <param name="cause">The parser's own exception, where there is one.</param>
    public LogSourceMapException(string name, long line, long column, string reason, Exception? cause = null)
        : base($"{name}:{line}:{column}: {reason}", cause)
    {
        Line = line;
        Column = column;
    }

    /// <summary>Line of the fault, from 1.</summary>
    public long Line { get; }

    /// <summary>Column of the fault, from 1.</summary>
    public long Column { get; }
}
