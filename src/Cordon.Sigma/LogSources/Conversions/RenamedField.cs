using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>The values of the first source field that the event has.</summary>
internal sealed class RenamedField(string name, FieldId[] sources, bool isBlankAbsent) : MappedField(name)
{
    internal override int Count(LogEvent inner) => Choose(inner) is { } source ? inner.Count(source) : 0;

    internal override FieldValue Value(LogEvent inner, int index) =>
        Choose(inner) is { } source ? inner.Value(source, index) : FieldValue.Missing;

    private FieldId? Choose(LogEvent inner)
    {
        foreach (FieldId source in sources)
        {
            int count = inner.Count(source);
            if (count > 1 || (count == 1 && !(isBlankAbsent && IsBlank(inner.Value(source)))))
            {
                return source;
            }
        }

        return null;
    }
}
