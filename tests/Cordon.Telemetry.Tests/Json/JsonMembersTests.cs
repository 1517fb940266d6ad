using System.Text.Json;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Tests.Json;

/// <summary>Members are found whatever the case of their names, however these are written.</summary>
public sealed class JsonMembersTests
{
    [Theory]
    [InlineData("""{"userPrincipalName":"x"}""", "userPrincipalName")]
    [InlineData("""{"other":1,"USERPRINCIPALNAME":"x"}""", "userPrincipalName")]
    [InlineData("""{"user\u0050rincipalname":"x"}""", "userPrincipalName")]
    [InlineData("""{"GERÄT":"x"}""", "gerät")]
    [InlineData("""{"name":"y","Name":"x"}""", "Name")]
    [InlineData("""{"NAME":"x","nAME":"y"}""", "name")]
    public void A_member_is_found_exactly_first_then_in_any_case(string json, string name)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        Assert.Equal("x", document.RootElement.Text(name));
        Assert.True(document.RootElement.Has(name));
    }

    [Theory]
    [InlineData("""{"userPrincipalNam":"x","userPrincipalNames":"x"}""")]
    [InlineData("""{"":"x"}""")]
    [InlineData("""{"inner":{"userPrincipalName":"x"}}""")]
    public void Another_name_is_not_it(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        Assert.False(document.RootElement.Has("userPrincipalName"));
        Assert.Equal("", document.RootElement.Text("userPrincipalName"));
    }
}
