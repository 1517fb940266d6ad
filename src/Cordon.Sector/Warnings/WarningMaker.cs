using System.Security.Cryptography;
using System.Text;
using Cordon.Events.Activities;
using Cordon.Incidents;
using Cordon.Sector.Evidence;
using Cordon.Sector.Privacy;

namespace Cordon.Sector.Warnings;

/// <summary>Decides which suppliers and partners are to be warned of which incidents. Only what the logs show makes a reason; a tie by itself makes none.</summary>
/// <remarks>Pure: the same input gives the same warnings.</remarks>
public static class WarningMaker
{
    private const double LeastProbability = 0.4;
    private const double CertainEnough = 0.95;
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>Makes the warnings of one organisation, in the order of its incidents, of each the most urgent first.</summary>
    /// <param name="input">Incidents and what the logs hold.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for.</exception>
    public static IReadOnlyList<Warning> Make(WarningInput input, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        Incident[] incidents =
        [
            .. input.Report.Incidents.Where(static i =>
                i.Outcome != Outcome.NotAnAttack && i.Probability >= LeastProbability
            ),
        ];
        if (input.Report.Organisation.Suppliers.Count == 0 || incidents.Length == 0)
        {
            return [];
        }

        IReadOnlyList<SupplierTraffic> suppliers = SupplierTraffic.Of(input, cancel);
        Footprint[] footprints = [.. incidents.Select(static i => new Footprint(i))];
        HashSet<EventKey> cited = [.. footprints.SelectMany(static f => f.Cited)];
        Mail[] citedMails = [.. input.Mails.Where(m => cited.Contains(EventKey.Of(m.Origin)))];
        var names = new OwnNames(input);
        var disclosure = new Disclosure(names, new Ordinary(input), [.. suppliers.Select(static s => s.Names)]);
        List<Warning> warnings = [];
        foreach (Footprint footprint in footprints)
        {
            cancel.ThrowIfCancellationRequested();
            Mail[] mails = [.. citedMails.Where(m => footprint.Citing(m).Any(IsAboutMail))];
            Mail[] lures = [.. mails.Where(m => !names.IsOwnDomain(DomainNames.OfAddress(m.From)))];
            List<Warning> own = [];
            foreach (SupplierTraffic supplier in suppliers)
            {
                WarningReason[] reasons =
                [
                    .. MailReasons
                        .Of(supplier, footprint, lures, input)
                        .Concat(SignInReasons.Of(supplier, footprint))
                        .Where(static r => r.Probability >= LeastProbability)
                        .OrderByDescending(static r => r.Probability)
                        .ThenBy(static r => r.Kind),
                ];
                if (reasons.Length > 0)
                {
                    own.Add(Make(footprint, supplier, reasons, mails, disclosure));
                }
            }

            warnings.AddRange(
                own.OrderBy(static w => w.Reasons.Min(static r => r.Kind))
                    .ThenByDescending(static w => w.Likelihood)
                    .ThenBy(static w => w.Recipient.Name, StringComparer.Ordinal)
            );
        }

        return warnings;
    }

    private static Warning Make(
        Footprint footprint,
        SupplierTraffic supplier,
        WarningReason[] reasons,
        IReadOnlyList<Mail> mails,
        Disclosure disclosure
    )
    {
        Incident incident = footprint.Incident;
        IReadOnlyList<Sought> lookFor = disclosure.Observables(footprint, mails, supplier.Names);
        IReadOnlyList<string> subjects = disclosure.Subjects(mails, supplier.Names);
        return new Warning
        {
            Id = IdOf(incident, supplier),
            IncidentId = incident.Id,
            Organisation = incident.Organisation,
            Recipient = supplier.Names.Supplier,
            Reasons = reasons,
            First = incident.First,
            Last = incident.Last,
            Until = incident.Last + Life,
            What = WhatWords.Of(incident),
            LookFor = lookFor,
            Subjects = subjects,
            Actions = ActionWords.Of(reasons, lookFor, subjects),
            Likelihood = reasons[0].Probability,
            Confidence = incident.Confidence,
            Grade = GradeOf(incident.Confidence, reasons[0].Probability),
            IsForRecipientOnly = reasons.Any(static r =>
                r.Kind
                    is WarningReasonKind.AccountUsed
                        or WarningReasonKind.PasswordKnown
                        or WarningReasonKind.LureFromDomain
                        or WarningReasonKind.AccountTried
            ),
        };
    }

    private static bool IsAboutMail(Events.Finding finding) =>
        finding.Rule.Techniques.Any(static t =>
            t.StartsWith("T1566", StringComparison.Ordinal)
            || t.StartsWith("T1598", StringComparison.Ordinal)
            || t.StartsWith("T1534", StringComparison.Ordinal)
        );

    // Reliability: how good the logs are. Credibility: how probable the strongest reason is. Never A or 1 but for what is confirmed.
    private static string GradeOf(string confidence, double probability)
    {
        string reliability = confidence switch
        {
            "high" => "B",
            "moderate" => "C",
            _ => "D",
        };
        string credibility = probability switch
        {
            >= CertainEnough => "1",
            >= 0.7 => "2",
            >= 0.5 => "3",
            _ => "4",
        };
        return reliability + credibility;
    }

    private static string IdOf(Incident incident, SupplierTraffic supplier) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes($"{incident.Organisation}\n{incident.Id}\n{supplier.Names.Supplier.Name}")
            )[..16]
        );
}
