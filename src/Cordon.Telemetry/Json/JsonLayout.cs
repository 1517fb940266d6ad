namespace Cordon.Telemetry.Json;

/// <summary>How records lie in a file.</summary>
/// <param name="IsLines">Whether each is one line; else they are an array, or follow one another.</param>
/// <param name="Encoding">Where the file is UTF-16, that; null for UTF-8.</param>
/// <param name="Preamble">How many bytes of a byte order mark there are.</param>
internal sealed record JsonLayout(bool IsLines, System.Text.Encoding? Encoding, int Preamble);
