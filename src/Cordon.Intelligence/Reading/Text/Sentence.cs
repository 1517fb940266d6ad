namespace Cordon.Intelligence.Reading.Text;

/// <summary>A sentence, or what stands in one's place: a heading, an entry of a list, a cell.</summary>
/// <param name="Start">Where it starts, in UTF-16 units of the whole text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Paragraph">The number of its paragraph, from 0.</param>
/// <param name="Tokens">Its tokens, in order.</param>
internal sealed record Sentence(int Start, int End, int Paragraph, IReadOnlyList<Token> Tokens);
