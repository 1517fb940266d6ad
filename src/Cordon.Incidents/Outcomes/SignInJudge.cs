using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>Says of an account's or host's sign-ins which were the attacker's and what came of them.</summary>
internal static class SignInJudge
{
    /// <summary>Judges.</summary>
    /// <param name="target">Receives what is found.</param>
    /// <param name="signIns">The sign-ins of one account, by time.</param>
    /// <param name="judgement">What to look at.</param>
    /// <param name="habit">How the account usually signs in.</param>
    /// <returns>Whether there were tries of the attacker's.</returns>
    public static bool Judge(TargetCase target, IReadOnlyList<SignIn> signIns, Judgement judgement, AccountHabit habit)
    {
        IncidentDraft draft = judgement.Draft;
        DateTime from = draft.First.AddHours(-1);
        DateTime until = draft.Last + judgement.Options.AccountWindow;
        List<SignIn> rejected = [];
        List<SignIn> blocked = [];
        List<SignIn> untold = [];
        bool hasTries = false;
        bool hasToldAgainst = false;
        foreach (SignIn signIn in signIns)
        {
            if (signIn.Time < from || signIn.Time > until || signIn.Verdict == SignInVerdict.NotAnAttempt)
            {
                continue;
            }

            SignInLink link = SignInLinks.Of(draft, signIn, judgement.Life);
            bool isLinked = link is not (SignInLink.None or SignInLink.SharedAddress);
            switch (signIn.Verdict)
            {
                case SignInVerdict.Succeeded:
                case SignInVerdict.Stopped when signIn.IsPasswordRight != false:
                case SignInVerdict.Blocked when signIn.IsPasswordRight == true:
                    bool isAttacker = JudgeRight(target, signIn, judgement, habit, ref hasToldAgainst);
                    hasTries |= isAttacker;
                    break;
                case SignInVerdict.Blocked or SignInVerdict.Stopped when isLinked:
                    blocked.Add(signIn);
                    break;
                case SignInVerdict.Rejected or SignInVerdict.NoSuchAccount when isLinked:
                    rejected.Add(signIn);
                    break;
                case SignInVerdict.Unknown when isLinked:
                    untold.Add(signIn);
                    break;
            }
        }

        List<SignIn> tries = [.. rejected, .. blocked, .. untold];
        if (tries.Count > 0)
        {
            hasTries = true;
            target.FirstTry = tries.Min(s => s.Time);
            Conclude(target, rejected, blocked, untold, judgement);
        }

        return hasTries;
    }

    private static bool JudgeRight(
        TargetCase target,
        SignIn signIn,
        Judgement judgement,
        AccountHabit habit,
        ref bool hasToldAgainst
    )
    {
        (double weight, List<string> reasons, string mechanism) = SuccessWeights.Of(
            signIn,
            judgement,
            habit,
            target.Submitted
        );
        bool isIn = signIn.Verdict == SignInVerdict.Succeeded;
        IReadOnlyList<Finding> citing = judgement.Draft.Citing(signIn.Origin);
        if (weight >= judgement.Options.AccessWeight)
        {
            string statement = $"{What(signIn, isIn)}: {string.Join(", ", reasons)}";
            target.Reach(
                isIn ? Outcome.AccessGained : Outcome.CredentialExposed,
                weight,
                statement,
                signIn.Time,
                [signIn.Origin],
                citing,
                mechanism
            );
            if (isIn)
            {
                target.AttackerAddresses.Add(signIn.Address);
                target.AttackerSessions.Add(signIn.Session);
            }

            return true;
        }

        if (!hasToldAgainst && reasons.Count > 0 && weight < 0 && isIn)
        {
            hasToldAgainst = true;
            target.Tell(
                Outcome.AccessGained,
                weight,
                $"{What(signIn, isIn)}, which is no sign of the attacker: {string.Join(", ", reasons)}",
                signIn.Time,
                [signIn.Origin],
                citing
            );
        }

        return false;
    }

    private static string What(SignIn signIn, bool isIn) =>
        $"{Words.Name(signIn.Account)} {(isIn ? "signed in" : "had the right password and was stopped")}{From(signIn)} at {Words.Time(signIn.Time)}{Code(signIn, isIn)}";

    private static void Conclude(
        TargetCase target,
        List<SignIn> rejected,
        List<SignIn> blocked,
        List<SignIn> untold,
        Judgement judgement
    )
    {
        Tell(target, rejected, Outcome.Failed, "was rejected", judgement);
        Tell(target, blocked, Outcome.Blocked, "was stopped by a control", judgement);
        Tell(target, untold, Outcome.Unknown, "ended with a result that no table knows", judgement);
        if (rejected.Count == 0 && untold.Count == 0)
        {
            // Each try was answered by a control: that is seen, not concluded from an absence.
            target.Conclude(Outcome.Blocked);
            return;
        }

        bool isCovered = SignInCoverage.Check(target, [.. rejected, .. blocked, .. untold], judgement);
        if (untold.Count > 0)
        {
            SignIn first = untold[0];
            target.Miss(
                new MissingLog(
                    SignInCoverage.KindOf(first.System),
                    first.Time,
                    untold.Max(s => s.Time),
                    "holds results that no table knows",
                    $"Look up what the result '{Words.Name(first.Code.Length > 0 ? first.Code : first.Reason)}' of {Words.Name(first.System)} means."
                )
            );
        }

        target.Conclude(
            !isCovered || untold.Count > 0 ? Outcome.Unknown
            : blocked.Count > 0 ? Outcome.Blocked
            : Outcome.Failed
        );
    }

    private static void Tell(TargetCase target, List<SignIn> tries, Outcome outcome, string what, Judgement judgement)
    {
        if (tries.Count == 0)
        {
            return;
        }

        long count = tries.Sum(s => (long)s.Count);
        string[] codes =
        [
            .. tries
                .Select(s => s.Code.Length > 0 ? s.Code : s.Reason)
                .Where(c => c.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        int addresses = tries.Select(s => s.Address).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        string statement =
            $"{Words.Count(count, "try", "tries")} from {Words.Count(addresses, "address", "addresses")} {what}"
            + (codes.Length > 0 ? $" ({Words.List(codes)})" : "");
        target.Tell(
            outcome,
            Math.Min(3, 1 + Math.Log10(count)),
            statement,
            tries.Min(s => s.Time),
            tries.Select(s => s.Origin),
            tries.SelectMany(s => judgement.Draft.Citing(s.Origin)).Distinct()
        );
    }

    private static string From(SignIn signIn) => signIn.Address.Length > 0 ? $" from {Words.Name(signIn.Address)}" : "";

    private static string Code(SignIn signIn, bool isIn) =>
        isIn || signIn.Code.Length == 0 ? "" : $" ({Words.Name(signIn.Code)})";
}
