using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Two places that nobody reaches in the time between, without what usually makes them: VPN exits, phones, the provider's own addresses.</summary>
internal sealed class ImpossibleTravelAnalytic : IAnalytic
{
    private const double EarthRadiusKm = 6371;

    // Microsoft's networks, from which its services sign in on behalf of people.
    private static readonly HashSet<long> ProviderSystems = [8075, 8068, 8069, 12076];

    public IEnumerable<Finding> Run(ActivityTimeline timeline, AnalyticSettings settings, CancellationToken cancel)
    {
        var study = SignInStudy.Of(timeline, settings, cancel);
        var maker = new FindingMaker(settings);
        double fastest = settings["impossible-travel.km-per-hour"];
        double nearest = settings["impossible-travel.km"];
        foreach (List<Attempt> own in study.ByAccount.Values)
        {
            Attempt? last = null;
            var told = new HashSet<(int, int)>();
            foreach (Attempt attempt in own)
            {
                if (!attempt.IsSuccess || attempt.Source.IsInteractive == false || !IsPlace(study, attempt))
                {
                    continue;
                }

                if (
                    last is not null
                    && Distance(last.Source, attempt.Source) is { } km
                    && km >= nearest
                    && km > fastest * Math.Max(1.0 / 60, (attempt.Time - last.Time).TotalHours)
                    && IsStrange(study, last, attempt)
                    && told.Add((Math.Min(last.Network, attempt.Network), Math.Max(last.Network, attempt.Network)))
                )
                {
                    SignIn[] events = [last.Source, attempt.Source];
                    yield return maker.Make(
                        FindingMaker.Rule("impossible-travel", "Impossible travel", Level.Medium, "T1078.004"),
                        events,
                        FindingMaker.EntitiesOf(events),
                        $"{Words.Cut(attempt.Source.Account)} signed in from {Words.Cut(last.Source.Country)} and {Words.Cut(attempt.Source.Country)},"
                            + $" {Words.Number(Math.Round(km))} km apart, within {Words.Span(attempt.Time - last.Time)}; the second place, client or both are new to the account.",
                        ("account", attempt.Source.Account),
                        ("address", attempt.Source.Address)
                    );
                }

                last = attempt;
            }
        }
    }

    private static bool IsPlace(SignInStudy study, Attempt attempt) =>
        attempt.Source is { Latitude: not null, Longitude: not null, Address.Length: > 0 }
        && !attempt.IsOwnAddress
        && !(attempt.Source.AutonomousSystem is { } number && ProviderSystems.Contains(number))
        // Where several accounts come from, it is an exit of a VPN or provider: its place is nobody's.
        && study.Habits.Owners(attempt, Trait.Address) < 3;

    private static bool IsStrange(SignInStudy study, Attempt last, Attempt attempt) =>
        !(last.Device != 0 && last.Device == attempt.Device)
        && !(last.Source.Session.Length > 0 && last.Source.Session == attempt.Source.Session)
        && new[] { last, attempt }.Any(a =>
            !study.Judge.IsHabitual(a, null)
            && study.Habits.HasPast(a.Account, a.Time)
            && study.Novelty.IsNew(a, Trait.Network)
            && (a.Country == 0 || study.Novelty.IsNew(a, Trait.Country))
            && study.Novelty.IsNew(a, Trait.Agent)
        );

    internal static double? Distance(SignIn one, SignIn other)
    {
        if (
            one is not { Latitude: { } lat1, Longitude: { } lon1 }
            || other is not { Latitude: { } lat2, Longitude: { } lon2 }
        )
        {
            return null;
        }

        double a = Math.Sin(double.DegreesToRadians(lat2 - lat1) / 2);
        double b = Math.Sin(double.DegreesToRadians(lon2 - lon1) / 2);
        double h =
            (a * a) + (Math.Cos(double.DegreesToRadians(lat1)) * Math.Cos(double.DegreesToRadians(lat2)) * b * b);
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Clamp(h, 0, 1)));
    }
}
