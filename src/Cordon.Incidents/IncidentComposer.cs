using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;
using Cordon.Incidents.Outcomes;
using Cordon.Incidents.Wording;

namespace Cordon.Incidents;

/// <summary>Makes incidents of groups of findings: links them, weighs what belongs together, judges the targets of what weighs enough.</summary>
internal sealed class IncidentComposer(
    Organisation organisation,
    IncidentOptions options,
    AccountNames names,
    ActivityIndex index,
    OrdinaryLife life,
    CoverageLedger ledger
)
{
    /// <summary>A group below that links nothing; it is added to the incident that it lies beside.</summary>
    private const double LinkingWeight = 1;

    private static readonly TimeSpan Beside = TimeSpan.FromHours(1);

    /// <summary>How many findings belong to incidents.</summary>
    public long FindingsUsed { get; private set; }

    public long TargetsLost { get; private set; }

    public long EntitiesLost { get; private set; }

    public List<Incident> Compose(
        IReadOnlyList<FindingGroup> groups,
        Func<FindingGroup, bool> isOwnScanner,
        CancellationToken cancel
    )
    {
        FindingGroup[] strong = [.. groups.Where(g => g.Weight >= LinkingWeight)];
        IReadOnlySet<string>[] reached = [.. strong.Select(ReachedBy)];
        (int[] components, Dictionary<int, List<IncidentLink>> links) = new Linker(life, names, options).Link(
            strong,
            reached,
            cancel
        );
        List<(List<FindingGroup> Groups, List<IncidentLink> Links)> accepted = [];
        foreach (
            IGrouping<int, int> component in Enumerable
                .Range(0, strong.Length)
                .GroupBy(i => components[i])
                .OrderBy(g => g.Key)
        )
        {
            List<FindingGroup> members = [.. component.Select(i => strong[i])];
            if (ComponentScore.Of(members) >= options.IncidentWeight)
            {
                accepted.Add((members, links.GetValueOrDefault(component.Key) ?? []));
            }
        }

        AddWeak(accepted, groups.Where(g => g.Weight is > 0 and < LinkingWeight));
        List<Incident> incidents = [];
        foreach ((List<FindingGroup> members, List<IncidentLink> held) in accepted)
        {
            cancel.ThrowIfCancellationRequested();
            incidents.Add(Make(members, held, isOwnScanner));
        }

        return incidents;
    }

    /// <summary>
    /// The accounts of a long spray that it got somewhere with; where one of them signed in on a computer, that is added to the group, so that what
    /// followed there belongs to it.
    /// </summary>
    private HashSet<string> ReachedBy(FindingGroup group)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        if (group.Rule.Kind is not (FindingKind.Analytic or FindingKind.SigmaCorrelation))
        {
            return reached;
        }

        IncidentDraft draft = Learned([group], []);
        Judgement judgement = Judge(draft);
        string[] accounts = [.. group.Entities.Where(IsAccountTarget).Select(e => e.Key.Value)];
        foreach (string account in accounts)
        {
            IReadOnlyList<SignIn> signIns = index.SignInsOf(account);
            foreach (SignIn signIn in signIns)
            {
                bool isNear = signIn.Time >= draft.First - Beside && signIn.Time <= draft.Last + options.AccountWindow;
                if (!isNear || signIn.Verdict is not (SignInVerdict.Succeeded or SignInVerdict.Stopped))
                {
                    continue;
                }

                if (
                    SuccessWeights.Of(signIn, judgement, judgement.HabitOf(account), null).Weight < options.AccessWeight
                )
                {
                    continue;
                }

                reached.Add(account);
                string host = EntityExtractor.HostName(signIn.Host);
                if (host.Length > 0 && signIn.Verdict == SignInVerdict.Succeeded && !life.IsSharedHost(host))
                {
                    group.Touch(new Observable(ObservableKind.Host, host), signIn.Time);
                }
            }
        }

        return reached;
    }

    private void AddWeak(
        List<(List<FindingGroup> Groups, List<IncidentLink> Links)> accepted,
        IEnumerable<FindingGroup> weak
    )
    {
        Dictionary<Observable, List<(int Incident, DateTime First, DateTime Last)>> byTarget = [];
        for (int i = 0; i < accepted.Count; i++)
        {
            DateTime first = accepted[i].Groups.Min(g => g.First) - Beside;
            DateTime last = accepted[i].Groups.Max(g => g.Last) + Beside;
            foreach (
                Observable key in accepted[i]
                    .Groups.SelectMany(g => g.Entities)
                    .Where(e => e.Value == EntityRole.Target)
                    .Select(e => names.Key(e.Key))
                    .Distinct()
            )
            {
                if (!byTarget.TryGetValue(key, out List<(int, DateTime, DateTime)>? list))
                {
                    byTarget[key] = list = [];
                }

                list.Add((i, first, last));
            }
        }

        foreach (FindingGroup group in weak)
        {
            int best = -1;
            foreach ((Observable observable, EntityRole role) in group.Entities)
            {
                if (role == EntityRole.Target && byTarget.TryGetValue(names.Key(observable), out var list))
                {
                    foreach ((int incident, DateTime first, DateTime last) in list)
                    {
                        if (group.First >= first && group.Last <= last && (best < 0 || incident < best))
                        {
                            best = incident;
                        }
                    }
                }
            }

            if (best >= 0)
            {
                accepted[best].Groups.Add(group);
            }
        }
    }

    private Incident Make(List<FindingGroup> groups, List<IncidentLink> links, Func<FindingGroup, bool> isOwnScanner)
    {
        IncidentDraft draft = Learned(groups, links);
        Judgement judgement = Judge(draft);
        bool isScanner = groups.TrueForAll(g => isOwnScanner(g));
        Observable[] observables = TargetChoice.Of(draft, names);
        TargetsLost += Math.Max(0, observables.Length - options.MaxTargets);
        EntitiesLost += groups.Sum(g => g.EntitiesLost);
        FindingsUsed += groups.Sum(g => g.Count);
        List<IncidentTarget> targets =
        [
            .. observables
                .Select(o => TargetJudge.Judge(o, judgement, isScanner))
                .OrderByDescending(t => t.Outcome)
                .ThenBy(t => t.Observable.Value, StringComparer.Ordinal)
                .ThenBy(t => t.Observable.Kind)
                .Take(options.MaxTargets),
        ];
        return IncidentParts.Assemble(organisation, options, draft, targets, ComponentScore.Of(groups), ledger);
    }

    private IncidentDraft Learned(IReadOnlyList<FindingGroup> groups, IReadOnlyList<IncidentLink> links)
    {
        var draft = new IncidentDraft(groups, links);
        SignIn[] cited = [.. draft.Cited.SelectMany(index.Cited).OfType<SignIn>()];
        string[] accounts =
        [
            .. draft.Entities.Where(e => IsAccountTarget(e.Key, e.Value.Role)).Select(e => e.Key.Value),
        ];
        SignInLinks.Learn(draft, cited, life);
        foreach (string account in accounts)
        {
            SignInLinks.Learn(draft, index.SignInsOf(account), life);
        }

        HashSet<SignIn> seen = new(ReferenceEqualityComparer.Instance);
        foreach (string account in accounts)
        {
            SignInLinks.LearnTimes(
                draft,
                index.SignInsOf(account).Where(s => SignInLinks.IsTry(s.Verdict) && seen.Add(s)),
                life
            );
        }

        SignInLinks.LearnTimes(draft, cited.Where(s => SignInLinks.IsTry(s.Verdict) && seen.Add(s)), life);
        return draft;
    }

    private Judgement Judge(IncidentDraft draft) => new(draft, index, life, names, ledger, options);

    private static bool IsAccountTarget(KeyValuePair<Observable, EntityRole> entity) =>
        IsAccountTarget(entity.Key, entity.Value);

    private static bool IsAccountTarget(Observable observable, EntityRole role) =>
        role == EntityRole.Target && observable.Kind is ObservableKind.Account or ObservableKind.EmailAddress;
}
