using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Linking;

namespace Cordon.Incidents.Outcomes;

/// <summary>How a sign-in hangs together with an incident, weakest first.</summary>
internal enum SignInLink
{
    None = 0,
    SharedAddress,
    Cited,
    Address,
    Session,
    Tool,
}

/// <summary>Learns from an incident's tries by what its other tries are known, and tells of a sign-in how it hangs together with it.</summary>
internal static class SignInLinks
{
    private const int MaxTimes = 10_000;

    /// <summary>Fills the draft's tools, networks and times from the rejected tries that its findings rest on or its addresses made.</summary>
    public static void Learn(IncidentDraft draft, IEnumerable<SignIn> signIns, OrdinaryLife life)
    {
        foreach (SignIn signIn in signIns)
        {
            if (
                signIn.Time < draft.First.AddHours(-1)
                || signIn.Time > draft.Last.AddHours(1)
                || !IsTry(signIn.Verdict)
                || !IsFromSource(draft, signIn, life)
            )
            {
                continue;
            }

            var signature = ToolSignature.Of(signIn);
            if (!signature.IsEmpty && draft.IsGuessing && life.IsToolLike(signature))
            {
                draft.Tools.Add(signature);
            }
        }
    }

    /// <summary>Fills in when tries came from which address, those that are known by the tool included.</summary>
    public static void LearnTimes(IncidentDraft draft, IEnumerable<SignIn> signIns, OrdinaryLife life)
    {
        foreach (SignIn signIn in signIns)
        {
            if (!IsTry(signIn.Verdict) || Of(draft, signIn, life) is SignInLink.None or SignInLink.SharedAddress)
            {
                continue;
            }

            if (signIn.AutonomousSystem is { } network && !life.IsOrdinaryAddress(signIn.Address))
            {
                draft.Networks.Add(network);
            }

            if (!draft.TriesFrom.TryGetValue(signIn.Address, out List<DateTime>? times))
            {
                draft.TriesFrom[signIn.Address] = times = [];
            }

            if (times.Count < MaxTimes)
            {
                times.Add(signIn.Time);
            }
        }
    }

    public static SignInLink Of(IncidentDraft draft, SignIn signIn, OrdinaryLife life)
    {
        if (draft.Tools.Count > 0 && draft.Tools.Contains(ToolSignature.Of(signIn)))
        {
            return SignInLink.Tool;
        }

        if (draft.Knows(ObservableKind.Session, signIn.Session))
        {
            return SignInLink.Session;
        }

        bool isKnownAddress = draft.Knows(ObservableKind.Address, signIn.Address);
        if (isKnownAddress && !life.IsOrdinaryAddress(signIn.Address))
        {
            return SignInLink.Address;
        }

        if (draft.Citing(signIn.Origin).Count > 0)
        {
            return SignInLink.Cited;
        }

        return isKnownAddress ? SignInLink.SharedAddress : SignInLink.None;
    }

    private static bool IsFromSource(IncidentDraft draft, SignIn signIn, OrdinaryLife life) =>
        draft.Citing(signIn.Origin).Count > 0
        || (draft.Knows(ObservableKind.Address, signIn.Address) && !life.IsOrdinaryAddress(signIn.Address));

    /// <summary>Whether it is an attempt that was turned away.</summary>
    public static bool IsTry(SignInVerdict verdict) =>
        verdict
            is SignInVerdict.Rejected
                or SignInVerdict.NoSuchAccount
                or SignInVerdict.Blocked
                or SignInVerdict.Stopped;
}
