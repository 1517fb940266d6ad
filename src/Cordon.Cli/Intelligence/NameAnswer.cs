using System.Globalization;
using System.Text.Json;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Knowledge;
using Cordon.Reporting.Terminal;

namespace Cordon.Cli.Intelligence;

/// <summary>Writes which actors a name may mean.</summary>
internal static class NameAnswer
{
    /// <summary>Asks and writes.</summary>
    /// <returns><see cref="ExitCode.Done"/>, or <see cref="ExitCode.Failed"/> where nobody is known by the name.</returns>
    public static int Write(string name, KnowledgeBase knowledge, bool isJson)
    {
        IReadOnlyList<NameCandidate> candidates = knowledge.Resolve(name);
        if (isJson)
        {
            WriteJson(name, candidates);
        }
        else
        {
            WriteText(name, candidates);
        }

        return candidates.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void WriteText(string name, IReadOnlyList<NameCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            ErrorText.Write($"nobody is known as '{name}'; 'cordon intel import' adds what others publish");
            return;
        }

        foreach (NameCandidate one in candidates)
        {
            Console.Out.WriteLine(
                SafeText.OneLine(
                    string.Create(CultureInfo.InvariantCulture, $"{one.Score:0.00}  {one.Name}  {one.Id}"),
                    400
                )
            );
            foreach (string reason in one.Because)
            {
                Console.Out.WriteLine("      " + SafeText.OneLine(reason, 400));
            }
        }
    }

    private static void WriteJson(string name, IReadOnlyList<NameCandidate> candidates)
    {
        using Stream output = StandardOutput.Open();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteStartArray("candidates");
            foreach (NameCandidate one in candidates)
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id);
                json.WriteString("name", one.Name);
                json.WriteNumber("score", one.Score);
                Texts(json, "because", one.Because);
                Texts(json, "assertedBy", one.AssertedBy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
