using System.Text.Json;
using Cordon.Testing;

namespace Cordon.Cli.Tests;

/// <summary>The samples' story is told right: docs/samples.md says what the answer is.</summary>
public sealed class SamplesAnswerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-answer-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_scan_of_the_samples_tells_who_got_in_and_who_did_not()
    {
        Outcome call = CordonCommand.Run("scan", Repository.At("samples"), "--out", _folder.FullName, "--no-color");
        Assert.Equal(0, call.Code);
        Assert.Contains("Meridale Vaccine Laboratory: ACCESS GAINED AND USED", call.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder.FullName, "incidents.json")));
        JsonElement[] incidents = [.. document.RootElement.GetProperty("incidents").EnumerateArray()];
        Assert.Equal(2, incidents.Length);
        Dictionary<string, string> lures = Outcomes(incidents[0]);
        Assert.Equal("follow-on", lures["coldchain.ops@meridale.example"]);
        Assert.Equal("follow-on", lures["ws-assay07"]);
        Assert.Equal("follow-on", lures["fs02"]);
        Assert.Equal("access-gained", lures["assay.lead@meridale.example"]);
        Assert.Equal("unknown", lures["reg.affairs@meridale.example"]);
        Dictionary<string, string> sprays = Outcomes(incidents[1]);
        Assert.Equal("credential-exposed", sprays["finance@meridale.example"]);
        Assert.Equal("failed", sprays["director@meridale.example"]);
        Assert.Equal("failed", sprays["coldchain.ops@meridale.example"]);
        Assert.All(sprays.Where(s => s.Key != "finance@meridale.example"), s => Assert.Equal("failed", s.Value));
        Assert.All(
            incidents.SelectMany(i => i.GetProperty("targets").EnumerateArray()),
            t => Assert.NotEqual(0, t.GetProperty("evidence").GetArrayLength())
        );
    }

    private static Dictionary<string, string> Outcomes(JsonElement incident) =>
        incident
            .GetProperty("targets")
            .EnumerateArray()
            .ToDictionary(
                t => t.GetProperty("name").GetString()!,
                t => t.GetProperty("outcome").GetString()!,
                StringComparer.Ordinal
            );
}
