using Cordon.Simulation.Attempts;
using Cordon.Simulation.Intel;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation;

/// <summary>
/// Writes the telemetry of a sector that does not exist, <c>truth.json</c>, which says what happened in it, and <c>intel</c>, which holds what could be known beforehand. Only reserved names and addresses;
/// nothing in it can harm. docs/simulation.md describes what is simulated.
/// </summary>
public static class Simulator
{
    /// <summary>Names of the profiles; the first is the usual one.</summary>
    public static IReadOnlyList<string> Profiles => SimulationProfiles.Names;

    /// <summary>Writes a sector.</summary>
    /// <param name="request">What to simulate.</param>
    /// <param name="progress">Is told how many members are done; may be null.</param>
    /// <param name="cancel">Stops the work; what was written stays.</param>
    /// <exception cref="ArgumentException">The request is out of its bounds, or names no profile.</exception>
    /// <exception cref="IOException">A file can't be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static SimulationSummary Run(
        SimulationRequest request,
        Action<int>? progress = null,
        CancellationToken cancel = default
    ) => Summary(Results(request, progress, cancel));

    /// <summary>Removes what an earlier run left in a folder: members' folders (those that hold a cordon.yaml), truth.json and what was known beforehand. Other things stay.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">Something can't be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Something may not be removed.</exception>
    public static void Clear(string folder)
    {
        foreach (string member in Directory.EnumerateDirectories(folder, "m*-*"))
        {
            var info = new DirectoryInfo(member);
            if (info.LinkTarget is null && File.Exists(Path.Combine(member, "cordon.yaml")))
            {
                info.Delete(recursive: true);
            }
        }

        File.Delete(Path.Combine(folder, "truth.json"));
        var intel = new DirectoryInfo(Path.Combine(folder, FeedWriter.Folder));
        if (intel.Exists && intel.LinkTarget is null && File.Exists(Path.Combine(intel.FullName, "knowledge.json")))
        {
            File.Delete(Path.Combine(intel.FullName, "knowledge.json"));
            File.Delete(Path.Combine(intel.FullName, "warninglist.json"));
        }
    }

    /// <summary>As <see cref="Run"/>, with all that is known of each member, for tests.</summary>
    internal static MemberResult[] Results(
        SimulationRequest request,
        Action<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(
            request.Members is >= 1 and <= SimulationRequest.MaxMembers,
            $"members have to be 1 to {SimulationRequest.MaxMembers}"
        );
        Check(
            request.Days is >= 1 and <= SimulationRequest.MaxDays,
            $"days have to be 1 to {SimulationRequest.MaxDays}"
        );
        SimulationProfile? profile = SimulationProfiles.Find(request.Profile);
        Check(profile is not null, $"there is no profile '{request.Profile}'; there are {string.Join(", ", Profiles)}");
        IReadOnlyDictionary<string, Campaign[]> campaigns = Campaign.All(request.Seed, profile!);
        Directory.CreateDirectory(request.Folder);
        var results = new MemberResult[request.Members];
        int done = 0;
        try
        {
            Parallel.For(
                0,
                request.Members,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Math.Max(1, request.Threads),
                    CancellationToken = cancel,
                },
                i =>
                {
                    results[i] = MemberRun.Write(i, request, profile!, campaigns, cancel);
                    progress?.Invoke(Interlocked.Increment(ref done));
                }
            );
        }
        catch (AggregateException fault) when (fault.InnerExceptions.Count > 0)
        {
            // The first is as good as all: they share a disk.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault.InnerExceptions[0]);
        }

        IReadOnlyList<Crew> crews = Crew.All(request.Seed, profile!, campaigns);
        Dictionary<string, Behind> behind = crews
            .SelectMany(static c => c.Campaigns.Select(g => (g.Id, c.Behind)))
            .ToDictionary(static p => p.Id, static p => p.Behind, StringComparer.Ordinal);
        FeedWriter.Write(request.Folder, request, crews);
        using FileStream file = File.Create(Path.Combine(request.Folder, "truth.json"));
        TruthWriter.Write(
            file,
            new TruthDocument(
                request.Seed,
                profile!.Name,
                request.Days,
                [.. results.Select(static r => r.Truth)],
                [
                    .. results
                        .SelectMany(static r => r.Attempts)
                        .Select(a => a.Truth with { Behind = behind[a.Truth.Campaign] }),
                ]
            )
        );
        return results;
    }

    private static SimulationSummary Summary(MemberResult[] results) =>
        new(
            results.Length,
            results.Sum(static r => r.Truth.Accounts),
            results.Sum(static r => r.Attempts.Count),
            results.Sum(static r => r.Tally.Events),
            results.Sum(static r => r.Tally.Files),
            results.Sum(static r => r.Tally.Bytes)
        );

    private static void Check(bool isRight, string message)
    {
        if (!isRight)
        {
            throw new ArgumentException(message);
        }
    }
}
