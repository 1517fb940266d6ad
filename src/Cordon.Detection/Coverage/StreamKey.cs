namespace Cordon.Detection.Coverage;

/// <summary>What tells one stream of records from another.</summary>
/// <param name="Product">The product.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Writer">The host or tenant, lower case; empty where unknown.</param>
/// <param name="IsProcess">True for the processes (4688) in a Security log, which are told as a stream of their own.</param>
internal readonly record struct StreamKey(string Product, string Channel, string Writer, bool IsProcess = false);
