using System.Text.Json;
using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads Microsoft's published mapping: rows of <c>Threat actor name</c>, <c>Origin/Threat</c>, <c>Other names</c>. Each row is an actor of Microsoft's own.</summary>
internal static class MicrosoftMappingImport
{
    public const string Format = "Microsoft's mapping";
    public const string NameColumn = "Threat actor name";

    public static void Read(JsonElement root, string place, ImportContent content)
    {
        KnowledgeSource source = content.AddSource(
            NamingSchemes.Microsoft,
            "How Microsoft names threat actors: mapping",
            null
        );
        int at = 0;
        foreach (JsonElement row in root.EnumerateArray())
        {
            string here = $"{place}: row {++at}";
            if (JsonFields.Text(row, NameColumn) is not { } name || NameKey.Of(name).Length == 0)
            {
                content.Problems.Add(here, $"there is no '{NameColumn}'");
                continue;
            }

            var actor = new ActorEntry(EntityIds.Actor("microsoft", name), name, source);
            actor.AddName(name, NamingSchemes.Microsoft, true, source);
            foreach (string other in Split(JsonFields.Text(row, "Other names")))
            {
                actor.AddName(other, null, false, source);
            }

            foreach (string origin in Split(JsonFields.Text(row, "Origin/Threat")))
            {
                actor.Origins.Add(new ActorOrigin(Countries.CodeOf(origin) ?? origin, source));
            }

            content.Add(actor, here);
        }
    }

    private static string[] Split(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
