using System.Text;
using System.Text.Json;
using Cordon.Simulation.Evaluation;

namespace Cordon.Simulation.Tests.Evaluation;

/// <summary>Figures on truths that were made by hand.</summary>
public sealed class EvaluatorTests : IDisposable
{
    private const string Day = "2020-11-10T08:00:00Z";

    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-evaluate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_perfect_answer_has_perfect_figures()
    {
        JsonElement figures = Figures(
            [
                Attempt(
                    "a1",
                    "spray",
                    "Lab",
                    Target("account", "amal@lab.example", "failed"),
                    Target("account", "bo@lab.example", "access-gained")
                ),
            ],
            [
                Incident(
                    "i1",
                    "Lab",
                    1,
                    Said("account", "Amal@LAB.example", "failed", 1),
                    Said("account", "LAB\\bo", "access-gained", 1)
                ),
            ]
        );

        Assert.Equal(1, Number(figures, "incidents", "precision"));
        Assert.Equal(1, Number(figures, "incidents", "recall"));
        Assert.Equal(1, Number(figures, "attempts", "accessGainedAndWorse", "recallTold"));
        Assert.Equal(1, Number(figures, "attempts", "rightOfAll"));
        Assert.Equal(0, Number(figures, "calibration", "outcomes", "brier"));
        Assert.Equal(0, Number(figures, "calibration", "incidents", "expectedCalibrationError"));
    }

    [Theory]
    [InlineData("Lab", Day, "account", "amal@lab.example", 1)]
    [InlineData("Lab", Day, "email-address", "amal@lab.example", 1)]
    [InlineData("Lab", Day, "account", "amal", 1)]
    [InlineData("lab", Day, "account", "amal@lab.example", 1)]
    [InlineData("Lab", "2020-11-11T07:00:00Z", "account", "amal@lab.example", 1)]
    [InlineData("Lab", "2020-11-13T08:00:00Z", "account", "amal@lab.example", 0)]
    [InlineData("Other", Day, "account", "amal@lab.example", 0)]
    [InlineData("Lab", Day, "account", "amal@other.example", 0)]
    [InlineData("Lab", Day, "account", "amalia@lab.example", 0)]
    [InlineData("Lab", Day, "host", "amal@lab.example", 0)]
    public void An_incident_covers_an_attempt_by_organisation_time_and_target(
        string organisation,
        string time,
        string kind,
        string name,
        int found
    )
    {
        JsonElement figures = Figures(
            [Attempt("a1", "spray", "Lab", Target("account", "amal@lab.example", "failed"))],
            [IncidentAt("i1", organisation, 0.5, time, "failed", Said(kind, name, "failed", 0.9))]
        );

        Assert.Equal(found, Number(figures, "attempts", "found"));
        Assert.Equal(1 - found, Number(figures, "incidents", "false"));
    }

    [Fact]
    public void Hosts_are_the_same_with_and_without_their_domain()
    {
        JsonElement figures = Figures(
            [Attempt("a1", "host", "Lab", Target("host", "ws-1.lab.example", "follow-on"))],
            [Incident("i1", "Lab", 0.9, Said("host", "WS-1", "follow-on", 0.9))]
        );

        Assert.Equal(1, Number(figures, "attempts", "targetsRight"));
    }

    [Theory]
    [InlineData("blocked", 2)]
    [InlineData("failed", 0)]
    public void An_incident_over_two_attempts_on_one_target_is_held_to_the_worst_of_both(string said, int right)
    {
        JsonElement figures = Figures(
            [
                Attempt("a1", "spray", "Lab", Target("account", "amal@lab.example", "blocked")),
                Attempt("a2", "spray", "Lab", Target("account", "amal@lab.example", "failed")),
            ],
            [Incident("i1", "Lab", 0.9, Said("account", "amal@lab.example", said, 1))]
        );

        Assert.Equal(right, Number(figures, "attempts", "targetsRight"));
        Assert.Equal(2 - right, figures.GetProperty("toldOtherwise").GetArrayLength());
    }

    [Fact]
    public void Several_incidents_for_one_attempt_are_fragments_and_not_false()
    {
        JsonElement figures = Figures(
            [
                Attempt(
                    "a1",
                    "spray",
                    "Lab",
                    Target("account", "a@lab.example", "failed"),
                    Target("account", "b@lab.example", "failed")
                ),
            ],
            [
                Incident("i1", "Lab", 0.9, Said("account", "a@lab.example", "failed", 1)),
                Incident("i2", "Lab", 0.9, Said("account", "b@lab.example", "failed", 1)),
            ]
        );

        Assert.Equal(0, Number(figures, "incidents", "false"));
        Assert.Equal(1, Number(figures, "incidents", "fragments"));
        Assert.Equal(1, Number(figures, "incidents", "precision"));
        Assert.Equal(2, Number(figures, "attempts", "targetsRight"));
    }

    [Fact]
    public void One_incident_may_cover_several_attempts()
    {
        JsonElement figures = Figures(
            [
                Attempt("a1", "lure", "Lab", Target("recipient", "a@lab.example", "failed")),
                Attempt("a2", "spray", "Lab", Target("account", "a@lab.example", "failed")),
            ],
            [Incident("i1", "Lab", 0.9, Said("account", "a@lab.example", "failed", 1))]
        );

        Assert.Equal(2, Number(figures, "attempts", "found"));
        Assert.Equal(0, Number(figures, "incidents", "fragments"));
    }

    [Fact]
    public void What_no_log_tells_of_does_not_count_as_missed()
    {
        JsonElement figures = Figures(
            [Attempt("a1", "spray", "Lab", Target("account", "a@lab.example", "failed", "unseen"))],
            []
        );

        Assert.Equal(1, Number(figures, "attempts", "attempts"));
        Assert.Equal(0, Number(figures, "attempts", "visible"));
        Assert.Equal(JsonValueKind.Null, figures.GetProperty("incidents").GetProperty("recall").ValueKind);
    }

    [Fact]
    public void Failed_without_coverage_is_counted_and_named()
    {
        JsonElement figures = Figures(
            [
                Attempt(
                    "a1",
                    "spray",
                    "Lab",
                    Target("account", "a@lab.example", "failed", "unknown"),
                    Target("account", "b@lab.example", "failed", "unknown")
                ),
            ],
            [
                Incident(
                    "i1",
                    "Lab",
                    0.9,
                    Said("account", "a@lab.example", "failed", 0.9),
                    Said("account", "b@lab.example", "unknown", 0.9)
                ),
            ]
        );

        Assert.Equal(1, Number(figures, "failedWithoutCoverage"));
        Assert.Equal(
            "a@lab.example",
            figures.GetProperty("failedWithoutCoverageTargets")[0].GetProperty("target").GetString()
        );
    }

    [Theory]
    [InlineData("T1110.003", "T1110.001", 1)]
    [InlineData("T1110.003", "T1566.002", 0)]
    [InlineData("T1566.001", "T1598.003", 1)]
    [InlineData("T1566.002", "T1078", 1)]
    [InlineData("T1078", "T1110", 1)]
    public void An_incident_of_another_way_in_finds_no_attempt_and_is_not_false(string real, string told, int found)
    {
        string attempt = Attempt("a1", "spray", "Lab", Target("account", "a@lab.example", "failed"))
            .Replace("\"techniques\":[]", $"\"techniques\":[\"{real}\"]", StringComparison.Ordinal);
        string incident = Incident("i1", "Lab", 0.9, Said("account", "a@lab.example", "failed", 0.9))
            .Replace("\"confidence\"", $"\"techniques\":[\"{told}\"],\"confidence\"", StringComparison.Ordinal);
        JsonElement figures = Figures([attempt], [incident]);

        Assert.Equal(found, Number(figures, "attempts", "found"));
        Assert.Equal(0, Number(figures, "incidents", "false"));
    }

    [Fact]
    public void An_incident_that_says_not_an_attack_is_neither_an_alert_nor_a_find()
    {
        JsonElement figures = Figures(
            [Attempt("a1", "spray", "Lab", Target("account", "a@lab.example", "failed"))],
            [IncidentAt("i1", "Lab", 0.1, Day, "not-an-attack", Said("account", "a@lab.example", "not-an-attack", 0.9))]
        );

        Assert.Equal(0, Number(figures, "incidents", "alerts"));
        Assert.Equal(1, Number(figures, "incidents", "setAside"));
        Assert.Equal(0, Number(figures, "attempts", "found"));
    }

    [Fact]
    public void Successes_count_as_told_only_where_the_right_target_is_told_as_so_bad()
    {
        JsonElement figures = Figures(
            [
                Attempt(
                    "a1",
                    "spray",
                    "Lab",
                    Target("account", "a@lab.example", "access-gained"),
                    Target("account", "b@lab.example", "failed")
                ),
            ],
            [
                Incident(
                    "i1",
                    "Lab",
                    0.9,
                    Said("account", "a@lab.example", "failed", 0.9),
                    Said("account", "b@lab.example", "follow-on", 0.9)
                ),
            ]
        );

        Assert.Equal(1, Number(figures, "attempts", "accessGainedAndWorse", "found"));
        Assert.Equal(0, Number(figures, "attempts", "accessGainedAndWorse", "told"));
    }

    [Fact]
    public void Brier_score_and_calibration_error_are_those_of_the_book()
    {
        var calibration = new Calibration();
        calibration.Add(0.8, true);
        calibration.Add(0.8, false);
        calibration.Add(1, true);

        Assert.Equal(((0.04 + 0.64) + 0) / 3, calibration.Brier!.Value, 12);
        Assert.Equal((Math.Abs(1.6 - 1) + 0) / 3, calibration.Error!.Value, 12);
        Assert.Equal(2, calibration.Rows().Count());
    }

    [Fact]
    public void Rates_are_by_member_and_day()
    {
        JsonElement figures = Figures([], [Incident("i1", "Lab", 0.5), Incident("i2", "Lab", 0.5)]);

        // Two members, ten days.
        Assert.Equal(0.1, Number(figures, "incidents", "falsePerMemberDay"));
        Assert.Equal(0.1, Number(figures, "incidents", "alertsPerMemberDay"));
    }

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("{\"incidents\":[", "no JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{}", "'incidents' is not there")]
    [InlineData("{\"incidents\":{}}", "'incidents' is not there, or is no list")]
    [InlineData("{\"incidents\":[1]}", "incidents[0]: it is no object")]
    [InlineData("{\"incidents\":[{\"id\":1}]}", "incidents[0]: 'id' is not there, or is no text")]
    public void Files_that_cannot_be_used_are_refused_with_the_place(string content, string message)
    {
        string incidents = Path.Combine(_folder, "incidents.json");
        File.WriteAllText(incidents, content);

        EvaluationException fault = Assert.Throws<EvaluationException>(() => Evaluator.Run(Truth([]), incidents));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Contains(incidents, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"probability\":0.5", "\"probability\":7", "'probability' is not there, or is no number from 0 to 1")]
    [InlineData(
        "\"probability\":0.5",
        "\"probability\":1e999",
        "'probability' is not there, or is no number from 0 to 1"
    )]
    [InlineData("\"outcome\":\"failed\"", "\"outcome\":\"won\"", "'outcome' is no outcome")]
    [InlineData("\"outcome\":\"failed\"", "\"outcome\":\"unseen\"", "'outcome' is 'unseen'")]
    [InlineData("\"first\":\"" + Day + "\"", "\"first\":\"soon\"", "'first' is no point in time")]
    [InlineData(
        "\"organisation\":\"Lab\"",
        "\"organisation\":\"\\ud800\"",
        "'organisation' is no text that can be read"
    )]
    public void Values_out_of_their_range_are_refused(string good, string bad, string message)
    {
        string incidents = Path.Combine(_folder, "incidents.json");
        File.WriteAllText(incidents, Answer([Incident("i1", "Lab", 0.5)]).Replace(good, bad, StringComparison.Ordinal));

        EvaluationException fault = Assert.Throws<EvaluationException>(() => Evaluator.Run(Truth([]), incidents));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_hold_for_depth_size_count_and_length()
    {
        string path = Path.Combine(_folder, "incidents.json");
        void Refused(string content, EvaluationLimits limits)
        {
            File.WriteAllText(path, content);
            Assert.Throws<EvaluationException>(() => AnsweredIncident.Load(path, limits));
        }

        Refused(new string('[', 5_000), EvaluationLimits.Default);
        Refused(Answer([Incident("i1", "Lab", 0.5)]), new EvaluationLimits { MaxBytes = 10 });
        Refused(
            Answer([Incident("i1", "Lab", 0.5), Incident("i2", "Lab", 0.5)]),
            new EvaluationLimits { MaxItems = 1 }
        );
        Refused(Answer([Incident(new string('x', 5_000), "Lab", 0.5)]), EvaluationLimits.Default);
        Refused(
            Answer([Incident("i1", "Lab", 0.5, Said("account", "a", "failed", 1), Said("account", "b", "failed", 1))]),
            new EvaluationLimits { MaxTargets = 1 }
        );
    }

    [Fact]
    public void Times_at_the_ends_of_the_calendar_do_no_harm()
    {
        JsonElement figures = Figures(
            [Attempt("a1", "spray", "Lab", Target("account", "a@lab.example", "failed"))],
            [
                IncidentAt(
                    "i1",
                    "Lab",
                    0.5,
                    "0001-01-01T00:00:00Z",
                    "failed",
                    Said("account", "a@lab.example", "failed", 1)
                ),
                IncidentAt(
                    "i2",
                    "Lab",
                    0.5,
                    "9999-12-31T23:59:59Z",
                    "failed",
                    Said("account", "a@lab.example", "failed", 1)
                ),
            ]
        );

        Assert.Equal(2, Number(figures, "incidents", "false"));
    }

    [Fact]
    public void Text_for_the_terminal_holds_nothing_that_moves_it()
    {
        string truth = Truth([
            Attempt(
                "a\\u001b[2J",
                "sp\\u202eray\\nx",
                "Lab",
                Target("account", "\\u0007b@lab.example", "failed", "unknown")
            ),
        ]);
        string incidents = Path.Combine(_folder, "incidents.json");
        File.WriteAllText(incidents, Answer([Incident("i\\u001b]0;x", "Else", 0.5)]));
        var output = new StringWriter();

        Evaluator.Run(truth, incidents).WriteText(output);

        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.DoesNotContain('\u202e', output.ToString());
        Assert.Contains("sp?ray?x", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("(has to be 0)", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_gives_figures_without_values()
    {
        JsonElement figures = Figures([], []);

        Assert.Equal(JsonValueKind.Null, figures.GetProperty("incidents").GetProperty("precision").ValueKind);
        Assert.Equal(0, Number(figures, "failedWithoutCoverage"));
    }

    private JsonElement Figures(string[] attempts, string[] incidents)
    {
        string truth = Truth(attempts);
        string path = Path.Combine(_folder, "incidents.json");
        File.WriteAllText(path, Answer(incidents));
        EvaluationReport report = Evaluator.Run(truth, path);
        report.WriteText(TextWriter.Null);
        var output = new MemoryStream();
        report.WriteJson(output);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;
    }

    private string Truth(string[] attempts)
    {
        string path = Path.Combine(_folder, "truth.json");
        string members =
            "{\"id\":\"m1\",\"name\":\"Lab\",\"folder\":\"m1\",\"accounts\":20},{\"id\":\"m2\",\"name\":\"Other\",\"folder\":\"m2\",\"accounts\":9}";
        File.WriteAllText(
            path,
            $"{{\"seed\":1,\"profile\":\"first\",\"days\":10,\"members\":[{members}],\"attempts\":[{string.Join(',', attempts)}]}}"
        );
        return path;
    }

    private static string Answer(string[] incidents) =>
        $"{{\"incidents\":[{string.Join(',', incidents)}],\"coverage\":[]}}";

    private static string Attempt(string id, string kind, string organisation, params string[] targets)
    {
        using JsonDocument list = JsonDocument.Parse($"[{string.Join(',', targets)}]");
        string knowable = list.RootElement.EnumerateArray().Any(t => t.GetProperty("knowable").GetString() != "unseen")
            ? list
                .RootElement.EnumerateArray()
                .Select(static t => t.GetProperty("knowable").GetString()!)
                .OrderBy(static k => Array.IndexOf(Worst, k))
                .Last()
            : "unseen";
        return $"{{\"id\":\"{id}\",\"organisation\":\"{organisation}\",\"kind\":\"{kind}\",\"campaign\":\"c\",\"actor\":\"x\",\"first\":\"{Day}\",\"last\":\"{Day}\",\"techniques\":[],\"outcome\":\"failed\",\"knowable\":\"{knowable}\",\"targets\":[{string.Join(',', targets)}],\"missingLogs\":[]}}";
    }

    private static readonly string[] Worst =
    [
        "unseen",
        "failed",
        "blocked",
        "unknown",
        "credential-exposed",
        "access-gained",
        "follow-on",
    ];

    private static string Target(string kind, string name, string outcome, string? knowable = null) =>
        $"{{\"kind\":\"{kind}\",\"name\":\"{name}\",\"outcome\":\"{outcome}\",\"knowable\":\"{knowable ?? outcome}\"}}";

    private static string Said(string kind, string name, string outcome, double probability) =>
        $"{{\"kind\":\"{kind}\",\"name\":\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\",\"outcome\":\"{outcome}\",\"probability\":{probability.ToString(System.Globalization.CultureInfo.InvariantCulture)},\"evidence\":[]}}";

    private static string Incident(string id, string organisation, double probability, params string[] targets) =>
        IncidentAt(id, organisation, probability, Day, "failed", targets);

    private static string IncidentAt(
        string id,
        string organisation,
        double probability,
        string time,
        string outcome,
        params string[] targets
    ) =>
        $"{{\"id\":\"{id}\",\"organisation\":\"{organisation}\",\"title\":\"x\",\"first\":\"{time}\",\"last\":\"{time}\",\"outcome\":\"{outcome}\",\"targets\":[{string.Join(',', targets)}],\"probability\":{probability.ToString(System.Globalization.CultureInfo.InvariantCulture)},\"confidence\":\"high\"}}";

    private static double Number(JsonElement figures, params string[] path)
    {
        foreach (string name in path)
        {
            figures = figures.GetProperty(name);
        }

        return figures.GetDouble();
    }
}
