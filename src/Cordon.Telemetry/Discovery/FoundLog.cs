using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Discovery;

/// <summary>A file that a search for logs came upon.</summary>
/// <param name="Path">The path as given, or as found below what was given.</param>
/// <param name="Bytes">Its length; 0 where it is not known.</param>
/// <param name="Format">What its content was recognised as.</param>
/// <param name="Refusal">Why it can't be read, with what to do about it; null where it can be tried.</param>
public sealed record FoundLog(string Path, long Bytes, LogFormat Format, string? Refusal)
{
    /// <summary>What reports call the format, such as <c>entra-signin</c> or <c>zip</c>; empty where <see cref="Format"/> says it all.</summary>
    public string FormatName { get; init; } = "";

    /// <summary>What reads it, where <see cref="Format"/> is <see cref="LogFormat.Rows"/>.</summary>
    internal ILogFormat? RowFormat { get; init; }
}
