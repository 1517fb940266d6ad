namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>An entity that was tagged.</summary>
/// <param name="Type">Its place in <see cref="Labels.Types" />.</param>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="First">Its first token in the sentence.</param>
/// <param name="Count">How many tokens it has.</param>
internal readonly record struct Span(int Type, int Sentence, int First, int Count);
