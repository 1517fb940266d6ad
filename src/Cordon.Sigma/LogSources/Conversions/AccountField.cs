using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>
/// The first account that has a name, as <c>DOMAIN\name</c>. Audit events give the system's own accounts the name of the
/// computer (<c>WORKGROUP\HOST$</c>) where Sysmon gives them theirs, so those are told by their SID.
/// </summary>
internal sealed class AccountField(string name, FieldId[] sources) : WrittenField(name)
{
    protected override bool TryWrite(LogEvent inner)
    {
        for (int i = 0; i + 2 < sources.Length; i += 3)
        {
            string? known = inner.Value(sources[i]).Text switch
            {
                "S-1-5-18" => @"NT AUTHORITY\SYSTEM",
                "S-1-5-19" => @"NT AUTHORITY\LOCAL SERVICE",
                "S-1-5-20" => @"NT AUTHORITY\NETWORK SERVICE",
                _ => null,
            };
            if (known is not null)
            {
                Append(known);
                return true;
            }

            FieldValue account = inner.Value(sources[i + 2]);
            if (IsBlank(account))
            {
                continue;
            }

            FieldValue domain = inner.Value(sources[i + 1]);
            if (!IsBlank(domain))
            {
                Append(domain.Text);
                Append(@"\");
            }

            Append(account.Text);
            return true;
        }

        return false;
    }
}
