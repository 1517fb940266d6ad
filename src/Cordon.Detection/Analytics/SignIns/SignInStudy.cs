using System.Runtime.CompilerServices;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>What all sign-in analytics rest on, worked out once for a timeline.</summary>
internal sealed class SignInStudy
{
    private static readonly ConditionalWeakTable<ActivityTimeline, SignInStudy> Known = [];
    private readonly AnalyticSettings _analyticSettings;
    private readonly AttemptReader _reader;

    private SignInStudy(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        _analyticSettings = settings;
        Organisation = timeline.Organisation;
        Settings = SpraySettings.Of(settings);
        _reader = new AttemptReader(timeline.Organisation);
        Attempts = _reader.Read(timeline.SignIns);
        Habits = new Habits(Attempts);
        Novelty = new Novelty(Attempts, Habits);
        Strangeness.Judge(Attempts, Habits);
        cancel.ThrowIfCancellationRequested();
        List<Campaign> campaigns = new CampaignFinder(Attempts, Habits, _reader.Accounts, Settings).Find(cancel);
        Judge = new SuccessJudge(Habits, Novelty);
        HashSet<int> taken = [.. campaigns.SelectMany(c => c.Tries).Select(a => a.Index)];
        BruteForces = BruteForce.Find(Attempts, taken, Novelty, Settings);
        var successes = new CampaignSuccesses(Attempts, Judge, Settings);
        Campaigns = JudgedCampaign.Of(campaigns, successes);
        JudgedBruteForces = [.. BruteForces.Select(b => (b, successes.Of(b)))];
        foreach (Attempt attempt in Attempts)
        {
            if (!ByAccount.TryGetValue(attempt.Account, out List<Attempt>? own))
            {
                ByAccount[attempt.Account] = own = [];
            }

            own.Add(attempt);
        }
    }

    public Organisation Organisation { get; }

    public SpraySettings Settings { get; }

    /// <summary>By time.</summary>
    public List<Attempt> Attempts { get; }

    /// <summary>Those of each account, by time.</summary>
    public Dictionary<int, List<Attempt>> ByAccount { get; } = [];

    public Habits Habits { get; }

    public Novelty Novelty { get; }

    public SuccessJudge Judge { get; }

    public List<JudgedCampaign> Campaigns { get; }

    public List<BruteForce> BruteForces { get; }

    public List<(BruteForce Stretch, List<Suspicion> Suspicions)> JudgedBruteForces { get; }

    public static SignInStudy Of(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        if (!Known.TryGetValue(timeline, out SignInStudy? study) || study._analyticSettings != settings)
        {
            study = new SignInStudy(timeline, settings, cancel);
            Known.AddOrUpdate(timeline, study);
        }

        return study;
    }

    /// <summary>Whether any account of that name succeeded from the address on another day, or several accounts did, or it is the organisation's own.</summary>
    public bool IsHabitualAddress(string account, string address, DateTime time)
    {
        if (address.Length == 0)
        {
            return false;
        }

        if (
            new AddressRanges(Organisation.AddressRanges).Contains(
                System.Net.IPAddress.TryParse(address, out System.Net.IPAddress? parsed) ? parsed : null
            )
        )
        {
            return true;
        }

        int id = _reader.Addresses.Of(address);
        foreach (string family in Families)
        {
            int known = _reader.Accounts.OfJoined(family, "\n", account);
            if (Habits.Of(known, Trait.Address, id)?.IsAwayFrom(time, TimeSpan.FromHours(20)) ?? false)
            {
                return true;
            }
        }

        return Habits.Owners(Trait.Address, id) >= 3;
    }

    private static readonly string[] Families =
    [
        "entra",
        "okta",
        "google",
        "windows",
        "vpn",
        "aws",
        "duo",
        "onelogin",
        "sshd",
    ];
}
