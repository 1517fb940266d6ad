using System.Text.Json;
using Cordon.Detection.Explaining;
using Cordon.Reporting;
using Cordon.Sigma.Evaluation;

namespace Cordon.Cli.Rules;

/// <summary>An explanation as one JSON object on a line.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes one explanation.</summary>
    public static void Write(RuleExplanation explanation, long position, TextWriter output) =>
        output.WriteLine(
            JsonLine.Of(json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("rule");
                json.WriteString("id", explanation.Rule.Id);
                json.WriteString("title", explanation.Rule.Title);
                json.WriteString("path", explanation.Rule.Path);
                json.WriteNumber("line", explanation.Rule.Line);
                json.WriteString("condition", explanation.Rule.ConditionText);
                json.WriteEndObject();
                WriteEvent(json, explanation, position);
                json.WriteBoolean("fires", explanation.Fires);
                json.WriteString("log_source", explanation.Source.Kind.ToString().ToLowerInvariant());
                json.WriteString("log_source_reason", explanation.Source.Reason);
                json.WriteStartArray("routes");
                foreach (RouteResult route in explanation.Routes)
                {
                    WriteRoute(json, route);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            })
        );

    private static void WriteEvent(Utf8JsonWriter json, RuleExplanation explanation, long position)
    {
        json.WriteStartObject("event");
        json.WriteString("source", explanation.Event.Source);
        if (explanation.Event.RecordId is { } record)
        {
            json.WriteNumber("record", record);
        }

        json.WriteNumber("position", position);
        json.WriteString("time", Wording.Of(explanation.Event.Time));
        json.WriteString("channel", explanation.Event.Channel);
        json.WriteString("provider", explanation.Event.Provider);
        if (explanation.Event.Code is { } code)
        {
            json.WriteNumber("code", code);
        }

        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, RouteResult route)
    {
        json.WriteStartObject();
        json.WriteString("target", route.Target);
        json.WriteBoolean("accepted", route.Refusal is null);
        json.WriteBoolean("stands_in", route.IsStandIn);
        if (route.Refusal is { } refusal)
        {
            json.WriteString("reason", refusal);
        }

        if (route.Condition is { } condition)
        {
            json.WritePropertyName("condition");
            WriteNode(json, condition);
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, TestResult node)
    {
        json.WriteStartObject();
        json.WriteString("kind", node.Kind.ToString().ToLowerInvariant());
        if (node.Text.Length > 0)
        {
            json.WriteString("text", node.Text);
        }

        json.WriteString(
            "result",
            node.Truth switch
            {
                Truth.True => "true",
                Truth.False => "false",
                _ => "unknown",
            }
        );
        json.WriteBoolean("decides", node.Decides);
        if (node.Values is { } values)
        {
            json.WriteStartArray("values");
            foreach (string? value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        if (node.Parts.Count > 0)
        {
            json.WriteStartArray("parts");
            foreach (TestResult part in node.Parts)
            {
                WriteNode(json, part);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
