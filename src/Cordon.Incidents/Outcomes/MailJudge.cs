using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Coverage;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Says what came of lures that were sent to a recipient: stopped, delivered, followed, something sent to the lure's server.</summary>
internal static class MailJudge
{
    private static readonly TimeSpan VisitWindow = TimeSpan.FromDays(7);
    private static readonly TimeSpan CopyWindow = TimeSpan.FromHours(1);
    private static readonly HashSet<string> ActiveKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe",
        "lnk",
        "iso",
        "img",
        "vhd",
        "js",
        "vbs",
        "hta",
        "ole",
        "one",
        "zip",
        "encrypted-zip",
        "rar",
        "7z",
        "doc",
        "docm",
        "xlsm",
        "msi",
        "script",
    };

    /// <summary>Judges; to be called before the recipient's sign-ins are, which look at what was sent to the lure's server.</summary>
    public static void Judge(TargetCase target, Judgement judgement)
    {
        Mail[] lures = [.. judgement.Index.MailsTo(target.Target.Value).Where(m => IsLure(m, judgement))];
        if (lures.Length == 0)
        {
            return;
        }

        Mail[] stopped = [.. lures.Where(m => IsStopped(m.Status))];
        Mail[] arrived = [.. lures.Where(m => !IsStopped(m.Status) && !IsCopyOfStopped(m, lures))];
        target.FirstTry = lures[0].Time;
        Tell(target, stopped, Outcome.Blocked, judgement.Draft);
        Tell(target, arrived, Outcome.Unknown, judgement.Draft);
        if (arrived.Length == 0)
        {
            target.Conclude(Outcome.Blocked);
            return;
        }

        HashSet<string> domains = LureDomains(arrived, judgement);
        Visits visits = Look(target, arrived, domains, judgement);
        Conclude(target, arrived, domains, visits, judgement);
    }

    // A supplier whose mailbox was taken goes on writing ordinary mails: only what is called the same is the same lure.
    private static bool IsLure(Mail mail, Judgement judgement) =>
        judgement.Draft.Citing(mail.Origin).Count > 0
        || judgement.Draft.Knows(ObservableKind.Message, mail.MessageId)
        || (
            judgement.Lures.Contains((mail.From, mail.Subject))
            && mail.Time >= judgement.Draft.First.AddHours(-1)
            && mail.Time <= judgement.Draft.Last.AddHours(1)
        );

    private static bool IsStopped(MailStatus status) =>
        status is MailStatus.Quarantined or MailStatus.Failed or MailStatus.Removed or MailStatus.Junk;

    // A mail's own file does not say what became of it; a trace of the same mail may.
    private static bool IsCopyOfStopped(Mail mail, Mail[] lures) =>
        mail.Status == MailStatus.Unknown
        && lures.Where(m => m.Status != MailStatus.Unknown && IsSame(m, mail)).ToArray() is { Length: > 0 } told
        && told.All(m => IsStopped(m.Status));

    private static bool IsSame(Mail one, Mail other) =>
        one.MessageId.Length > 0 && other.MessageId.Length > 0
            ? one.MessageId == other.MessageId
            : one.From == other.From
                && one.Subject == other.Subject
                && (one.Time - other.Time).Duration() <= CopyWindow;

    private static HashSet<string> LureDomains(IEnumerable<Mail> mails, Judgement judgement)
    {
        HashSet<string> domains = new(StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> urls = mails
            .SelectMany(m => m.Links)
            .Select(l => l.Target)
            .Concat(judgement.Draft.AllOf(ObservableKind.Url));
        foreach (string url in urls)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0)
            {
                domains.Add(uri.Host.ToLowerInvariant());
            }
        }

        domains.UnionWith(judgement.Draft.AllOf(ObservableKind.Domain));
        domains.RemoveWhere(d => judgement.Life.Rarity(new Observable(ObservableKind.Domain, d)) <= 0);
        return domains;
    }

    private static Visits Look(TargetCase target, Mail[] arrived, HashSet<string> domains, Judgement judgement)
    {
        var visits = new Visits();
        DateTime from = arrived.Min(m => m.Time);
        DateTime until = arrived.Max(m => m.Time) + VisitWindow;
        bool isOnlyRecipient =
            arrived.All(m => m.Recipients.Count == 1) && judgement.Draft.Entities.Count(IsMailbox) == 1;
        // A trace tells the sender's domain and no links, and a lure's pages are often below that. What people asked for before the mail came is not the lure's.
        IEnumerable<string> hosts = domains
            .Concat(domains.SelectMany(d => judgement.Index.NewHostsBelow(d, from)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal);
        foreach (string host in hosts)
        {
            foreach (WebRequest request in judgement.Index.RequestsOf(host))
            {
                if (request.Time < from || request.Time > until)
                {
                    continue;
                }

                if (!isOnlyRecipient && !IsBy(target, request, judgement, out bool isOther))
                {
                    visits.IsUntold |= !isOther;
                    continue;
                }

                visits.Add(request);
            }
        }

        return visits;
    }

    private static bool IsMailbox(KeyValuePair<Observable, (EntityRole Role, long Count)> entity) =>
        entity.Value.Role == EntityRole.Target
        && entity.Key.Kind is ObservableKind.EmailAddress or ObservableKind.Account;

    /// <summary>Whether a request was the recipient's, by its account or because he signs in from that client.</summary>
    private static bool IsBy(TargetCase target, WebRequest request, Judgement judgement, out bool isOther)
    {
        string account = judgement.Names.Of(
            request.Account.Length > 0 ? request.Account : judgement.Index.OwnerOf(request.Client, request.Time)
        );
        isOther = account.Length > 0 && account != target.Target.Value;
        if (account.Length > 0)
        {
            return !isOther;
        }

        string client = EntityExtractor.HostName(request.Client);
        return client.Length > 0
            && judgement
                .Index.SignInsOf(target.Target.Value)
                .Any(s =>
                    s.Verdict == SignInVerdict.Succeeded
                    && (s.Time - request.Time).Duration() <= VisitWindow
                    && (
                        s.Address == request.Client
                        || EntityExtractor.HostName(s.Host) == client
                        || EntityExtractor.HostName(s.UserAgent) == client
                    )
                    && !judgement.Life.IsSharedHost(client)
                );
    }

    private static void Conclude(
        TargetCase target,
        Mail[] arrived,
        HashSet<string> domains,
        Visits visits,
        Judgement judgement
    )
    {
        if (visits.Sent is { } sent)
        {
            target.Submitted = sent.Time;
            target.Reach(
                Outcome.CredentialExposed,
                3.5,
                $"something was sent to the lure's server {Words.Name(sent.Domain)} {Words.Span(sent.Time - arrived[0].Time)} after the mail came",
                sent.Time,
                [sent.Origin],
                []
            );
            return;
        }

        if (visits.First is { } first)
        {
            target.Tell(
                Outcome.Unknown,
                1,
                $"the lure's domain {Words.Name(first.Domain)} was asked for {Words.Span(first.Time - arrived[0].Time)} after the mail came",
                first.Time,
                [first.Origin],
                []
            );
        }

        if (visits.Blocked is { } blocked)
        {
            target.Tell(
                Outcome.Blocked,
                2,
                $"the request for the lure's domain {Words.Name(blocked.Domain)} was stopped",
                blocked.Time,
                [blocked.Origin],
                []
            );
        }

        bool isCovered = LureCoverage.Check(target, arrived, domains.Count > 0, visits, judgement);
        target.Conclude(
            !isCovered ? Outcome.Unknown
            : visits is { Blocked: not null, First: null } ? Outcome.Blocked
            : Outcome.Failed
        );
    }

    /// <summary>Whether a mail brought something that runs when it is opened.</summary>
    public static bool IsActive(Mail mail) =>
        mail.Attachments.Any(a =>
            ActiveKinds.Contains(a.Kind)
            || a.IsNamedProgram
            || a.Traits.Any(t => t is "macros" or "script" or "executable-inside" or "external-template")
        );

    private static void Tell(TargetCase target, Mail[] mails, Outcome supports, IncidentDraft draft)
    {
        if (mails.Length == 0)
        {
            return;
        }

        Mail first = mails[0];
        string what = first.Status switch
        {
            MailStatus.Quarantined => "was held back",
            MailStatus.Failed => "was refused",
            MailStatus.Removed => "was taken out of the mailbox",
            MailStatus.Junk => "went to the folder for unwanted mail",
            MailStatus.Delivered => "was delivered",
            _ => "lies there; the log does not say whether it was delivered",
        };
        string more = mails.Length > 1 ? $", as one of {mails.Length}" : "";
        target.Tell(
            supports,
            2,
            $"a mail from {Words.Name(first.From)} ('{Words.Name(first.Subject)}') {what}{more}",
            first.Time,
            mails.Select(m => m.Origin),
            mails.SelectMany(m => draft.Citing(m.Origin)).Distinct()
        );
    }
}
