using System.Reflection;
using Cordon.Testing;

namespace Cordon.Architecture.Tests.PublicApi;

/// <summary>Holds what the libraries show their users against a list that is read in review: no change by accident.</summary>
public sealed class PublicApiTests
{
    private const string Accept = "CORDON_ACCEPT_API";

    [Theory]
    [InlineData("Cordon.Events")]
    [InlineData("Cordon.Evtx")]
    [InlineData("Cordon.Sigma")]
    [InlineData("Cordon.Stix")]
    public void The_public_surface_is_the_approved_one(string library)
    {
        string approved = Repository.At("tests", "Cordon.Architecture.Tests", "PublicApi", library + ".txt");
        string[] actual = [.. ApiList.Of(Assembly.Load(library))];
        if (Environment.GetEnvironmentVariable(Accept) is "1")
        {
            File.WriteAllText(approved, string.Join('\n', actual) + "\n");
        }

        string[] expected = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        IEnumerable<string> changes =
        [
            .. expected.Except(actual, StringComparer.Ordinal).Select(static line => "- " + line),
            .. actual.Except(expected, StringComparer.Ordinal).Select(static line => "+ " + line),
        ];
        Assert.True(
            expected.SequenceEqual(actual, StringComparer.Ordinal),
            $"The public surface of {library} is not the approved one. If that is meant: {Accept}=1 ./test Architecture\n"
                + string.Join('\n', changes)
        );
    }
}
