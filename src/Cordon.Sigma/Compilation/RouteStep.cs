using Cordon.Events;

namespace Cordon.Sigma.Compilation;

/// <summary>One target of a route.</summary>
/// <param name="Target">The target.</param>
/// <param name="Group">The rules that can hold for an event with the header.</param>
/// <param name="Header">What the event must have for <paramref name="Group"/> to be right.</param>
internal sealed record RouteStep(CompiledTarget Target, CompiledGroup Group, HeaderField[] Header)
{
    /// <summary>What is remembered of the events for <see cref="Group"/>; null until it is asked for. A route is one thread's.</summary>
    public KeyPlan? Plan { get; set; }

    /// <summary>The group for an event of the route.</summary>
    public CompiledGroup GroupFor(LogEvent source)
    {
        foreach (HeaderField field in Header)
        {
            if (!field.IsIn(source))
            {
                return Target.Groups.Whole;
            }
        }

        return Group;
    }

    /// <summary>Whether the event fulfils what the target wants beyond its header.</summary>
    public bool ConditionsHold(LogEvent source)
    {
        IReadOnlyList<FieldCondition> conditions = Target.Target.Conditions;
        for (int i = 0; i < conditions.Count; i++)
        {
            if (!conditions[i].Holds(source))
            {
                return false;
            }
        }

        return true;
    }
}
