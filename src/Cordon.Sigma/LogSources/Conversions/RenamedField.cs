using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>The values of the first source field that the event has.</summary>
internal sealed class RenamedField(string name, FieldId[] sources, bool isBlankAbsent) : MappedField(name)
{
    internal override bool IsNewText => false;

    internal override int Count(LogEvent inner) => Read(inner, out _, out _);

    internal override FieldValue Value(LogEvent inner, int index)
    {
        int count = Read(inner, out FieldId source, out FieldValue first);
        return index == 0 || count == 0 ? first : inner.Value(source, index);
    }

    internal override int Read(LogEvent inner, out FieldValue first) => Read(inner, out _, out first);

    private int Read(LogEvent inner, out FieldId source, out FieldValue first)
    {
        foreach (FieldId candidate in sources)
        {
            int count = inner.Read(candidate, out first);
            if (count > 1 || (count == 1 && !(isBlankAbsent && IsBlank(first))))
            {
                source = candidate;
                return count;
            }
        }

        source = default;
        first = FieldValue.Missing;
        return 0;
    }
}
