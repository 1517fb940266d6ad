namespace Cordon.Stix.Taxii;

/// <summary>A TAXII server could not be used: it can't be reached, refuses, or answers what TAXII 2.1 does not allow. The message names the server, never a password or token.</summary>
public sealed class TaxiiException : Exception
{
    /// <summary>Makes one.</summary>
    public TaxiiException() { }

    /// <summary>Makes one.</summary>
    public TaxiiException(string message)
        : base(message) { }

    /// <summary>Makes one.</summary>
    public TaxiiException(string message, Exception inner)
        : base(message, inner) { }
}
