using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Says what came of an attempt against a computer: only tried, stopped by its guard, code ran, or more was done.</summary>
internal static class HostJudge
{
    private const int MaxAccounts = 500;

    /// <summary>A finding that weighs less than a rare one of medium level says nothing of a host by itself.</summary>
    private const double LeastWeight = 1.2;

    public static void Judge(TargetCase target, Judgement judgement)
    {
        List<FindingGroup> attempts = [];
        foreach (FindingGroup group in judgement.Draft.Groups)
        {
            if (!group.Entities.TryGetValue(target.Target, out EntityRole role) || role != EntityRole.Target)
            {
                continue;
            }

            if (IsAttemptOnly(group))
            {
                attempts.Add(group);
            }
            else
            {
                JudgeGroup(target, group);
            }
        }

        JudgeSignIns(target, judgement);
        if (target.Reached is null && target.Negative is null && attempts.Count > 0)
        {
            ConcludeAttempts(target, attempts, judgement);
        }
    }

    private static bool IsAttemptOnly(FindingGroup group) =>
        Techniques.IsAttempt(group.Rule) && !Techniques.IsFollowOn(group.Rule) && !Techniques.IsAccess(group.Rule);

    private static void JudgeGroup(TargetCase target, FindingGroup group)
    {
        Finding[] findings = [.. group.Samples];
        string statement =
            $"{Words.Name(group.Rule.Title)}{(group.Count > 1 ? $", {group.Count} times" : "")} from {Words.Time(group.First)}"
            + (findings[0].Reason.Length > 0 ? $": {findings[0].Reason}" : "");
        IEnumerable<EventOrigin> events = findings.Select(f => f.Event);
        if (findings.All(GuardEvents.IsStopped))
        {
            target.Tell(Outcome.Blocked, 2, statement, group.First, events, findings);
            target.Conclude(Outcome.Blocked);
            return;
        }

        double weight = Techniques.Weight(group.Rule);
        Outcome outcome = Techniques.IsFollowOn(group.Rule) ? Outcome.FollowOn : Outcome.AccessGained;
        if (group.Weight < LeastWeight)
        {
            target.Tell(outcome, Math.Min(weight, 0.5), statement, group.First, events, findings);
            return;
        }

        target.Reach(
            outcome,
            weight,
            statement,
            group.First,
            events,
            findings,
            "code or commands that ran on the computer"
        );
    }

    private static void JudgeSignIns(TargetCase target, Judgement judgement)
    {
        DateTime from = judgement.Draft.First.AddHours(-1);
        DateTime until = judgement.Draft.Last + judgement.Options.AccountWindow;
        Dictionary<string, List<SignIn>> byAccount = new(StringComparer.Ordinal);
        HashSet<string> linked = new(StringComparer.Ordinal);
        foreach (SignIn signIn in judgement.Index.SignInsOn(target.Target.Value))
        {
            if (signIn.Time < from || signIn.Time > until)
            {
                continue;
            }

            string account = judgement.Names.Of(signIn.Account);
            if (!byAccount.TryGetValue(account, out List<SignIn>? list))
            {
                byAccount[account] = list = [];
            }

            list.Add(signIn);
            if (
                SignInLinks.Of(judgement.Draft, signIn, judgement.Life)
                is not (SignInLink.None or SignInLink.SharedAddress)
            )
            {
                linked.Add(account);
            }
        }

        foreach (string account in linked.Order(StringComparer.Ordinal).Take(MaxAccounts))
        {
            SignInJudge.Judge(target, byAccount[account], judgement, judgement.HabitOf(account));
        }
    }

    private static void ConcludeAttempts(TargetCase target, List<FindingGroup> attempts, Judgement judgement)
    {
        Finding[] findings = [.. attempts.SelectMany(g => g.Samples)];
        bool isStopped = findings.All(GuardEvents.IsStopped);
        bool isRefused = findings.All(GuardEvents.IsRefused);
        target.Tell(
            isStopped ? Outcome.Blocked : Outcome.Unknown,
            1,
            $"{Words.Name(attempts[0].Rule.Title)}, {Words.Count(attempts.Sum(g => g.Count), "time", "times")}",
            attempts[0].First,
            findings.Select(f => f.Event),
            findings
        );
        if (isStopped)
        {
            target.Conclude(Outcome.Blocked);
            return;
        }

        EventOrigin origin = findings[0].Event;
        DateTime until = attempts.Max(g => g.Last) + judgement.Options.SignInGrace;
        bool isCovered = true;
        foreach (
            (Cordon.Events.Coverage.LogKind kind, string product, string writer) in SignInCoverage.NeededFor(
                origin.Product,
                origin.Channel,
                EntityExtractor.HostName(origin.Computer)
            )
        )
        {
            isCovered &= SignInCoverage.Check(
                target,
                judgement,
                kind,
                product,
                writer,
                attempts.Min(g => g.First),
                until
            );
        }

        target.Conclude(isRefused && isCovered ? Outcome.Failed : Outcome.Unknown);
    }
}
