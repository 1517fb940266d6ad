using System.Text.Json;
using Cordon.Stix;

namespace Cordon.Architecture.Tests.Examples;

/// <summary>The example of src/Cordon.Stix/README.md, word for word.</summary>
internal static class StixExample
{
    public static void Run()
    {
        using var bundle = JsonDocument.Parse(
            """
            {"type": "bundle", "id": "bundle--9d1c5c54-5a0e-4b8e-9d66-0f3a2c1e7b90", "objects": [
              {"type": "observed-data", "id": "observed-data--6a4c5a0e-77f1-4a3d-8b77-2f3f5d7c9a01", "number_observed": 1,
               "first_observed": "2021-02-01T14:12:33Z", "last_observed": "2021-02-01T14:12:33Z",
               "object_refs": ["domain-name--2b1f7f0a-0d0e-5d6b-9a55-0b7a4a1f1c11"]},
              {"type": "domain-name", "id": "domain-name--2b1f7f0a-0d0e-5d6b-9a55-0b7a4a1f1c11", "value": "www.who-vaccine-supply.example"}]}
            """
        );
        var pattern = StixPattern.Parse("[domain-name:value LIKE '%who-%.example']");
        Console.WriteLine(pattern.Matches(ObservedData.Of(bundle.RootElement)) ? "match" : "no match");
    }
}
