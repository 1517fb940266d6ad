using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>The same text for every event.</summary>
internal sealed class ConstantField(string name, string text) : MappedField(name)
{
    internal override int Count(LogEvent inner) => 1;

    internal override FieldValue Value(LogEvent inner, int index) =>
        index == 0 ? FieldValue.FromText(text) : FieldValue.Missing;
}
