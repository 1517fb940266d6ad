namespace Cordon.Reading.Training;

/// <summary>A sentence to learn from: the features of each token, and the label of each.</summary>
/// <param name="Features">By token.</param>
/// <param name="Labels">By token; -1 where the corpus can't say.</param>
/// <param name="Plain">How many of a token's features, from the first, do not tell which word it is; negative where the token is no name.</param>
internal sealed record Example(uint[][] Features, int[] Labels, int[] Plain);
