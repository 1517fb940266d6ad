namespace Cordon.Telemetry.Auditd;

/// <summary>One record of an event: its type and fields, decoded. Immutable.</summary>
/// <param name="Type">Such as <c>SYSCALL</c>.</param>
/// <param name="Fields">In order.</param>
internal sealed record AuditRecord(string Type, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The first value of a name; empty where there is none.</summary>
    public string Of(string name)
    {
        foreach ((string key, string value) in Fields)
        {
            if (key == name)
            {
                return value;
            }
        }

        return "";
    }
}
