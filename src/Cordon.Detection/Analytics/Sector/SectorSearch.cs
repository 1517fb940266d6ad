using Cordon.Detection.Analytics.Phishing;
using Cordon.Detection.Analytics.Phishing.Evidence;
using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Sector;

/// <summary>Looks through what was done at one organisation for what attackers used at others.</summary>
internal sealed class SectorSearch
{
    private readonly ActivityTimeline _timeline;
    private readonly AnalyticSettings _settings;
    private readonly SectorKnowledge _knowledge;
    private readonly TimeSpan _apart;
    private readonly FindingMaker _maker;
    private readonly HashSet<Observable> _told;
    private readonly CorrelationFacts[] _guessing;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(72);

    public SectorSearch(
        ActivityTimeline timeline,
        AnalyticSettings settings,
        SectorKnowledge knowledge,
        IReadOnlyList<Finding> findings
    )
    {
        (_timeline, _settings, _knowledge) = (timeline, settings, knowledge);
        _apart = TimeSpan.FromDays(settings["sector.days"]);
        _maker = new FindingMaker(settings);
        _told =
        [
            .. findings
                .Where(f => f.Rule.Level >= Level.Medium)
                .SelectMany(f => f.Entities)
                .Where(e => e.Role == EntityRole.Source || e.Observable.Kind == ObservableKind.Message)
                .Select(e => e.Observable),
        ];
        _guessing =
        [
            .. findings
                .Where(f => f.Rule.Techniques.Any(t => t.StartsWith("T1110", StringComparison.Ordinal)))
                .Select(f => f.Correlation)
                .OfType<CorrelationFacts>(),
        ];
    }

    /// <summary>Mails of a sender or domain that sent lures elsewhere, one finding for each sender.</summary>
    public IEnumerable<Finding> Mails(CancellationToken cancel)
    {
        if (!_timeline.Mails.Any(IsCandidate))
        {
            yield break;
        }

        PhishingStudy study = PhishingStudy.Of(_timeline, _settings, cancel);
        var history = new ContactHistory(_timeline.Mails, _timeline.Organisation, study.Suffixes);
        foreach (
            IGrouping<string, MailScore> sender in study
                .Scores.Where(s => s.Group.Mails.Any(IsCandidate) && !IsKnownHere(s, history, study.Suffixes))
                .GroupBy(s => s.Group.Mail.From, StringComparer.Ordinal)
        )
        {
            MailScore[] scores = [.. sender];
            Mail[] mails = [.. scores.SelectMany(s => s.Group.Mails).OrderBy(m => m.Time)];
            yield return _maker.Make(
                FindingMaker.Rule(
                    "sector-lure",
                    "Mail of a sender of lures",
                    Level.Medium,
                    PhishingFacts.TechniquesOf(scores[0])
                ),
                mails,
                scores.SelectMany(PhishingFacts.EntitiesOf),
                $"{Words.Count(scores.Length, "mail")} of {Words.Cut(sender.Key)}"
                    + $" to {Words.Count(scores.SelectMany(s => s.Group.Recipients).Distinct(StringComparer.Ordinal).Count(), "recipient")}:"
                    + " that sender, or its domain, sent a lure to another of the organisations that were scanned.",
                ("sender", sender.Key),
                ("subject", Words.Cut(scores[0].Group.Mail.Subject))
            );
        }
    }

    /// <summary>Sign-ins from an address that attacked elsewhere: one finding for each address that got in, one for all tries of the same days that did not.</summary>
    public IEnumerable<Finding> SignIns(CancellationToken cancel)
    {
        if (!_timeline.SignIns.Any(s => Sighting(s) is not null))
        {
            yield break;
        }

        SignInStudy study = SignInStudy.Of(_timeline, _settings, cancel);
        Attempt[] all = [.. study.Attempts.Where(a => Sighting(a.Source) is not null && IsStrange(study, a))];
        foreach (IGrouping<int, Attempt> place in all.Where(a => a.IsSuccess).GroupBy(a => a.Address))
        {
            yield return Tell([.. place], "sector-sign-in", "Sign-in from an attacker's address", "T1078");
        }

        // What was only suspected elsewhere makes a failure no more than that, and those beside an attack that is told are of that attack.
        List<Attempt> row = [];
        foreach (
            Attempt attempt in all.Where(a =>
                !a.IsSuccess && Sighting(a.Source) is { IsTold: true } && !IsBesideGuessing(a.Time)
            )
        )
        {
            if (row.Count > 0 && attempt.Time - row[^1].Time > Pause)
            {
                yield return Tell(row, "sector-tries", "Sign-ins tried from an attacker's address", "T1110");
                row = [];
            }

            row.Add(attempt);
        }

        if (row.Count > 0)
        {
            yield return Tell(row, "sector-tries", "Sign-ins tried from an attacker's address", "T1110");
        }
    }

    private Finding Tell(IReadOnlyList<Attempt> attempts, string rule, string title, string technique)
    {
        SignIn[] signIns = [.. attempts.Select(a => a.Source)];
        string[] accounts = [.. signIns.Select(s => s.Account).Distinct(StringComparer.Ordinal)];
        string[] addresses = [.. signIns.Select(s => s.Address).Distinct(StringComparer.Ordinal)];
        bool isTold = signIns.Any(s => Sighting(s) is { IsTold: true });
        return _maker.Make(
            FindingMaker.Rule(rule, title, Level.Medium, technique),
            signIns,
            FindingMaker.PlacesOf(signIns),
            $"{Words.Cut(string.Join(", ", addresses.Take(3)))} {(rule == "sector-tries" ? "tried" : "signed in with")} {Words.Count(accounts.Length, "account")}"
                + $" ({Words.Cut(string.Join(", ", accounts.Take(3)))}) that never came from there; "
                + (
                    isTold
                        ? "the same attacked another of the organisations that were scanned."
                        : "the same was as strange at another of the organisations that were scanned, with other accounts."
                ),
            ("address", signIns[0].Address)
        );
    }

    private SectorSighting? Sighting(SignIn signIn) =>
        _told.Contains(new Observable(ObservableKind.Address, signIn.Address))
            ? null
            : _knowledge.Elsewhere(_timeline.Organisation, ObservableKind.Address, signIn.Address, signIn.Time, _apart);

    private bool IsBesideGuessing(DateTime time) =>
        Array.Exists(_guessing, g => time >= g.First - Pause && time <= g.Last + Pause);

    private static bool IsStrange(SignInStudy study, Attempt attempt) =>
        attempt.IsSuccess || attempt.IsExposed
            ? !study.Judge.IsHabitual(attempt, null)
            : attempt.IsFailure && attempt.Strangeness >= 0.5;

    private bool IsCandidate(Mail mail) =>
        mail.IsInternal != true
        && !_told.Contains(new Observable(ObservableKind.Message, mail.MessageId))
        && (
            Seen(ObservableKind.EmailAddress, mail.From, mail.Time)
            || (
                DomainName.OfAddress(mail.From) is { Length: > 0 } domain
                && !FreeMail.Is(domain)
                && Seen(ObservableKind.Domain, domain, mail.Time)
            )
        );

    private bool Seen(ObservableKind kind, string value, DateTime time) =>
        _knowledge.Elsewhere(_timeline.Organisation, kind, value, time, _apart) is { IsTold: true };

    // Suppliers' mailboxes are taken too; what they sent before and after is theirs.
    private bool IsKnownHere(MailScore score, ContactHistory history, PublicSuffixes suffixes)
    {
        Mail mail = score.Group.Mail;
        string domain = suffixes.OrganisationOf(DomainName.OfAddress(mail.From));
        return history.WasWrittenTo(mail.From, domain, mail.Time)
            || history.Before(mail.From, mail.Time).Days >= _settings["mail.habit-days"]
            || _timeline.Organisation.Suppliers.Any(s => s.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase));
    }
}
