using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Says what came of an attempt against an account or mailbox, from all that is known of it.</summary>
internal static class AccountJudge
{
    public static void Judge(TargetCase target, Judgement judgement)
    {
        string account = target.Target.Value;
        IReadOnlyList<SignIn> signIns = judgement.Index.SignInsOf(account);
        AccountHabit habit = judgement.HabitOf(account);
        MailJudge.Judge(target, judgement);
        SignInJudge.Judge(target, signIns, judgement, habit);
        JudgeCode(target, judgement);
        JudgeFindings(target, judgement);
        ActionJudge.Judge(target, judgement.Index.ActionsOf(account), judgement);
        JudgeLockouts(target, judgement);
        if (target.Reached is null && target.Negative is null)
        {
            ConcludeUnseen(target, judgement);
        }
    }

    /// <summary>Code that ran on a computer as the account is the attacker's doing in its name.</summary>
    private static void JudgeCode(TargetCase target, Judgement judgement)
    {
        foreach (FindingGroup group in judgement.Draft.Groups)
        {
            bool isHost = group.Entities.Any(e => e.Key.Kind == ObservableKind.Host && e.Value == EntityRole.Target);
            if (
                isHost
                && group.Rule.Level >= Level.High
                && group.Weight >= 3
                && !Techniques.IsAttempt(group.Rule)
                && group.Entities.TryGetValue(
                    new Observable(ObservableKind.Account, target.Target.Value),
                    out EntityRole role
                )
                && role != EntityRole.Source
                && !group.Samples.All(GuardEvents.IsStopped)
            )
            {
                Finding[] findings = [.. group.Samples];
                target.Reach(
                    Outcome.AccessGained,
                    Techniques.Weight(group.Rule),
                    $"'{Words.Name(group.Rule.Title)}' on {Words.Name(group.Scope)} in the name of the account",
                    group.First,
                    findings.Select(f => f.Event),
                    findings,
                    $"code that ran on {Words.Name(group.Scope)}"
                );
            }
        }
    }

    /// <summary>Findings whose events no reader knows as sign-ins or actions speak by their techniques.</summary>
    private static void JudgeFindings(TargetCase target, Judgement judgement)
    {
        foreach (FindingGroup group in judgement.Draft.Groups)
        {
            if (
                !group.Entities.TryGetValue(target.Target, out EntityRole role)
                || role != EntityRole.Target
                || Techniques.IsGuessing(group.Rule)
                || Techniques.IsLure(group.Rule)
                || group.Samples.Any(f =>
                    EventKey.Of(f).Any(k => judgement.Index.Cited(k).Any(a => a is SignIn or AccountAction))
                )
            )
            {
                continue;
            }

            Outcome? outcome =
                Techniques.IsFollowOn(group.Rule) ? Outcome.FollowOn
                : Techniques.IsAccess(group.Rule) ? Outcome.AccessGained
                : Techniques.IsExposure(group.Rule) ? Outcome.CredentialExposed
                : null;
            double weight = Techniques.Weight(group.Rule);
            if (outcome is { } reached && weight >= judgement.Options.AccessWeight)
            {
                Finding[] findings = [.. group.Samples];
                target.Reach(
                    reached,
                    weight,
                    findings[0].Reason.Length > 0 ? findings[0].Reason : $"'{Words.Name(group.Rule.Title)}'",
                    group.First,
                    findings.Select(f => f.Event),
                    findings,
                    Words.Name(group.Rule.Title)
                );
            }
        }
    }

    private static void JudgeLockouts(TargetCase target, Judgement judgement)
    {
        if (target.FirstTry is null)
        {
            return;
        }

        AccountAction? lockout = judgement
            .Index.ActionsOf(target.Target.Value)
            .FirstOrDefault(a =>
                ContainmentFinder.IsLockout(a)
                && a.Time >= judgement.Draft.First.AddHours(-1)
                && a.Time <= judgement.Draft.Last.AddHours(1)
            );
        if (lockout is not null)
        {
            target.Tell(
                Outcome.Blocked,
                2,
                $"the account was locked at {Words.Time(lockout.Time)}",
                lockout.Time,
                [lockout.Origin],
                judgement.Draft.Citing(lockout.Origin)
            );
            target.Conclude(Outcome.Blocked);
        }
    }

    /// <summary>Nothing but findings is known of the target: what came of it can't be told, and the log that would tell is named.</summary>
    private static void ConcludeUnseen(TargetCase target, Judgement judgement)
    {
        foreach (FindingGroup group in judgement.Draft.Groups)
        {
            if (!group.Entities.TryGetValue(target.Target, out EntityRole role) || role != EntityRole.Target)
            {
                continue;
            }

            EventOrigin origin = group.Samples.First().Event;
            foreach (
                (Cordon.Events.Coverage.LogKind kind, string product, string writer) in SignInCoverage.NeededFor(
                    origin.Product,
                    origin.Channel,
                    EntityExtractor.HostName(origin.Computer)
                )
            )
            {
                SignInCoverage.Check(
                    target,
                    judgement,
                    kind,
                    product,
                    writer,
                    group.First,
                    group.Last + judgement.Options.SignInGrace
                );
            }
        }

        target.Conclude(Outcome.Unknown);
    }
}
