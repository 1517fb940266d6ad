namespace Cordon.Intelligence.Storing;

/// <summary>An import or its undoing can't be done; the message says why, and the store is as it was.</summary>
public sealed class IntelligenceException : Exception
{
    /// <summary>With what is wrong.</summary>
    public IntelligenceException(string message)
        : base(message) { }

    /// <summary>With what is wrong, and what it comes from.</summary>
    public IntelligenceException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>Without a reason; for the library's rules.</summary>
    public IntelligenceException() { }
}
