using System.Text;
using Cordon.Cli.Intelligence;
using Cordon.Intelligence.Storing;

namespace Cordon.Cli.Tests;

public sealed class FeedDownloadTests
{
    private static readonly Uri Address = new("https://feeds.example/osint/manifest.json");

    [Fact]
    public void A_manifest_names_events_beside_it_and_nothing_else() =>
        Assert.Equal(
            ["https://feeds.example/osint/11111111-2222-4333-8444-555555555555.json"],
            FeedDownload.Events(
                Address,
                Encoding.UTF8.GetBytes(
                    """{"11111111-2222-4333-8444-555555555555":{"info":"x"},"../../etc/passwd":{},"https://other.example/x":{}}"""
                )
            )
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("no json")]
    public void What_is_no_manifest_is_refused(string text) =>
        Assert.Throws<IntelligenceException>(() => FeedDownload.Events(Address, Encoding.UTF8.GetBytes(text)));
}
