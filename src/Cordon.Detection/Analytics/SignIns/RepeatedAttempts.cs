using System.Runtime.InteropServices;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>
/// Leaves out attempts that a second log tells again: the audit log beside the sign-in log, NTLM and Kerberos on the domain controller beside the
/// logon on the member. Each attempt of one log stands for at most one of the other, so that as many stay as were made.
/// </summary>
internal static class RepeatedAttempts
{
    // Logs of one attempt are written within seconds; the cloud's audit log may lag.
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(60);

    public static List<SignIn> Remove(IReadOnlyList<SignIn> signIns)
    {
        List<SignIn> ordered = Ordered(signIns);
        var families = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (SignIn signIn in ordered)
        {
            string family = AttemptReader.FamilyOf(signIn.System);
            if (!families.TryGetValue(family, out HashSet<int>? ranks))
            {
                families[family] = ranks = [];
            }

            ranks.Add(Rank(signIn));
        }

        var isRepeated = new bool[ordered.Count];
        foreach ((string family, HashSet<int> ranks) in families)
        {
            if (ranks.Count > 1)
            {
                Mark(ordered, family, isRepeated);
            }
        }

        return [.. ordered.Where((_, i) => !isRepeated[i])];
    }

    // Sign-ins come by time, so that only those of the same instant are put in order, and that is few.
    private static List<SignIn> Ordered(IReadOnlyList<SignIn> signIns)
    {
        List<SignIn> ordered = new(signIns.Count);
        bool isByTime = true;
        foreach (SignIn signIn in signIns)
        {
            if (signIn.Verdict != SignInVerdict.NotAnAttempt)
            {
                isByTime &= ordered.Count == 0 || ordered[^1].Time <= signIn.Time;
                ordered.Add(signIn);
            }
        }

        if (!isByTime)
        {
            return [.. InOrder(ordered)];
        }

        for (int start = 0, end; start < ordered.Count; start = end)
        {
            for (end = start + 1; end < ordered.Count && ordered[end].Time == ordered[start].Time; end++) { }

            if (end - start > 1)
            {
                SignIn[] same = [.. InOrder(ordered.GetRange(start, end - start))];
                same.CopyTo(CollectionsMarshal.AsSpan(ordered)[start..]);
            }
        }

        return ordered;
    }

    private static IOrderedEnumerable<SignIn> InOrder(List<SignIn> signIns) =>
        signIns
            .OrderBy(s => s.Time)
            .ThenBy(s => s.System, StringComparer.Ordinal)
            .ThenBy(s => s.Account, StringComparer.Ordinal)
            .ThenBy(s => s.Origin.Source, StringComparer.Ordinal)
            .ThenBy(s => s.Origin.Position);

    // The log that says the most stands; the others are matched with it.
    private static int Rank(SignIn signIn) =>
        signIn.System switch
        {
            "m365" => 2,
            "adfs" => 1,
            "kerberos" => 1,
            "ntlm" => 2,
            "windows" when signIn.Protocol is "explicit" || signIn.Code is "1149" or "21" or "25" => 3,
            _ => 0,
        };

    private static void Mark(List<SignIn> ordered, string family, bool[] isRepeated)
    {
        var byAccount = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < ordered.Count; i++)
        {
            if (AttemptReader.FamilyOf(ordered[i].System) != family)
            {
                continue;
            }

            string account = ordered[i].Account;
            int at = account.IndexOf('@', StringComparison.Ordinal);
            string key = family is "windows" && at > 0 ? account[..at] : account;
            if (!byAccount.TryGetValue(key, out List<int>? list))
            {
                byAccount[key] = list = [];
            }

            list.Add(i);
        }

        foreach (List<int> list in byAccount.Values)
        {
            MarkAccount(ordered, list, isRepeated);
        }
    }

    private static void MarkAccount(List<SignIn> ordered, List<int> list, bool[] isRepeated)
    {
        var taken = new HashSet<(int, int)>();
        for (int i = 0; i < list.Count; i++)
        {
            SignIn signIn = ordered[list[i]];
            int rank = Rank(signIn);
            if (rank == 0)
            {
                continue;
            }

            int best = -1;
            TimeSpan distance = Near;
            for (int step = -1; step <= 1; step += 2)
            {
                for (int j = i + step; j >= 0 && j < list.Count; j += step)
                {
                    SignIn other = ordered[list[j]];
                    TimeSpan apart = (other.Time - signIn.Time).Duration();
                    if (apart > Near)
                    {
                        break;
                    }

                    if (
                        apart < distance
                        && Rank(other) < rank
                        && !isRepeated[list[j]]
                        && !taken.Contains((list[j], rank))
                        && Tells(signIn, other)
                    )
                    {
                        (best, distance) = (list[j], apart);
                    }
                }
            }

            if (best >= 0)
            {
                taken.Add((best, rank));
                isRepeated[list[i]] = true;
            }
        }
    }

    private static bool Tells(SignIn one, SignIn other) =>
        (
            one.Verdict == SignInVerdict.Unknown
            || one.Verdict == SignInVerdict.Succeeded == (other.Verdict == SignInVerdict.Succeeded)
        ) && (one.Address.Length == 0 || other.Address.Length == 0 || one.Address == other.Address);
}
