using Cordon.Events;

namespace Cordon.Sigma.Compilation;

/// <summary>One log source target with the rules for it.</summary>
/// <param name="Index">The target's place among those of the set.</param>
/// <param name="Target">The events that the rules are for.</param>
/// <param name="Groups">The rules. Targets that have the same ones share them, as those do that see one thing in two logs.</param>
internal sealed record CompiledTarget(int Index, LogSourceTarget Target, RuleGroups Groups)
{
    private static readonly string[] HeaderNames = ["EventID", "Channel", "Provider_Name"];

    /// <summary>The fields of channel, provider and code that the target shows as they are.</summary>
    public static FieldId[] HeaderIdsOf(LogSourceTarget target, FieldTable fields) =>
        [.. HeaderNames.Where(name => !target.Fields.Any(made => made.Name == name)).Select(fields.Intern)];
}
