using System.Text.Json;
using Cordon.Testing;

namespace Cordon.Stix.Tests;

/// <summary>Real bundles: each object is written as it was read, and valid where its author made it so.</summary>
public sealed class StixCorporaTests
{
    [Theory]
    [InlineData("attack")]
    [InlineData("talos")]
    [InlineData("stix-schemas/examples")]
    public void Objects_are_written_as_they_were_read(string folder)
    {
        long objects = 0;
        foreach (string path in Bundles(folder))
        {
            using JsonDocument whole = JsonDocument.Parse(File.ReadAllBytes(path));
            if (!whole.RootElement.TryGetProperty("objects", out JsonElement list))
            {
                continue;
            }

            using FileStream stream = File.OpenRead(path);
            StixObject[] read = [.. new StixReader(stream).Objects()];
            Assert.Equal(list.GetArrayLength(), read.Length);
            int i = 0;
            foreach (JsonElement expected in list.EnumerateArray())
            {
                Assert.True(JsonElement.DeepEquals(expected, Written(read[i++])), path);
            }

            objects += read.Length;
        }

        Assert.True(objects > 0);
    }

    [Fact]
    public void The_examples_of_the_standard_are_valid()
    {
        List<string> wrong = [];
        foreach (string path in Bundles("stix-schemas/examples"))
        {
            using FileStream stream = File.OpenRead(path);
            wrong.AddRange(
                new StixReader(stream)
                    .Objects()
                    .SelectMany(StixValidator.Validate)
                    .Select(p => $"{Path.GetFileName(path)} {p.Id} {p.Path}: {p.Reason}")
            );
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    [Theory]
    [InlineData("attack")]
    [InlineData("talos")]
    public void What_is_converted_from_2_0_is_valid_2_1(string folder)
    {
        Dictionary<string, int> wrong = [];
        long objects = 0;
        foreach (string path in Bundles(folder))
        {
            using FileStream stream = File.OpenRead(path);
            foreach (StixObject one in new StixReader(stream).Objects().SelectMany(StixConverter.ToVersion21))
            {
                objects++;
                foreach (StixProblem problem in StixValidator.Validate(one))
                {
                    string what = $"{one.Type} {problem.Path}: {problem.Reason}";
                    wrong[what] = wrong.GetValueOrDefault(what) + 1;
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{objects}: " + string.Join('\n', wrong.Take(30)));
    }

    private static IEnumerable<string> Bundles(string folder) =>
        Directory
            .EnumerateFiles(Corpora.Require(["intel", .. folder.Split('/')]), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    private static JsonElement Written(StixObject one)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            one.WriteTo(writer);
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
