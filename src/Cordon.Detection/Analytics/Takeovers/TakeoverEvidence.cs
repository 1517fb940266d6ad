using Cordon.Detection.Analytics.Phishing;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Takeovers;

/// <summary>
/// What lies around a strange sign-in and speaks for a taken account. Each piece weighs by how rare it is at this organisation: the logarithm of
/// how much oftener it is met around an attacker's sign-in than around any account on any day.
/// </summary>
internal sealed class TakeoverEvidence
{
    /// <summary>No piece proves more than one in a few hundred.</summary>
    private const double Most = 5;

    private const double AtOnce = 0.25;
    private static readonly TimeSpan Prompted = TimeSpan.FromHours(2);
    private readonly AnalyticSettings _settings;
    private readonly TimeSpan _before;
    private readonly TimeSpan _after;
    private readonly SignInStudy _study;
    private readonly SupplierAccounts _suppliers;
    private readonly Dictionary<string, List<MailScore>> _mails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AccountAction>> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<AccountActionKind, int> _actionDays = [];
    private readonly double[] _scores;
    private readonly double _accountDays;
    private readonly double _promptDays;
    private readonly Dictionary<string, int> _risks = new(StringComparer.Ordinal);
    private readonly int _successes;

    /// <summary>Learns how often each piece is met.</summary>
    public TakeoverEvidence(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        _settings = settings;
        _before = TimeSpan.FromHours(settings["takeover.hours-before"]);
        _after = TimeSpan.FromHours(settings["takeover.hours-after"]);
        _study = SignInStudy.Of(timeline, settings, cancel);
        _suppliers = new SupplierAccounts(timeline.Organisation);
        List<double> scores = [];
        foreach (MailScore mail in PhishingStudy.Of(timeline, settings, cancel).Scores)
        {
            if (mail.Score < settings["takeover.mail-score"] || mail.Group.Mail.IsInternal == true)
            {
                continue;
            }

            foreach (string recipient in mail.Group.Recipients)
            {
                scores.Add(mail.Score);
                Put(_mails, recipient, mail);
                Put(_mails, LocalPart(recipient), mail);
            }
        }

        _scores = [.. scores.Order()];
        HashSet<(string, AccountActionKind, DateTime)> days = [];
        foreach (AccountAction action in timeline.Actions)
        {
            string account = action.Target.Length > 0 ? action.Target : action.Account;
            Put(_actions, account, action);
            if (action.Account.Length > 0 && action.Account != account)
            {
                Put(_actions, action.Account, action);
            }

            if (action.HasSucceeded && days.Add((account, action.Kind, action.Time.Date)))
            {
                _actionDays[action.Kind] = _actionDays.GetValueOrDefault(action.Kind) + 1;
            }
        }

        List<Attempt> attempts = _study.Attempts;
        double span = attempts.Count == 0 ? 1 : Math.Max(1, (attempts[^1].Time - attempts[0].Time).TotalDays);
        _accountDays = Math.Max(1, _study.ByAccount.Count) * span;
        _promptDays = attempts.Where(IsRefusedPrompt).Select(a => (a.Account, a.Time.Date)).Distinct().Count();
        foreach (Attempt attempt in attempts)
        {
            if (attempt.IsSuccess)
            {
                _successes++;
                _risks[attempt.Source.Risk] = _risks.GetValueOrDefault(attempt.Source.Risk) + 1;
            }
        }
    }

    /// <summary>Weighs one sign-in: log-odds that it is an attacker's.</summary>
    public Takeover Weigh(Attempt attempt)
    {
        int pattern = _study.Novelty.PatternOf(attempt);
        // As often as an account is taken, against all successes that are as new as this one.
        double sum =
            Math.Log(_settings["takeover.chance"])
            - Math.Log(Math.Max(1, _study.Novelty.Alike(attempt, pattern) - 0.5));
        var takeover = new Takeover(attempt) { Reasons = [.. Novelty.Tell(pattern)] };
        sum += Supplier(takeover, pattern);
        sum += Mail(takeover);
        sum += Prompts(takeover);
        sum += Risk(takeover);
        sum += Actions(takeover);
        takeover.LogOdds = sum;
        return takeover;
    }

    private double Supplier(Takeover takeover, int pattern)
    {
        if ((pattern & Novelty.Settled) == 0 || !_suppliers.Includes(takeover.SignIn.Account))
        {
            return 0;
        }

        takeover.Reasons.Add("an account of a supplier");
        return _settings["takeover.supplier"];
    }

    private double Mail(Takeover takeover)
    {
        MailScore? best = null;
        foreach (MailScore mail in _mails.GetValueOrDefault(takeover.SignIn.Account) ?? [])
        {
            TimeSpan before = takeover.SignIn.Time - mail.Group.Mail.Time;
            if (before >= TimeSpan.Zero && before <= _before && (best is null || mail.Score > best.Score))
            {
                best = mail;
            }
        }

        if (best is null)
        {
            return 0;
        }

        int at = Array.BinarySearch(_scores, best.Score - 1e-9);
        double alike = _scores.Length - (at < 0 ? ~at : at);
        // The sooner after it, the rarer by chance; people do not always open their mail at once.
        double days = Math.Max(AtOnce, (takeover.SignIn.Time - best.Group.Mail.Time).TotalDays);
        double weight = Weight(0.3, alike * days, _accountDays);
        if (weight >= 1)
        {
            takeover.Mail = best;
            takeover.Reasons.Add(
                $"{Words.Span(takeover.SignIn.Time - best.Group.Mail.Time)} after a mail that looks like a lure ('{Words.Cut(best.Group.Mail.Subject)}')"
            );
        }

        // Where a lure is known to have come, somebody is at work here: the chance is no longer that of any organisation in any month.
        return weight + (best.Score >= _settings["mail.score"] ? _settings["takeover.after-told-lure"] : 0);
    }

    private double Prompts(Takeover takeover)
    {
        int refused = _study
            .ByAccount[takeover.Attempt.Account]
            .Count(a =>
                IsRefusedPrompt(a) && a.Time <= takeover.SignIn.Time && takeover.SignIn.Time - a.Time <= Prompted
            );
        if (refused == 0)
        {
            return 0;
        }

        takeover.Reasons.Add($"after {Words.Count(refused, "refused request")} for a second factor");
        return Weight(0.15, _promptDays, _accountDays);
    }

    private double Risk(Takeover takeover)
    {
        string risk = takeover.SignIn.Risk;
        if (risk is not ("medium" or "high"))
        {
            return 0;
        }

        takeover.Reasons.Add($"the provider calls its risk {risk}");
        return Weight(0.3, _risks[risk], _successes);
    }

    private double Actions(Takeover takeover)
    {
        SignIn signIn = takeover.SignIn;
        HashSet<AccountActionKind> seen = [];
        double sum = 0;
        foreach (AccountAction action in _actions.GetValueOrDefault(signIn.Account) ?? [])
        {
            if (!action.HasSucceeded || action.Time < signIn.Time || action.Time > signIn.Time + _after)
            {
                continue;
            }

            bool isAnswer =
                action.Kind
                    is AccountActionKind.PasswordReset
                        or AccountActionKind.SessionsRevoked
                        or AccountActionKind.AccountDisabled
                && action.Account != signIn.Account;
            bool isIts =
                IsChange(action.Kind)
                && (
                    (action.Session.Length > 0 && action.Session == signIn.Session)
                    || (action.Address.Length > 0 && action.Address == signIn.Address)
                );
            if ((!isAnswer && !isIts) || !seen.Add(action.Kind))
            {
                continue;
            }

            double weight = Weight(isAnswer ? 0.5 : 0.2, _actionDays.GetValueOrDefault(action.Kind), _accountDays);
            if (weight >= 0.5)
            {
                sum += weight;
                takeover.Actions.Add(action);
                takeover.Reasons.Add(
                    isAnswer
                        ? $"{Words.Span(action.Time - signIn.Time)} before somebody answered with {Words.Cut(action.Operation)}"
                        : $"{Words.Span(action.Time - signIn.Time)} before {Words.Cut(action.Operation)} from the same place"
                );
            }
        }

        return Math.Min(sum, 2 * Most);
    }

    // Owners read and send mail and fetch files wherever they are; they seldom change how their account works while they travel.
    private static bool IsChange(AccountActionKind kind) =>
        kind
            is AccountActionKind.InboxRule
                or AccountActionKind.TransportRule
                or AccountActionKind.Forwarding
                or AccountActionKind.MailboxPermission
                or AccountActionKind.Consent
                or AccountActionKind.ApplicationCredential
                or AccountActionKind.RoleGrant
                or AccountActionKind.SecondFactorMethod
                or AccountActionKind.SecondFactorRemoved
                or AccountActionKind.DeviceRegistered
                or AccountActionKind.AccountCreated
                or AccountActionKind.AccessKeyCreated
                or AccountActionKind.LoggingStopped;

    private static double Weight(double share, double count, double all) =>
        Math.Clamp(Math.Log(share / Math.Min(1, (count + 0.5) / (all + 1))), 0, Most);

    private static bool IsRefusedPrompt(Attempt attempt) =>
        attempt.Source.SecondFactor is SecondFactor.Denied or SecondFactor.NotAnswered or SecondFactor.Failed;

    private static string LocalPart(string address)
    {
        int at = address.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? address : address[..at];
    }

    private static void Put<T>(Dictionary<string, List<T>> index, string key, T value)
    {
        if (!index.TryGetValue(key, out List<T>? list))
        {
            index[key] = list = [];
        }

        list.Add(value);
    }
}
