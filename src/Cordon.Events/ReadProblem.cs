namespace Cordon.Events;

/// <summary>Something in a source that could not be read, or reads oddly.</summary>
/// <param name="Place">Where in the source: chunk, record, byte offset or line, in words.</param>
/// <param name="Message">What is wrong and, where something can be done, what.</param>
/// <param name="IsLoss">True where events were lost by it; false for a mere oddity.</param>
public sealed record ReadProblem(string Place, string Message, bool IsLoss);
