using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Evidence;

/// <summary>Reasons that lie in mail: sent with an account that was broken into, read in its mailbox, lures that come from a supplier or look as if they did.</summary>
internal static class MailReasons
{
    // Start values: what a reason is worth where the logs do not tie it to the attacker himself. docs/warnings.md says so.
    private const double Untied = 0.5;
    private const double Readable = 0.65;
    private const double Vouched = 0.85;
    private const double VouchedByOthers = 0.6;
    private static readonly TimeSpan Past = TimeSpan.FromDays(90);

    public static IEnumerable<WarningReason> Of(
        SupplierTraffic traffic,
        Footprint footprint,
        IReadOnlyList<Mail> lures,
        WarningInput input
    )
    {
        var maker = new ReasonMaker(footprint);
        foreach (
            WarningReason? reason in (WarningReason?[])
                [
                    Sent(traffic, footprint, input, maker),
                    FromDomain(traffic, footprint, lures, input.Report.Organisation, maker),
                    Correspondence(traffic, footprint, input, maker),
                    Addressed(traffic, footprint, lures, maker),
                    Borrowed(traffic, footprint, lures, input.Report.Organisation, maker),
                ]
        )
        {
            if (reason is not null)
            {
                yield return reason;
            }
        }
    }

    private static WarningReason? Sent(
        SupplierTraffic traffic,
        Footprint footprint,
        WarningInput input,
        ReasonMaker maker
    )
    {
        (Mail Mail, ReachedAccount Account)[] sent =
        [
            .. traffic
                .To.Select(m => (Mail: m, Account: footprint.ReachedAt(m.From, m.Time)))
                .Where(static p => p.Account is not null)
                .Select(static p => (p.Mail, p.Account!)),
        ];
        if (sent.Length == 0)
        {
            return null;
        }

        (Mail Mail, ReachedAccount Account)[] tied =
        [
            .. sent.Where(p => footprint.Citing(p.Mail).Count > 0 || IsBySession(p.Mail, footprint, input.Actions)),
        ];
        bool isTied = tied.Length > 0;
        (Mail Mail, ReachedAccount Account)[] told = isTied ? tied : sent;
        double probability = told.Max(static p => p.Account.Probability) * (isTied ? 1 : Untied);
        DateTime first = told.Min(static p => p.Mail.Time);
        DateTime last = told.Max(static p => p.Mail.Time);
        string count = Told.Count(
            told.Select(static p => Key(p.Mail)).Distinct(StringComparer.Ordinal).Count(),
            "mail"
        );
        string when = Told.When(first, last);
        string accounts = Told.List(told.Select(static p => p.Mail.From));
        return maker.Make(
            WarningReasonKind.MailSent,
            [.. told.Select(static p => p.Mail)],
            probability,
            isTied
                ? $"{accounts} sent {count} to {traffic.Names.Supplier.Name} {when} while somebody else had the account; findings or his own session name them."
                : $"{accounts} sent {count} to {traffic.Names.Supplier.Name} {when} while somebody else had the account; who wrote them can't be told.",
            isTied
                ? $"{count} from our domain went to you {when}, sent by somebody who had broken into an account of ours."
                : $"{count} from our domain went to you {when} from an account of ours that somebody else had broken into; we can't tell whether its owner wrote them."
        );
    }

    private static bool IsBySession(Mail mail, Footprint footprint, IReadOnlyList<AccountAction> actions) =>
        actions.Any(a =>
            a.Kind == AccountActionKind.MailSend
            && (a.Account.Equals(mail.From, StringComparison.OrdinalIgnoreCase) || a.Target == mail.From)
            && (footprint.IsFrom(a.Address) || footprint.IsSession(a.Session))
            && (a.Time - mail.Time).Duration() <= TimeSpan.FromMinutes(5)
            && (
                a.Items.Count == 0
                || a.Items.Any(i =>
                    (mail.MessageId.Length > 0 && i.Contains(mail.MessageId, StringComparison.OrdinalIgnoreCase))
                    || (mail.Subject.Length > 0 && i.Contains(mail.Subject, StringComparison.OrdinalIgnoreCase))
                )
            )
        );

    private static WarningReason? FromDomain(
        SupplierTraffic traffic,
        Footprint footprint,
        IReadOnlyList<Mail> lures,
        Organisation organisation,
        ReasonMaker maker
    )
    {
        (Mail Mail, bool IsTrusted)[] vouched =
        [
            .. lures
                .Where(m => traffic.Names.IsMailbox(m.From))
                .Select(m => (Mail: m, Checks: TrustedChecks.Of(m, organisation)))
                .Where(static p => p.Checks.Vouches)
                .Select(static p => (p.Mail, p.Checks.IsTrusted)),
        ];
        if (vouched.Length == 0)
        {
            return null;
        }

        bool isTrusted = vouched.Any(static p => p.IsTrusted);
        Mail[] mails = [.. vouched.Select(static p => p.Mail)];
        string when = Told.When(mails.Min(static m => m.Time), mails.Max(static m => m.Time));
        string by = isTrusted ? "our own mail server's checks" : "the checks that are written in it";
        return maker.Make(
            WarningReasonKind.LureFromDomain,
            mails,
            footprint.Incident.Probability * (isTrusted ? Vouched : VouchedByOthers),
            $"A lure came from {Told.List(mails.Select(static m => m.From))} {when} and passed {by}: somebody may have broken into that mailbox.",
            $"A lure came to us from your domain {when} and passed {by}. Somebody may have broken into a mailbox of yours, or into a service that sends mail for you."
        );
    }

    private static WarningReason? Correspondence(
        SupplierTraffic traffic,
        Footprint footprint,
        WarningInput input,
        ReasonMaker maker
    )
    {
        List<Mail> mails = [];
        HashSet<ReachedAccount> accounts = [];
        foreach (ReachedAccount account in footprint.Reached)
        {
            DateTime end = account.IsContained ? account.Until : footprint.Incident.Last;
            foreach (Mail mail in traffic.From.Concat(traffic.To))
            {
                bool isNear = mail.Time <= end && mail.Time >= account.From - Past;
                if (
                    isNear
                    && footprint.Citing(mail).Count == 0
                    && (account.Is(mail.From) || mail.Recipients.Any(account.Is))
                )
                {
                    mails.Add(mail);
                    accounts.Add(account);
                }
            }
        }

        if (mails.Count == 0)
        {
            return null;
        }

        AccountAction[] reads =
        [
            .. input.Actions.Where(a =>
                a.Kind is AccountActionKind.MailRead or AccountActionKind.MailSync or AccountActionKind.MailSearch
                && accounts.Any(r => r.Is(a.Target.Length > 0 ? a.Target : a.Account))
                && (footprint.IsFrom(a.Address) || footprint.IsSession(a.Session))
            ),
        ];
        mails.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        double probability = accounts.Max(static a => a.Probability) * (reads.Length > 0 ? 1 : Readable);
        string names = Told.List(accounts.Select(static a => a.Target.Observable.Value));
        int count = mails.Select(Key).Distinct(StringComparer.Ordinal).Count();
        string had = Told.Time(accounts.Min(static a => a.From));
        return maker.Make(
            WarningReasonKind.Correspondence,
            [.. reads, .. mails],
            probability,
            $"{names} was broken into from {had} on and holds {Told.Count(count, "mail")} from or to {traffic.Names.Supplier.Name} of the 90 days before"
                + (reads.Length > 0 ? "; the attacker read mail there." : "."),
            $"A mailbox of ours in which there is mail from or to you was in somebody else's hands from {had} on"
                + (reads.Length > 0 ? ", who read mail in it." : "; what is in it may have been read."),
            accounts.SelectMany(static a => a.Target.Evidence).SelectMany(static e => e.Findings)
        );
    }

    private static WarningReason? Addressed(
        SupplierTraffic traffic,
        Footprint footprint,
        IReadOnlyList<Mail> lures,
        ReasonMaker maker
    )
    {
        Mail[] mails = [.. lures.Where(m => m.Recipients.Any(traffic.Names.IsMailbox))];
        return mails.Length == 0
            ? null
            : maker.Make(
                WarningReasonKind.Addressed,
                mails,
                footprint.Incident.Probability,
                $"A lure was addressed to {traffic.Names.Supplier.Name} too, {Told.When(mails[0].Time, mails[^1].Time)}.",
                $"A lure that came to us {Told.When(mails[0].Time, mails[^1].Time)} was addressed to your domain too."
            );
    }

    private static WarningReason? Borrowed(
        SupplierTraffic traffic,
        Footprint footprint,
        IReadOnlyList<Mail> lures,
        Organisation organisation,
        ReasonMaker maker
    )
    {
        Mail[] mails = [.. lures.Where(m => Borrows(m, traffic.Names, organisation))];
        return mails.Length == 0
            ? null
            : maker.Make(
                WarningReasonKind.NameBorrowed,
                mails,
                footprint.Incident.Probability,
                $"A lure from {Told.List(mails.Select(static m => m.From))} {Told.When(mails[0].Time, mails[^1].Time)} poses as {traffic.Names.Supplier.Name}.",
                $"A lure that came to us {Told.When(mails[0].Time, mails[^1].Time)} poses as you, by the name that it shows or by a domain that is or looks like yours."
            );
    }

    private static bool Borrows(Mail mail, SupplierNames names, Organisation organisation) =>
        names.IsMailbox(mail.From)
            ? TrustedChecks.Of(mail, organisation).Denies
            : names.IsNamedIn(mail.FromName)
                || names.LooksLike(DomainNames.OfAddress(mail.From))
                || names.LooksLike(DomainNames.OfAddress(mail.ReplyTo))
                || mail.Links.Any(l => names.LooksLike(DomainNames.OfLink(l.Target)));

    private static string Key(Mail mail) =>
        mail.MessageId.Length > 0 ? mail.MessageId : $"{mail.Origin.Source}:{mail.Origin.Position}";
}
