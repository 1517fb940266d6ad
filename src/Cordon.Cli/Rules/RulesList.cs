using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cordon.Cli.Terminal;
using Cordon.Events;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli.Rules;

/// <summary>Lists rules, one a line.</summary>
internal static class RulesList
{
    /// <summary>Writes the rules that <paramref name="filter"/> accepts, in the order of their files.</summary>
    public static int Run(
        IReadOnlyList<string> paths,
        RuleFilter filter,
        string format,
        string? tuning,
        TextWriter output
    )
    {
        LoadedRules? rules = RuleSources.Load(paths, new FieldTable(), CacheFolder.Find(), tuning);
        if (rules is null)
        {
            return ExitCode.Failed;
        }

        SigmaRule[] chosen = [.. rules.Effective.Rules.Where(filter.Accepts)];
        foreach (SigmaRule rule in chosen)
        {
            output.WriteLine(format == "jsonl" ? Json(rule) : Line(rule));
        }

        if (format == "text")
        {
            output.WriteLine();
            output.WriteLine($"{Wording.Count(chosen.Length)} of {Wording.Count(rules.Set.Rules.Count)} rules");
            foreach ((SigmaDocument document, string? reason) in rules.Adjusted?.Disabled ?? [])
            {
                output.WriteLine(
                    SafeText.OneLine(
                        $"switched off by tuning: {document.Title}{(reason is null ? "" : $" ({reason})")}"
                    )
                );
            }
        }

        if (rules.Set.RefusedCount > 0)
        {
            ErrorText.Write(
                $"{Wording.Count(rules.Set.RefusedCount)} rules can't be used; 'cordon rules check' says why"
            );
        }

        return ExitCode.Done;
    }

    private static string Line(SigmaRule rule) =>
        SafeText.OneLine(
            $"{Wording.Of(rule.Level), -13}  {SourceText(rule.LogSource), -34}  {rule.Title}"
                + (rule.Techniques.Count > 0 ? $"  [{string.Join(' ', rule.Techniques)}]" : "")
        );

    private static string SourceText(LogSource source) =>
        string.Join('/', new[] { source.Product, source.Category, source.Service }.Where(static p => p is not null));

    private static string Json(SigmaRule rule)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("title", rule.Title);
            json.WriteString("level", Wording.Of(rule.Level));
            json.WriteStartArray("techniques");
            foreach (string technique in rule.Techniques)
            {
                json.WriteStringValue(technique);
            }

            json.WriteEndArray();
            json.WriteStartObject("logsource");
            json.WriteString("product", rule.LogSource.Product);
            json.WriteString("category", rule.LogSource.Category);
            json.WriteString("service", rule.LogSource.Service);
            json.WriteEndObject();
            json.WriteString("path", rule.Path);
            json.WriteNumber("line", rule.Line);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
