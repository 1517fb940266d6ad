using Cordon.Events;
using Cordon.Sigma.LogSources.Conversions;

namespace Cordon.Sigma.LogSources;

/// <summary>One made field of a target: takes its values from the event that is shown.</summary>
internal abstract class MappedField(string name)
{
    internal string Name { get; } = name;

    /// <summary>The fields of the event that decide what the made one holds; nothing else of the event does.</summary>
    internal FieldId[] Sources { get; private set; } = [];

    internal abstract int Count(LogEvent inner);

    /// <summary>Missing where <paramref name="index"/> is not below <see cref="Count"/>.</summary>
    internal abstract FieldValue Value(LogEvent inner, int index);

    /// <summary>Whether its one value may be a text that the event itself does not hold.</summary>
    internal virtual bool IsNewText => true;

    /// <summary>How many values there are, and the first.</summary>
    internal virtual int Read(LogEvent inner, out FieldValue first)
    {
        int count = Count(inner);
        first = count > 0 ? Value(inner, 0) : FieldValue.Missing;
        return count;
    }

    /// <summary>Drops what was kept of the event before.</summary>
    internal virtual void Forget() { }

    internal static MappedField Of(FieldMapping mapping, FieldTable fields, bool isBlankAbsent)
    {
        FieldId[] sources = [.. mapping.Sources.Select(fields.Intern)];
        MappedField made = mapping.Conversion switch
        {
            FieldConversion.Constant => new ConstantField(mapping.Name, mapping.Constant),
            FieldConversion.Decimal => new NumberField(mapping.Name, sources, isHexadecimal: false),
            FieldConversion.Hexadecimal => new NumberField(mapping.Name, sources, isHexadecimal: true),
            FieldConversion.Account => new AccountField(mapping.Name, sources),
            FieldConversion.IntegrityLevel => new IntegrityLevelField(mapping.Name, sources),
            FieldConversion.RegistryPath => new RegistryPathField(mapping.Name, sources),
            FieldConversion.RegistryDetails => new RegistryDetailsField(mapping.Name, sources),
            FieldConversion.DefenderPaths => new DefenderPathsField(mapping.Name, sources),
            _ => new RenamedField(mapping.Name, sources, isBlankAbsent),
        };
        made.Sources = sources;
        return made;
    }

    /// <summary>Whether a value says nothing: missing, null, empty, or the dash that Windows writes for "none".</summary>
    internal static bool IsBlank(FieldValue value) => value.Text is "" or "-";
}
