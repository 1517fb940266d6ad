using Cordon.Events;

namespace Cordon.Sigma;

/// <summary>A test on one field that decides whether an event belongs to a target, where its code does not say enough.</summary>
/// <param name="Field">The event's field.</param>
/// <param name="Values">Compared with the field's text, without regard to case.</param>
/// <param name="IsExclusion">
/// False: one of the values must be there. True: none may be there; an event without the field passes.
/// </param>
public sealed record FieldCondition(string Field, IReadOnlyList<string> Values, bool IsExclusion)
{
    /// <summary>Whether the condition holds for the event that <paramref name="source"/> shows now.</summary>
    public bool Holds(LogEvent source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return HasValue(source) != IsExclusion;
    }

    private bool HasValue(LogEvent source)
    {
        if (!source.Fields.TryFind(Field, out FieldId id))
        {
            return false;
        }

        int count = source.Count(id);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> text = source.Value(id, i).Text;
            for (int v = 0; v < Values.Count; v++)
            {
                if (text.Equals(Values[v], StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
