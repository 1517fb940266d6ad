using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>A key by its kernel name and a value's name, as Sysmon writes them in one.</summary>
internal sealed class RegistryPathField(string name, FieldId[] sources) : WrittenField(name)
{
    private const string Machine = @"\REGISTRY\MACHINE\";
    private const string Users = @"\REGISTRY\USER\";
    private const string FirstControlSet = @"SYSTEM\ControlSet001\";

    protected override bool TryWrite(LogEvent inner)
    {
        ReadOnlySpan<char> key = inner.Value(sources[0]).Text;
        FieldValue valueName = inner.Value(sources[1]);
        if (IsBlank(valueName))
        {
            return false;
        }

        if (key.StartsWith(Machine, StringComparison.OrdinalIgnoreCase))
        {
            key = key[Machine.Length..];
            Append(@"HKLM\");
            // The set in use is nearly always the first, and Sysmon names it by the link to it.
            if (key.StartsWith(FirstControlSet, StringComparison.OrdinalIgnoreCase))
            {
                key = key[FirstControlSet.Length..];
                Append(@"System\CurrentControlSet\");
            }
        }
        else if (key.StartsWith(Users, StringComparison.OrdinalIgnoreCase))
        {
            key = key[Users.Length..];
            Append(@"HKU\");
        }
        else
        {
            return false;
        }

        Append(key);
        Append(@"\");
        Append(valueName.Text);
        return true;
    }
}
