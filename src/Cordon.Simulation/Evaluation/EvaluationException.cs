namespace Cordon.Simulation.Evaluation;

/// <summary>A file that can't be used for an evaluation; the message says which, where, why, and what to do.</summary>
public sealed class EvaluationException : Exception
{
    /// <summary>Makes one without a message.</summary>
    public EvaluationException() { }

    /// <summary>Makes one.</summary>
    /// <param name="message">For people.</param>
    public EvaluationException(string message)
        : base(message) { }

    /// <summary>Makes one.</summary>
    /// <param name="message">For people.</param>
    /// <param name="innerException">What was behind it.</param>
    public EvaluationException(string message, Exception innerException)
        : base(message, innerException) { }
}
