using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.FollowOns;

/// <summary>Consents to an application that is new to the organisation and may read or send mail or files.</summary>
internal sealed class ConsentPhishingAnalytic : IAnalytic
{
    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var maker = new FindingMaker(settings);
        foreach (
            IGrouping<string, AccountAction> application in timeline
                .Actions.Where(a => a.Kind == AccountActionKind.Consent && a.HasSucceeded && a.Application.Length > 0)
                .GroupBy(a => a.Application, StringComparer.OrdinalIgnoreCase)
        )
        {
            cancel.ThrowIfCancellationRequested();
            List<AccountAction> consents = [.. application];
            bool isApproved = consents.Exists(c => Administrators.Includes(timeline.Organisation, c.Account));
            if (isApproved || !IsShortLived(consents, settings) || !consents.Exists(c => Scopes.AreBroad(c.Detail)))
            {
                continue;
            }

            List<AccountAction> broad = [.. consents.Where(c => Scopes.AreBroad(c.Detail))];
            yield return maker.Make(
                FindingMaker.Rule(
                    "consent-phishing",
                    "Consent to a new application with broad rights",
                    broad.Count > 1 ? Level.High : Level.Medium,
                    "T1528",
                    "T1098.003"
                ),
                broad,
                [
                    .. broad.Select(c => FindingMaker.Account(c.Account)),
                    .. broad.Select(c => FindingMaker.Source(ObservableKind.Address, c.Address)),
                    FindingMaker.Related(ObservableKind.Application, application.Key),
                ],
                $"{Words.Count(broad.Select(c => c.Account).Distinct(StringComparer.Ordinal).Count(), "account")} gave '{Words.Cut(application.Key)}',"
                    + $" which nobody had consented to before, the rights {Words.Cut(Scopes.Of(broad[0].Detail))} within {Words.Span(broad[^1].Time - broad[0].Time)}.",
                ("application", application.Key)
            );
        }
    }

    // An application that people take up all month is one that the organisation works with.
    private static bool IsShortLived(List<AccountAction> consents, AnalyticSettings settings) =>
        (consents[^1].Time - consents[0].Time).TotalDays <= settings["consent-phishing.days"];
}
