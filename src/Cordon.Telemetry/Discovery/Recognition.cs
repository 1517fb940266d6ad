using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Discovery;

/// <summary>What the beginning of a file says that it is.</summary>
/// <param name="Format">The format.</param>
/// <param name="Name">What reports call it, where the format alone does not say.</param>
/// <param name="RowFormat">What reads it, where it is a row format.</param>
/// <param name="Refusal">Why it can't be read; null where it can be tried.</param>
internal readonly record struct Recognition(LogFormat Format, string Name, ILogFormat? RowFormat, string? Refusal)
{
    /// <summary>Not read, for a reason.</summary>
    public static Recognition Refused(string reason) => new(LogFormat.Unknown, "", null, reason);
}
