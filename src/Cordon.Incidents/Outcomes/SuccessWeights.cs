using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents.Outcomes;

/// <summary>What speaks for and against a sign-in with a right password being the attacker's (section 6.4 of the outcome model).</summary>
internal static class SuccessWeights
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <summary>The sum of log-likelihood ratios, the reasons, and how access was had.</summary>
    public static (double Weight, List<string> Reasons, string Mechanism) Of(
        SignIn signIn,
        Judgement judgement,
        AccountHabit habit,
        DateTime? submitted
    )
    {
        double weight = 0;
        List<string> reasons = [];
        string mechanism = "";
        void Add(double w, string reason, string how = "")
        {
            weight += w;
            reasons.Add(reason);
            mechanism = mechanism.Length == 0 ? how : mechanism;
        }

        IncidentDraft draft = judgement.Draft;
        SignInLink link = SignInLinks.Of(draft, signIn, judgement.Life);
        if (link == SignInLink.Tool && judgement.Life.IsOrdinaryAddress(signIn.Address))
        {
            // Where the house signs in, its own programs fail too: typing errors there are no tool of the attacker's.
            Add(1, "made by a program that made tries too");
        }
        else if (link == SignInLink.Tool)
        {
            bool isInRound = signIn.Time >= draft.First - Soon && signIn.Time <= draft.Last + Soon;
            Add(isInRound ? 7 : 5, "made by the program that made the tries", "the guessing tool itself");
        }
        else if (link == SignInLink.Session)
        {
            Add(4, "in a session that the attack is known by", "a stolen session");
        }

        bool isShared = link == SignInLink.SharedAddress;
        if (Nearest(draft, signIn) is { } apart)
        {
            if (apart <= Soon)
            {
                Add(
                    isShared ? 1 : 3,
                    $"{Words.Span(apart)} from a try from the same address",
                    "a sign-in from the address that made the tries"
                );
            }
            else
            {
                Add(
                    isShared ? 0.5 : 2,
                    "from an address that made tries",
                    "a later sign-in from an address that made the tries"
                );
            }
        }
        else if (link == SignInLink.Address)
        {
            Add(2, "from an address of the attack", "a sign-in from an address of the attack");
        }

        bool isNewNetwork = habit.IsNewNetwork(signIn);
        if (isNewNetwork && signIn.AutonomousSystem is { } network && draft.Networks.Contains(network))
        {
            Add(1.5, "from a network that made tries and is new to the account");
        }
        else if (isNewNetwork && draft.IsLure)
        {
            Add(1.5, "from a network that is new to the account");
        }

        if (isNewNetwork && submitted is { } sent && signIn.Time >= sent && signIn.Time - sent < TimeSpan.FromHours(72))
        {
            Add(
                3,
                $"{Words.Span(signIn.Time - sent)} after something was sent to the lure's server",
                "the password given to the lure"
            );
        }

        if (habit.IsNewProgram(signIn))
        {
            Add(1, "with a program or device that is new to the account");
        }

        AddCited(draft, signIn, Add);
        AddRisk(signIn, Add);
        AddHabit(signIn, habit, link, Add);
        return (weight, reasons, mechanism);
    }

    private static void AddCited(IncidentDraft draft, SignIn signIn, Action<double, string, string> add)
    {
        Finding? best = draft
            .Citing(signIn.Origin)
            .Where(f => !Techniques.IsGuessing(f.Rule) || Techniques.IsAccess(f.Rule))
            .MaxBy(f => Techniques.Weight(f.Rule));
        if (best is not null)
        {
            add(Techniques.Weight(best.Rule), $"found by '{Words.Name(best.Rule.Title)}'", Words.Name(best.Rule.Title));
        }
        else if (draft.Citing(signIn.Origin).Count > 0)
        {
            add(2, "one of the events that the guessing is known by", "a sign-in in the middle of the tries");
        }
    }

    private static void AddRisk(SignIn signIn, Action<double, string, string> add)
    {
        double risk = signIn.Risk switch
        {
            "high" => 2,
            "medium" => 1,
            _ => 0,
        };
        if (risk > 0)
        {
            add(risk, $"held for a {signIn.Risk} risk by the identity provider", "");
        }
    }

    private static void AddHabit(SignIn signIn, AccountHabit habit, SignInLink link, Action<double, string, string> add)
    {
        bool isKnownDevice = habit.IsHabitualDevice(signIn.Device);
        if (link != SignInLink.Session && (isKnownDevice || habit.IsHabitualAddress(signIn.Address)))
        {
            add(
                -4,
                isKnownDevice ? "from a device that the account uses" : "from an address that the account uses",
                ""
            );
        }

        if (isKnownDevice && signIn.SecondFactor == SecondFactor.Satisfied)
        {
            add(-3, "with the second factor given on a known device", "");
        }
    }

    private static TimeSpan? Nearest(IncidentDraft draft, SignIn signIn)
    {
        if (signIn.Address.Length == 0 || !draft.TriesFrom.TryGetValue(signIn.Address, out List<DateTime>? tries))
        {
            return null;
        }

        TimeSpan best = TimeSpan.MaxValue;
        foreach (DateTime time in tries)
        {
            TimeSpan apart = (signIn.Time - time).Duration();
            best = apart < best ? apart : best;
        }

        return best <= TimeSpan.FromDays(7) ? best : null;
    }
}
