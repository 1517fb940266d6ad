namespace Cordon.Sigma;

/// <summary>Which log a rule is written for: the <c>logsource</c> of Sigma 2.1.</summary>
/// <param name="Product">The product that writes the log, such as <c>windows</c>; null where the rule names none.</param>
/// <param name="Category">The class of events whatever the product, such as <c>process_creation</c>; null where the rule names none.</param>
/// <param name="Service">The part of the product's logs, such as <c>security</c>; null where the rule names none.</param>
public sealed record LogSource(string? Product, string? Category, string? Service);
