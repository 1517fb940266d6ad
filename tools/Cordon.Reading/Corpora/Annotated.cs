namespace Cordon.Reading.Corpora;

/// <summary>A text with the entities that people marked in it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The text.</param>
/// <param name="Entities">What was marked, in order.</param>
internal sealed record Annotated(string Name, string Text, IReadOnlyList<Marked> Entities);

/// <summary>A marked entity.</summary>
/// <param name="Type">Its type, as the corpus calls it.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Marked(string Type, int Start, int End);
