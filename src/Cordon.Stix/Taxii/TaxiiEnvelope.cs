using System.Text.Json;

namespace Cordon.Stix.Taxii;

/// <summary>An envelope (TAXII 2.1, section 3.7): objects, whether there are more, and where.</summary>
internal sealed record TaxiiEnvelope(
    IReadOnlyList<StixObject> Objects,
    bool More,
    string Next,
    IReadOnlyList<StixReadProblem> Problems
)
{
    /// <summary>Reads one. An object that can't be read costs itself.</summary>
    /// <exception cref="TaxiiException">It is no envelope.</exception>
    public static TaxiiEnvelope Read(byte[] body, string host, StixLimits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = limits.MaxDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new TaxiiException($"{host}: an answer is no envelope of TAXII 2.1");
            }

            bool more =
                document.RootElement.TryGetProperty("more", out JsonElement flag)
                && flag.ValueKind == JsonValueKind.True;
            string next = TaxiiJson.Text(document.RootElement, "next");
            List<StixObject> objects = [];
            List<StixReadProblem> problems = [];
            if (
                document.RootElement.TryGetProperty("objects", out JsonElement list)
                && list.ValueKind == JsonValueKind.Array
            )
            {
                int index = 0;
                foreach (JsonElement one in list.EnumerateArray())
                {
                    try
                    {
                        objects.Add(new StixObject(one.Clone()));
                    }
                    catch (FormatException fault)
                    {
                        problems.Add(new StixReadProblem(index, fault.Message));
                    }

                    index++;
                }
            }

            return new TaxiiEnvelope(objects, more, next, problems);
        }
        catch (JsonException fault)
        {
            throw new TaxiiException($"{host}: an answer is not JSON: {fault.Message}", fault);
        }
    }
}
