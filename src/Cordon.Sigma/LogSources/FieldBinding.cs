using Cordon.Events;

namespace Cordon.Sigma.LogSources;

/// <summary>A target's made fields, found by field id.</summary>
internal sealed class FieldBinding
{
    private readonly MappedField?[] _byField;

    internal FieldBinding(LogSourceTarget target, FieldTable fields)
    {
        target.Intern(fields);
        Made = [.. target.Fields.Select(mapping => MappedField.Of(mapping, fields, target.IsAbsentUnknown))];
        int highest = -1;
        foreach (FieldMapping mapping in target.Fields)
        {
            highest = Math.Max(highest, fields.Intern(mapping.Name).Value);
        }

        _byField = new MappedField?[highest + 1];
        foreach (MappedField made in Made)
        {
            _byField[fields.Intern(made.Name).Value] = made;
        }
    }

    /// <summary>In the map's order.</summary>
    internal MappedField[] Made { get; }

    internal MappedField? Find(FieldId field) =>
        (uint)field.Value < (uint)_byField.Length ? _byField[field.Value] : null;

    /// <summary>To be called when another event is shown.</summary>
    internal void Forget()
    {
        foreach (MappedField made in Made)
        {
            made.Forget();
        }
    }
}
