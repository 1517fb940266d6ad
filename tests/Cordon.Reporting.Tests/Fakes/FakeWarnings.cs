using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Tests.Fakes;

/// <summary>Warnings of the first incident of the fake reports' maker, and of the laboratory's, where every text is an attacker's.</summary>
internal static class FakeWarnings
{
    public const string Supplier = "Example Cold Chain";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Warning> Of(IReadOnlyList<OrganisationReport> reports) =>
        [
            Warning(
                "1",
                reports[0].Incidents[0],
                "Glassworks",
                Reason(
                    WarningReasonKind.Correspondence,
                    0.63,
                    "a.meyer@maker.example wrote with them.",
                    reports[0].Incidents[0]
                )
            ),
            Warning(
                "2",
                reports[0].Incidents[0],
                Supplier,
                Reason(
                    WarningReasonKind.MailSent,
                    0.92,
                    "a.meyer@maker.example sent them 3 mails.",
                    reports[0].Incidents[0]
                )
            ) with
            {
                IsForRecipientOnly = true,
                Recipient = new Supplier(Supplier, ["coldchain.example"], [])
                {
                    Contact = "security@coldchain.example",
                },
            },
            .. Hostile.All.Select(
                (text, i) =>
                    Warning(
                        $"{i + 3:x}",
                        reports[1].Incidents[i % 4],
                        text,
                        Reason((WarningReasonKind)(i % 8), 0.5, text, reports[1].Incidents[i % 4])
                    ) with
                    {
                        Recipient = new Supplier(text, [], []) { Contact = text },
                    }
            ),
        ];

    private static Warning Warning(string id, Incident incident, string recipient, params WarningReason[] reasons) =>
        new()
        {
            Id = id.PadLeft(8, '0').PadRight(32, '0'),
            IncidentId = incident.Id,
            Organisation = incident.Organisation,
            Recipient = new Supplier(recipient, [], []),
            Reasons = reasons,
            First = incident.First,
            Last = incident.Last,
            Until = incident.Last.AddDays(90),
            What = "Passwords were guessed.",
            Actions = ["Look."],
            Likelihood = reasons[0].Probability,
            Confidence = incident.Confidence,
            Grade = "C2",
            IsForRecipientOnly = false,
        };

    private static WarningReason Reason(
        WarningReasonKind kind,
        double probability,
        string statement,
        Incident incident
    ) =>
        new()
        {
            Kind = kind,
            Statement = statement,
            Told = "Something.",
            Probability = probability,
            Findings = [incident.Findings[0].Id],
            Events = [incident.Findings[0].Event],
            EventCount = 3,
        };
}
