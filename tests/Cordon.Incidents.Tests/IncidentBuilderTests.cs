using Cordon.Events.Organisations;

namespace Cordon.Incidents.Tests;

public sealed class IncidentBuilderTests
{
    [Fact]
    public void Where_nothing_was_found_there_is_no_incident()
    {
        OrganisationReport report = IncidentBuilder.Build(
            new IncidentInput
            {
                Organisation = Organisation.Unnamed,
                Findings = [],
                Coverage = [],
            },
            TestContext.Current.CancellationToken
        );
        Assert.Empty(report.Incidents);
    }
}
