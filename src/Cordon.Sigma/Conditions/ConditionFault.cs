namespace Cordon.Sigma.Conditions;

/// <summary>Why a condition cannot be read, and at which offset of its text.</summary>
internal sealed record ConditionFault(string Code, int Offset, string Message);
