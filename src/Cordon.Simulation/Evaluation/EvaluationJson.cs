using System.Text.Json;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Evaluation;

/// <summary>Writes the figures as JSON.</summary>
internal static class EvaluationJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
    };

    public static void Write(Stream output, EvaluationReport report)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("profile", report.Truth.Profile);
        json.WriteNumber("seed", report.Truth.Seed);
        json.WriteNumber("members", report.Truth.Members.Count);
        json.WriteNumber("days", report.Truth.Days);
        json.WriteStartObject("incidents");
        json.WriteNumber("alerts", report.Alerts);
        json.WriteNumber("setAside", report.SetAside);
        json.WriteNumber("false", report.False);
        json.WriteNumber("fragments", report.All.Fragments);
        Share(json, "precision", report.Alerts - report.False, report.Alerts);
        Share(json, "recall", report.All.Found, report.All.Visible);
        Rate(json, "alertsPerMemberDay", report.Alerts, report.MemberDays);
        Rate(json, "falsePerMemberDay", report.False, report.MemberDays);
        json.WriteEndObject();
        json.WritePropertyName("attempts");
        Kind(json, report.All);
        json.WriteStartObject("kinds");
        foreach ((string name, KindFigures kind) in report.Kinds)
        {
            json.WritePropertyName(name);
            Kind(json, kind);
        }

        json.WriteEndObject();
        json.WriteStartArray("confusion");
        foreach (
            ((TruthOutcome knowable, TruthOutcome? said), int count) in report
                .Confusion.OrderBy(static c => c.Key.Knowable)
                .ThenBy(static c => c.Key.Said)
        )
        {
            json.WriteStartObject();
            json.WriteString("knowable", TruthWords.Of(knowable));
            json.WriteString("said", said is { } s ? TruthWords.Of(s) : "not-named");
            json.WriteNumber("targets", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("failedWithoutCoverage", report.WronglyFailed);
        Pairs(json, "failedWithoutCoverageTargets", "attempt", "target", report.WronglyFailedTargets);
        Pairs(json, "toldOtherwise", "attempt", "difference", report.Differing);
        Pairs(json, "missed", "attempt", "kind", report.Missed);
        Pairs(json, "falseAlerts", "organisation", "incident", report.FalseAlerts);
        Attribution(json, report.Who);
        json.WriteStartObject("calibration");
        Calibrated(json, "incidents", report.Incidents);
        Calibrated(json, "outcomes", report.Outcomes);
        Calibrated(json, "actorsListed", report.Who.Listed);
        Calibrated(json, "actorsLeading", report.Who.Leading);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Attribution(Utf8JsonWriter json, AttributionFigures who)
    {
        json.WriteStartObject("attribution");
        json.WriteNumber("incidents", who.Incidents);
        json.WriteNumber("attributed", who.Attributed);
        json.WriteNumber("right", who.Right);
        json.WriteNumber("wrongAbovePossible", who.WrongAbove);
        Share(json, "shareAttributed", who.Attributed, who.Incidents);
        Share(json, "shareWrongAbovePossible", who.WrongAbove, who.Incidents);
        json.WriteNumber("known", who.Known);
        json.WriteNumber("reported", who.Reported);
        json.WriteNumber("found", who.Found);
        json.WriteNumber("falseFlags", who.FalseFlags);
        json.WriteNumber("fooled", who.Fooled);
        json.WriteEndObject();
    }

    private static void Kind(Utf8JsonWriter json, KindFigures kind)
    {
        json.WriteStartObject();
        json.WriteNumber("attempts", kind.Attempts);
        json.WriteNumber("visible", kind.Visible);
        json.WriteNumber("found", kind.Found);
        Share(json, "recall", kind.Found, kind.Visible);
        json.WriteNumber("fragments", kind.Fragments);
        Success(json, "credentialExposedAndWorse", kind.Exposed);
        Success(json, "accessGainedAndWorse", kind.Access);
        json.WriteNumber("targets", kind.Targets);
        json.WriteNumber("targetsNamed", kind.Named);
        json.WriteNumber("targetsRight", kind.Right);
        Share(json, "rightOfNamed", kind.Right, kind.Named);
        Share(json, "rightOfAll", kind.Right, kind.Targets);
        json.WriteEndObject();
    }

    private static void Success(Utf8JsonWriter json, string name, SuccessFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("attempts", figures.Attempts);
        json.WriteNumber("found", figures.Found);
        json.WriteNumber("told", figures.Told);
        Share(json, "recall", figures.Found, figures.Attempts);
        Share(json, "recallTold", figures.Told, figures.Attempts);
        json.WriteEndObject();
    }

    private static void Calibrated(Utf8JsonWriter json, string name, Calibration calibration)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", calibration.Count);
        Value(json, "brier", calibration.Brier);
        Value(json, "expectedCalibrationError", calibration.Error);
        json.WriteStartArray("table");
        foreach ((double from, long count, double mean, double share) in calibration.Rows())
        {
            json.WriteStartObject();
            Value(json, "from", from);
            json.WriteNumber("count", count);
            Value(json, "meanProbability", mean);
            Value(json, "shareTrue", share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Pairs(
        Utf8JsonWriter json,
        string name,
        string first,
        string second,
        IReadOnlyList<(string, string)> pairs
    )
    {
        json.WriteStartArray(name);
        foreach ((string a, string b) in pairs)
        {
            json.WriteStartObject();
            json.WriteString(first, a);
            json.WriteString(second, b);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Share(Utf8JsonWriter json, string name, int part, int whole) =>
        Value(json, name, whole == 0 ? null : (double)part / whole);

    private static void Rate(Utf8JsonWriter json, string name, int count, double days) =>
        Value(json, name, days <= 0 ? null : count / days);

    private static void Value(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, 4));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
