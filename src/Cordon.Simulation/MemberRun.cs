using System.Globalization;
using System.Text;
using Cordon.Simulation.Attempts;
using Cordon.Simulation.Chances;
using Cordon.Simulation.Life;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation;

/// <summary>Writes one member: its organisation file and its logs, a day at a time, so that memory does not grow with the days.</summary>
internal static class MemberRun
{
    /// <summary>How many days an event may lie away from the day it was made for: clocks, shifts, late answers.</summary>
    private const int Reach = 2;

    public static MemberResult Write(
        int index,
        SimulationRequest request,
        SimulationProfile profile,
        IReadOnlyDictionary<string, Campaign[]> campaigns,
        CancellationToken cancel
    )
    {
        DateTime start = request.Start.Date;
        Member member = SectorBuilder.Make(index, request.Seed, profile, start, request.Days);
        List<(TruthAttempt Truth, AttemptDraft Draft)> attempts = AttemptPlanner.Make(
            member,
            profile,
            campaigns,
            request.Seed,
            start,
            request.Days
        );
        List<SimEvent> waiting = [.. attempts.SelectMany(static a => a.Draft.Events)];
        string folder = Path.Combine(request.Folder, member.Id);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cordon.yaml"), OrganisationFile.Of(member), new UTF8Encoding(false));
        var life = new MemberLife(member, profile, request.Seed, start, request.Days);
        using var logs = new MemberLogs(
            member,
            folder,
            Chance.Of(request.Seed, profile.Name, "ids", index.ToString(CultureInfo.InvariantCulture))
        );
        for (int day = -Reach; day < request.Days + Reach; day++)
        {
            cancel.ThrowIfCancellationRequested();
            life.Day(day, waiting);
            Flush(logs, waiting, start.AddDays(day - Reach));
        }

        Flush(logs, waiting, DateTime.MaxValue);
        return new MemberResult(
            member,
            new TruthMember(member.Id, member.Name, member.Id, member.People.Count),
            attempts,
            logs.Tally
        );
    }

    // Writes all that happened before a moment, in order of time; equal times keep the order in which they were made.
    private static void Flush(MemberLogs logs, List<SimEvent> waiting, DateTime until)
    {
        List<SimEvent> due = [.. waiting.Where(e => e.Time < until).OrderBy(static e => e.Time)];
        waiting.RemoveAll(e => e.Time < until);
        foreach (SimEvent item in due)
        {
            logs.Write(item);
        }
    }
}

/// <summary>What one member gave.</summary>
internal sealed record MemberResult(
    Member Member,
    TruthMember Truth,
    List<(TruthAttempt Truth, AttemptDraft Draft)> Attempts,
    Tally Tally
);
