namespace Cordon.Stix;

/// <summary>One test of a pattern that asks for a value: a path of an object that equals a text, or an address within a network. Immutable.</summary>
/// <param name="Path">Object type and path, such as <c>file:hashes.'SHA-256'</c>, written <c>file:hashes.SHA-256</c>, or <c>ipv4-addr:value</c>.</param>
/// <param name="Value">The text it is to equal, or the network it is to lie in.</param>
/// <param name="IsNetwork">Whether it asks for an address within a network (<c>ISSUBSET</c>).</param>
public sealed record StixTest(string Path, string Value, bool IsNetwork);
