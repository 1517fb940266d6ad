using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Evidence;

/// <summary>Reasons that lie in sign-ins with a supplier's accounts: guests, VPN and others.</summary>
internal static class SignInReasons
{
    // A start value: an account whose success nobody judged, from an address that the attacker is known by.
    private const double SameAddress = 0.85;

    public static IEnumerable<WarningReason> Of(SupplierTraffic traffic, Footprint footprint)
    {
        var maker = new ReasonMaker(footprint);
        SignIn[] near =
        [
            .. traffic.SignIns.Where(s =>
                s.Verdict is not (SignInVerdict.NotAnAttempt or SignInVerdict.Unknown) && IsAttackers(s, footprint)
            ),
        ];
        SignIn[] succeeded = [.. near.Where(static s => s.Verdict == SignInVerdict.Succeeded)];
        SignIn[] stopped = [.. near.Where(static s => s.Verdict == SignInVerdict.Stopped || s.IsPasswordRight == true)];
        SignIn[] refused =
        [
            .. near.Where(static s =>
                s.Verdict is SignInVerdict.Rejected or SignInVerdict.Blocked && s.IsPasswordRight != true
            ),
        ];
        if (succeeded.Length > 0)
        {
            yield return Tell(
                WarningReasonKind.AccountUsed,
                succeeded,
                Probability(succeeded, footprint, Outcome.AccessGained),
                "signed in",
                "that we keep for you or that is a guest of ours from you signed in",
                traffic,
                maker
            );
        }
        else if (stopped.Length > 0)
        {
            yield return Tell(
                WarningReasonKind.PasswordKnown,
                stopped,
                Probability(stopped, footprint, Outcome.CredentialExposed),
                "had the right password and was stopped",
                "that we keep for you or that is a guest of ours from you was tried with the right password and stopped",
                traffic,
                maker
            );
        }
        else if (refused.Length > 0)
        {
            yield return Tell(
                WarningReasonKind.AccountTried,
                refused,
                footprint.Incident.Probability,
                "was tried and refused",
                "that we keep for you or that is a guest of ours from you was tried and refused",
                traffic,
                maker
            );
        }
    }

    /// <summary>From his address or session, an event that a finding rests on, or an account that he had got into.</summary>
    private static bool IsAttackers(SignIn signIn, Footprint footprint) =>
        signIn.Time >= footprint.Incident.First
        && signIn.Time <= footprint.Incident.Last
        && (
            footprint.IsFrom(signIn.Address)
            || footprint.IsSession(signIn.Session)
            || footprint.Citing(signIn).Count > 0
        );

    private static double Probability(SignIn[] signIns, Footprint footprint, Outcome least)
    {
        double best = footprint.Incident.Probability * SameAddress;
        foreach (IncidentTarget target in footprint.Incident.Targets)
        {
            if (
                target.Outcome >= least
                && signIns.Any(s => s.Account.Equals(target.Observable.Value, StringComparison.OrdinalIgnoreCase))
            )
            {
                best = Math.Max(best, footprint.Incident.Probability * target.Probability);
            }
        }

        return best;
    }

    private static WarningReason Tell(
        WarningReasonKind kind,
        SignIn[] signIns,
        double probability,
        string did,
        string told,
        SupplierTraffic traffic,
        ReasonMaker maker
    )
    {
        string[] accounts = [.. signIns.Select(static s => s.Account).Distinct(StringComparer.OrdinalIgnoreCase)];
        string when = Told.When(signIns.Min(static s => s.Time), signIns.Max(static s => s.Time));
        string where = signIns.Any(static s => s.System == "vpn") ? " to the VPN" : "";
        return maker.Make(
            kind,
            signIns,
            probability,
            $"{Told.List(accounts)}, of {traffic.Names.Supplier.Name}, {did}{where} {when} from {Told.List(signIns.Select(static s => s.Address).Where(static a => a.Length > 0))}, where the attacker is.",
            $"{Told.Count(accounts.Length, "account")} {told}{where} {when}, from where an attacker is. We tell you which by telephone."
        );
    }
}
