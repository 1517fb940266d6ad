using System.Globalization;
using System.Text.Json;
using Cordon.Intelligence.Reading;

namespace Cordon.Reading.Measures;

/// <summary>Holds who attacked and who was attacked, as claims say, against CASIE's marks: per document, names that hold each other count as one.</summary>
internal static class RoleMeasure
{
    /// <summary>Prints both roles.</summary>
    public static int Run(ReportReader reader)
    {
        (int Right, int Found, int Hit, int Wanted) attackers = default;
        (int Right, int Found, int Hit, int Wanted) victims = default;
        int documents = 0;
        foreach (
            string path in Directory
                .EnumerateFiles(Path.Combine(Places.Corpora, "reports", "casie", "data", "annotation"))
                .Order(StringComparer.Ordinal)
        )
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            if (!root.TryGetProperty("cyberevent", out JsonElement events) || events.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            documents++;
            var wanted = Roles(events);
            Report report = reader.Read(root.GetProperty("content").GetString()!);
            var deeds = report.Claims.Where(static c => c.Predicate == "targets").ToList();
            Count(wanted["Attacker"], Names(deeds.Select(static c => c.Subject)), ref attackers);
            Count(wanted["Victim"], Names(deeds.Select(static c => c.Object)), ref victims);
        }

        Console.WriteLine($"CASIE, {documents} documents");
        Console.WriteLine(Line("attackers", attackers));
        Console.WriteLine(Line("victims", victims));
        return 0;
    }

    private static Dictionary<string, HashSet<string>> Roles(JsonElement events)
    {
        var roles = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal)
        {
            ["Attacker"] = new(StringComparer.Ordinal),
            ["Victim"] = new(StringComparer.Ordinal),
        };
        foreach (JsonElement hopper in events.GetProperty("hopper").EnumerateArray())
        {
            foreach (JsonElement one in hopper.GetProperty("events").EnumerateArray())
            {
                if (!one.TryGetProperty("argument", out JsonElement arguments))
                {
                    continue;
                }

                foreach (JsonElement argument in arguments.EnumerateArray())
                {
                    if (
                        roles.TryGetValue(
                            argument.GetProperty("role").GetProperty("type").GetString()!,
                            out HashSet<string>? names
                        )
                    )
                    {
                        names.Add(Plain(argument.GetProperty("text").GetString()!));
                    }
                }
            }
        }

        return roles;
    }

    private static HashSet<string> Names(IEnumerable<string> names) =>
        names.Select(Plain).Where(static n => n.Length > 2 && n != "unknown").ToHashSet(StringComparer.Ordinal);

    private static string Plain(string name)
    {
        string lower = name.ToLowerInvariant().Trim(' ', '.', ',', '“', '”');
        return lower.StartsWith("the ", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    private static void Count(
        HashSet<string> wanted,
        HashSet<string> found,
        ref (int Right, int Found, int Hit, int Wanted) sums
    )
    {
        bool Same(string a, string b) =>
            a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
        sums.Right += found.Count(f => wanted.Any(w => Same(f, w)));
        sums.Found += found.Count;
        sums.Hit += wanted.Count(w => found.Any(f => Same(f, w)));
        sums.Wanted += wanted.Count;
    }

    private static string Line(string name, (int Right, int Found, int Hit, int Wanted) sums)
    {
        double precision = sums.Found == 0 ? 0 : (double)sums.Right / sums.Found;
        double recall = sums.Wanted == 0 ? 0 : (double)sums.Hit / sums.Wanted;
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {name, -18} {sums.Wanted, 6}  P {precision:0.000}  R {recall:0.000}  F1 {f1:0.000}"
        );
    }
}
