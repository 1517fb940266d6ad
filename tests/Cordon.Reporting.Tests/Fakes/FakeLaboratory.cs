using Cordon.Events;
using Cordon.Events.Coverage;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using static Cordon.Reporting.Tests.Fakes.FakeReports;

namespace Cordon.Reporting.Tests.Fakes;

/// <summary>A laboratory whose every name, statement and field was written by an attacker.</summary>
internal static class FakeLaboratory
{
    private static readonly string Name = "Laboratory " + Hostile.Script;

    public static OrganisationReport Report() =>
        new()
        {
            Organisation = new Organisation { Name = Name },
            Incidents =
            [
                Evil("a", Outcome.AccessGained, 0),
                Evil("b", Outcome.CredentialExposed, 3),
                Evil("c", Outcome.Unknown, 6),
                Evil("d", Outcome.Failed, 9),
            ],
            Coverage =
            [
                Stream(
                    LogKind.LinuxAuthentication,
                    "linux/sshd" + Hostile.Image,
                    812,
                    At(2, 4),
                    At(17, 6),
                    new TimeGap(At(5, 0), At(6, 12), Hostile.EndOfStyle)
                ) with
                {
                    Writer = Hostile.Bidi,
                    Sources = [.. Hostile.All],
                },
                Stream(LogKind.Other, Hostile.Template, 3, null, null),
            ],
            Losses = [Hostile.Comment],
        };

    private static Incident Evil(string name, Outcome outcome, int shift)
    {
        string Take(int n) => Hostile.All[(shift + n) % Hostile.All.Length];
        EventOrigin origin = Origin("logs/" + Take(0), null, At(8 + shift, 6), 77) with { Computer = Take(1) };
        Finding finding = Finding(
            origin,
            "Rule " + Take(2),
            Level.Medium,
            outcome == Outcome.Failed ? "T9999" : "T1566.002",
            "Because " + Take(3),
            [.. Hostile.All.Select((text, i) => SnapshotField.OfText(i % 2 == 0 ? text : $"field{i}", text + " " + i))]
        ) with
        {
            Entities =
            [
                new FindingEntity(new Observable(ObservableKind.Account, Take(4)), EntityRole.Target),
                new FindingEntity(new Observable(ObservableKind.Url, Hostile.JavaScriptUrl), EntityRole.Related),
            ],
        };
        return new Incident
        {
            Id = new string(name[0], 32),
            Organisation = Name,
            Title = "Title " + Take(5),
            First = At(8 + shift, 6),
            Last = At(8 + shift, 6 + shift),
            Outcome = outcome,
            Targets =
            [
                .. Hostile.All.Select(
                    (text, i) =>
                        new IncidentTarget
                        {
                            Observable = new Observable((ObservableKind)(i % 12), text),
                            Outcome = outcome,
                            Probability = 0.6,
                            Mechanism = Take(i),
                            Evidence =
                            [
                                new Evidence
                                {
                                    Statement = "Statement " + Take(i + 1),
                                    Supports = outcome,
                                    Weight = 2,
                                    Time = origin.Time,
                                    Findings = [finding.Id],
                                    Events = [origin],
                                },
                            ],
                            Containment = i == 0 ? new Containment(Take(7), At(20, 1), null) : null,
                            MissingLogs =
                                outcome == Outcome.Unknown
                                    ? [new MissingLog(LogKind.Vpn, At(14, 0), At(15, 0), Take(8), "Get it: " + Take(9))]
                                    : [],
                        }
                ),
            ],
            Sources = [.. Hostile.All.Select((text, i) => new Observable((ObservableKind)((i + 5) % 12), text))],
            Related =
            [
                new Observable(ObservableKind.Url, Hostile.JavaScriptUrl),
                new Observable(ObservableKind.Hash, "44d88612fea8a8f36de82e1278abb02f"),
                new Observable(ObservableKind.File, Hostile.Bidi),
            ],
            Techniques = outcome == Outcome.Failed ? ["T9999"] : ["T1566.002", Hostile.Script],
            Findings = [finding],
            FindingCount = 1,
            Links = [new IncidentLink(new Observable(ObservableKind.Domain, Take(10)), 3, "Link " + Take(11))],
            Probability = 0.5,
            Confidence = "low",
            Advice = ["Advice " + Take(6)],
        };
    }
}
