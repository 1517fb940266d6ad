using Cordon.Simulation.Attempts;
using Cordon.Simulation.Evaluation;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Records;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Tests;

/// <summary>What truth.json says and what the logs hold are the same story.</summary>
[Collection(nameof(SectorFixture))]
public sealed class TruthAndLogsTests(SectorFixture fixture)
{
    [Fact]
    public void Every_event_of_an_attempt_is_in_the_log_that_should_tell_it_and_nowhere_else()
    {
        int told = 0;
        int lost = 0;
        foreach (
            (WrittenSector sector, MemberResult member, TruthAttempt truth, AttemptDraft draft) in fixture.Attempts
        )
        {
            foreach (SimEvent item in draft.Own.Where(static e => e.Mark.Length > 7))
            {
                string mark = item.Mark;
                foreach (SimLog log in MemberLogs.Of(item, member.Member.Logs))
                {
                    string text = sector.TextOf(member, Folder(log, member.Member.Logs));
                    bool isThere = member.Member.Logs.Shows(log, item.Time) && MemberLogs.Tells(item, member.Member);
                    if (isThere)
                    {
                        told++;
                        Assert.True(
                            text.Contains(mark, StringComparison.Ordinal),
                            $"{truth.Id} ({truth.Kind}): {item} is not in {log}"
                        );
                    }
                    else if (Guid.TryParse(mark, out _) && item is not MailEvent)
                    {
                        lost++;
                        Assert.False(
                            text.Contains(mark, StringComparison.Ordinal),
                            $"{truth.Id}: {item} is in {log}, which should miss it"
                        );
                    }
                }
            }
        }

        Assert.True(told > 1_000);
        Assert.True(lost > 0);
    }

    [Fact]
    public void A_log_that_is_left_out_has_no_file_and_one_that_begins_late_begins_late()
    {
        int absent = 0;
        int late = 0;
        foreach ((WrittenSector sector, MemberResult member) in fixture.Members)
        {
            LogPlan plan = member.Member.Logs;
            foreach (SimLog log in Enum.GetValues<SimLog>())
            {
                string folder = Path.Combine(sector.Folder, member.Truth.Folder, Folder(log, plan));
                string[] files = Directory.Exists(folder)
                    ? [.. WrittenSector.Files(folder).Where(f => Name(log, plan, f))]
                    : [];
                if (!plan.Has(log))
                {
                    absent++;
                    Assert.True(files.Length == 0, $"{member.Truth.Id} has {log}, which was left out");
                }
                else if (log is not (SimLog.Controller or SimLog.Hosts or SimLog.Mail))
                {
                    Assert.True(
                        files.Length > 0 || log is not (SimLog.Trace or SimLog.Activity or SimLog.SignIns),
                        member.Truth.Id
                    );
                    DateTime first = plan.Logs[log].From;
                    late += first > new DateTime(2020, 11, 2, 0, 0, 0, DateTimeKind.Utc) ? 1 : 0;
                    Assert.All(files, f => Assert.True(string.CompareOrdinal(Date(f), $"{first:yyyyMMdd}") >= 0, f));
                }
            }
        }

        Assert.True(absent > 10);
        Assert.True(late > 0);
    }

    [Fact]
    public void Failed_is_knowable_only_where_sign_ins_are_there_for_the_whole_time()
    {
        int checks = 0;
        foreach ((_, MemberResult member, TruthAttempt truth, _) in fixture.Attempts)
        {
            LogPlan plan = member.Member.Logs;
            bool isLacking =
                plan.Identity < IdentityShape.AuditOnly
                && (!plan.Has(SimLog.NonInteractive) || plan.Logs[SimLog.NonInteractive].From > truth.Last);
            foreach (
                TruthTarget target in truth.Targets.Where(t =>
                    isLacking && t.Name.Contains('@', StringComparison.Ordinal)
                )
            )
            {
                checks++;
                Assert.NotEqual(TruthOutcome.Failed, target.Knowable);
            }
        }

        Assert.True(checks > 0);
    }

    [Fact]
    public void What_is_knowable_never_says_more_than_what_happened()
    {
        foreach ((_, _, TruthAttempt truth, _) in fixture.Attempts)
        {
            Assert.NotEmpty(truth.Targets);
            Assert.Equal(truth.Targets.Max(static t => t.Outcome), truth.Outcome);
            Assert.Equal(truth.Targets.Max(static t => t.Knowable), truth.Knowable);
            Assert.True(truth.First <= truth.Last);
            Assert.All(
                truth.Targets,
                t =>
                {
                    Assert.True(
                        t.Outcome is not (TruthOutcome.Unknown or TruthOutcome.Unseen or TruthOutcome.NotAnAttack)
                    );
                    Assert.True(t.Knowable is TruthOutcome.Unknown || t.Knowable <= t.Outcome, $"{truth.Id}: {t}");
                    Assert.True(t.Knowable != TruthOutcome.Unknown || truth.MissingLogs.Count > 0, $"{truth.Id}: {t}");
                }
            );
        }
    }

    [Fact]
    public void Reads_back_the_truth_that_was_written()
    {
        foreach (WrittenSector sector in fixture.Sectors)
        {
            TruthDocument truth = TruthReader.Load(Path.Combine(sector.Folder, "truth.json"), EvaluationLimits.Default);

            Assert.Equal(sector.Members.Select(static m => m.Truth), truth.Members);
            TruthAttempt[] attempts =
            [
                .. sector.Members.SelectMany(static m => m.Attempts).Select(static a => a.Truth),
            ];
            Assert.Equal(attempts.Select(static a => a.Id), truth.Attempts.Select(static a => a.Id));
            Assert.Equal(attempts.SelectMany(static a => a.Targets), truth.Attempts.SelectMany(static a => a.Targets));
            Assert.All(truth.Attempts, a => Assert.Contains(truth.Members, m => m.Name == a.Organisation));
        }
    }

    [Fact]
    public void Some_members_are_left_alone_and_kinds_and_outcomes_are_many()
    {
        Assert.Contains(fixture.Members, static m => m.Member.Attempts.Count == 0);
        Assert.True(fixture.Attempts.Select(static a => a.Truth.Kind).Distinct().Count() >= 10);
        Assert.Contains(fixture.Attempts, static a => a.Truth.Knowable == TruthOutcome.Unknown);
        Assert.Contains(fixture.Attempts, static a => a.Truth.Knowable == TruthOutcome.Failed);
        Assert.Contains(fixture.Attempts, static a => a.Truth.Knowable == TruthOutcome.Blocked);
        Assert.Contains(fixture.Attempts, static a => a.Truth.Knowable == TruthOutcome.FollowOn);
        Assert.Contains(
            fixture.Members,
            static m =>
                m.Member.Member.Kind == Sector.MemberKind.Laboratory && m.Member.Truth.Accounts is >= 10 and <= 30
        );
    }

    private static string Folder(SimLog log, LogPlan plan) =>
        log switch
        {
            SimLog.SignIns or SimLog.NonInteractive or SimLog.Directory when plan.Identity == IdentityShape.Okta =>
                "okta",
            SimLog.SignIns or SimLog.NonInteractive or SimLog.Directory when plan.Identity == IdentityShape.Google =>
                "google",
            SimLog.SignIns or SimLog.NonInteractive or SimLog.Directory => "entra",
            SimLog.Activity => plan.Identity == IdentityShape.Google ? "google" : "m365",
            SimLog.Trace or SimLog.Mail => "mail",
            SimLog.Controller or SimLog.Hosts => "windows",
            SimLog.Linux => "linux",
            SimLog.Vpn => "vpn",
            _ => "network",
        };

    // Which of a folder's files are the log's own.
    private static bool Name(SimLog log, LogPlan plan, string path)
    {
        string name = Path.GetFileName(path);
        return log switch
        {
            SimLog.SignIns => name.StartsWith("signins", StringComparison.Ordinal)
                || name.StartsWith("system-log", StringComparison.Ordinal)
                || name.StartsWith("login", StringComparison.Ordinal),
            SimLog.NonInteractive => name.StartsWith("noninteractive", StringComparison.Ordinal),
            SimLog.Directory => name.StartsWith('a'),
            SimLog.Activity => plan.Identity != IdentityShape.Google
                || name.StartsWith("drive", StringComparison.Ordinal),
            SimLog.Trace => name.StartsWith("trace", StringComparison.Ordinal),
            SimLog.Mail => !name.StartsWith("trace", StringComparison.Ordinal),
            SimLog.Controller => path.Contains("dc01", StringComparison.Ordinal),
            SimLog.Hosts => !path.Contains("dc01", StringComparison.Ordinal),
            SimLog.Proxy => name.StartsWith("proxy", StringComparison.Ordinal)
                || name.StartsWith("gateway", StringComparison.Ordinal),
            SimLog.Dns => name.StartsWith("queries", StringComparison.Ordinal),
            _ => true,
        };
    }

    private static string Date(string path)
    {
        string name = Path.GetFileName(path);
        return name[(name.LastIndexOf('-') + 1)..][..8];
    }
}
