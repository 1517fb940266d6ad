namespace Cordon.Telemetry.Lines;

/// <summary>Whether a line is of some form.</summary>
internal delegate bool LineTest(ReadOnlySpan<char> line);
