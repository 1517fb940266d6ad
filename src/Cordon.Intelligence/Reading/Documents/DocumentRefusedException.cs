namespace Cordon.Intelligence.Reading.Documents;

/// <summary>A document is not read; the message says why, for people.</summary>
public sealed class DocumentRefusedException : Exception
{
    /// <summary>Refuses a document.</summary>
    /// <param name="message">Why.</param>
    public DocumentRefusedException(string message)
        : base(message) { }

    /// <summary>Refuses a document because of a fault.</summary>
    /// <param name="message">Why.</param>
    /// <param name="inner">The fault.</param>
    public DocumentRefusedException(string message, Exception inner)
        : base(message, inner) { }
}
