using System.Diagnostics.CodeAnalysis;

namespace Cordon.Telemetry.Containers;

/// <summary>A packed file goes beyond a limit; the message says which.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Always thrown with a reason.")]
[SuppressMessage("Design", "CA1064", Justification = "It is an IOException to everybody outside.")]
internal sealed class ContainerLimitException(string message) : IOException(message);
