using Cordon.Reporting.Answers;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Stix;

/// <summary>The organisation whose logs were read, as an identity.</summary>
internal static class IdentityObject
{
    /// <summary>Writes it, unless it was written already, and gives its identifier.</summary>
    public static string Write(StixWriter stix, string organisation)
    {
        string id = StixId.OfOwn("identity", organisation);
        if (stix.IsNew(id))
        {
            stix.StartTimeless("identity", id);
            stix.Json.WriteString("name", SafeText.OneLine(AnswerMaker.NameOf(organisation), 300));
            stix.Json.WriteString("identity_class", "organization");
            stix.End();
        }

        return id;
    }
}
