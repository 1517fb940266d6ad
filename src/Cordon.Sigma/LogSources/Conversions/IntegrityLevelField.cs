using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>The word for a mandatory label ([MS-DTYP] 2.4.2.4, S-1-16-…); none for levels that Sysmon has no word for.</summary>
internal sealed class IntegrityLevelField(string name, FieldId[] sources) : MappedField(name)
{
    internal override int Count(LogEvent inner) => Find(inner) is null ? 0 : 1;

    internal override FieldValue Value(LogEvent inner, int index) =>
        index == 0 && Find(inner) is { } level ? FieldValue.FromText(level) : FieldValue.Missing;

    private string? Find(LogEvent inner)
    {
        foreach (FieldId source in sources)
        {
            string? level = inner.Value(source).Text switch
            {
                "S-1-16-0" => "Untrusted",
                "S-1-16-4096" => "Low",
                "S-1-16-8192" => "Medium",
                "S-1-16-12288" => "High",
                "S-1-16-16384" => "System",
                _ => null,
            };
            if (level is not null)
            {
                return level;
            }
        }

        return null;
    }
}
