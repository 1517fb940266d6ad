using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Tests.Json;

/// <summary>Members are found whatever the case of their names, however these are written, with an index and without.</summary>
public sealed class JsonMembersTests
{
    [Theory]
    [InlineData("""{"userPrincipalName":"x"}""", "userPrincipalName")]
    [InlineData("""{"other":1,"USERPRINCIPALNAME":"x"}""", "userPrincipalName")]
    [InlineData("""{"user\u0050rincipalname":"x"}""", "userPrincipalName")]
    [InlineData("""{"GERÄT":"x"}""", "gerät")]
    [InlineData("""{"name":"y","Name":"x"}""", "Name")]
    [InlineData("""{"NAME":"x","nAME":"y"}""", "name")]
    [InlineData("""{"name":"y","name":"x"}""", "name")]
    public void A_member_is_found_exactly_first_then_in_any_case(string json, string name)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var indexed = new IndexedObject(document.RootElement);

        Assert.Equal("x", document.RootElement.Text(name));
        Assert.True(document.RootElement.Has(name));
        Assert.Equal("x", indexed.Text(name));
        Assert.True(indexed.Has(name));
    }

    [Theory]
    [InlineData("""{"userPrincipalNam":"x","userPrincipalNames":"x"}""")]
    [InlineData("""{"":"x"}""")]
    [InlineData("""{"inner":{"userPrincipalName":"x"}}""")]
    [InlineData("""["userPrincipalName"]""")]
    [InlineData("1")]
    public void Another_name_is_not_it(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var indexed = new IndexedObject(document.RootElement);

        Assert.False(document.RootElement.Has("userPrincipalName"));
        Assert.Equal("", document.RootElement.Text("userPrincipalName"));
        Assert.False(indexed.Has("userPrincipalName"));
        Assert.Equal("", indexed.Text("userPrincipalName"));
    }

    [Fact]
    public void An_index_of_many_members_serves_one_object_after_the_other()
    {
        var indexed = new IndexedObject();
        foreach (int count in (int[])[1, 40, 500, 3])
        {
            string json = JsonSerializer.Serialize(Enumerable.Range(0, count).ToDictionary(i => $"Name{i}"));
            using JsonDocument document = JsonDocument.Parse(json);
            indexed.Element = document.RootElement;

            for (int i = 0; i < 501; i++)
            {
                Assert.Equal(i < count ? $"{i}" : "", indexed.Text($"name{i}"));
            }
        }
    }

    [Fact]
    public void Names_that_fall_together_are_found_all_the_same()
    {
        // Signs that differ in the bit by which letters of both cases are told apart have one number.
        string[] names =
        [
            .. Enumerable
                .Range(0, 64)
                .Select(i => string.Concat(Enumerable.Range(0, 6).Select(bit => (i >> bit & 1) == 0 ? '[' : '{'))),
        ];
        using JsonDocument document = JsonDocument.Parse(
            JsonSerializer.Serialize(names.ToDictionary(static n => n, static n => n))
        );
        var indexed = new IndexedObject(document.RootElement);

        Assert.All(names, name => Assert.Equal(name, indexed.Text(name)));
        Assert.False(indexed.Has("[[["));
    }

    [Fact]
    public void Properties_are_those_of_the_object_at_hand()
    {
        var indexed = new IndexedObject();
        using JsonDocument with = JsonDocument.Parse("""{"Properties":{"ID":"7","inner":{"deep":"8"}},"id":null}""");
        using JsonDocument without = JsonDocument.Parse("""{"properties":[1],"id":"9"}""");

        indexed.Element = with.RootElement;
        Assert.Equal("7", indexed.Properties!.Text("id"));
        Assert.Equal("8", indexed.Text("properties", "inner", "deep"));
        Assert.Null(indexed.Find("id"));
        Assert.True(indexed.Has("id"));

        indexed.Element = without.RootElement;
        Assert.Null(indexed.Properties);
        Assert.Equal("9", indexed.Text("ID"));
    }
}
