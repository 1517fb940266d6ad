using System.Diagnostics.CodeAnalysis;

namespace Cordon.Stix;

/// <summary>A pattern cannot be read, or cannot be held against what was observed; the message says what is wrong and where.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with a place.")]
public sealed class StixPatternException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="position">Where in the pattern, in UTF-16 units from 0.</param>
    /// <param name="reason">What is wrong there, and what to do.</param>
    public StixPatternException(int position, string reason)
        : base($"character {position + 1}: {reason}") => Position = position;

    /// <summary>Where in the pattern, in UTF-16 units from 0.</summary>
    public int Position { get; }
}
