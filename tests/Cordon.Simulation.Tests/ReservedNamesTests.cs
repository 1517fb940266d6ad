using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Cordon.Simulation.Tests;

/// <summary>Nothing that is written names somebody who exists, and nothing in it can run.</summary>
[Collection(nameof(SectorFixture))]
public sealed partial class ReservedNamesTests(SectorFixture fixture)
{
    private static readonly IPNetwork[] Reserved =
    [
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("2001:db8::/32"),
    ];

    [Fact]
    public void Addresses_are_reserved_ones()
    {
        int checks = 0;
        foreach ((string path, string text) in Texts())
        {
            foreach (Match match in Address().Matches(text))
            {
                if (IPAddress.TryParse(match.Value, out IPAddress? address))
                {
                    checks++;
                    Assert.True(Reserved.Any(r => r.Contains(address)), $"{match.Value} in {path}");
                }
            }

            foreach (Match match in AddressV6().Matches(text))
            {
                if (IPAddress.TryParse(match.Value, out IPAddress? address) && match.Value.Length > 8)
                {
                    Assert.True(
                        Reserved.Any(r => r.Contains(address)) || address.IsIPv4MappedToIPv6,
                        $"{match.Value} in {path}"
                    );
                }
            }
        }

        Assert.True(checks > 10_000);
    }

    [Fact]
    public void Domains_are_reserved_ones()
    {
        int checks = 0;
        foreach ((string path, string text) in Texts())
        {
            foreach (Match match in Mailbox().Matches(text))
            {
                checks++;
                Assert.True(IsReserved(match.Groups[1].Value), $"{match.Value} in {path}");
            }

            foreach (Match match in Url().Matches(text))
            {
                // The name of the schema in every Windows event is no address of anybody.
                Assert.True(
                    IsReserved(match.Groups[1].Value) || match.Value == "http://schemas.microsoft.com",
                    $"{match.Value} in {path}"
                );
            }

            foreach (Match match in RealDomain().Matches(text))
            {
                Assert.True(match.Value == "schemas.microsoft.com", $"{match.Value} in {path}");
            }
        }

        Assert.True(checks > 10_000);
    }

    [Fact]
    public void Networks_have_documentation_numbers()
    {
        int checks = 0;
        foreach ((string path, string text) in Texts())
        {
            foreach (Match match in Number().Matches(text))
            {
                checks++;
                int number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                Assert.True(
                    number is (>= 64_496 and <= 64_511) or (>= 65_536 and <= 65_551),
                    $"{match.Value} in {path}"
                );
            }
        }

        Assert.True(checks > 1_000);
    }

    [Fact]
    public void Commands_and_attachments_do_nothing()
    {
        foreach ((string path, string text) in Texts())
        {
            foreach (Match match in Encoded().Matches(text))
            {
                string command = System.Text.Encoding.Unicode.GetString(
                    Convert.FromBase64String(match.Groups[1].Value)
                );
                Assert.True(command == "Write-Output 'simulated'", $"{command} in {path}");
            }

            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        }

        foreach ((_, MemberResult member, _, Attempts.AttemptDraft draft) in fixture.Attempts)
        {
            foreach (Records.MailEvent mail in draft.Own.OfType<Records.MailEvent>())
            {
                // Plain text, whatever the name says: no magic numbers, no script.
                Assert.All(mail.Attachment, c => Assert.True(c is >= ' ' and < (char)127, member.Truth.Id));
                Assert.DoesNotContain("script", mail.Attachment, StringComparison.OrdinalIgnoreCase);
                Assert.False(mail.Attachment.StartsWith("MZ", StringComparison.Ordinal));
            }
        }
    }

    private static bool IsReserved(string domain) =>
        domain.EndsWith(".example", StringComparison.Ordinal)
        || domain.EndsWith(".invalid", StringComparison.Ordinal)
        || domain.EndsWith(".test", StringComparison.Ordinal);

    // The first ten members have all kinds and, together with those of the other profile, all shapes of logs.
    private IEnumerable<(string Path, string Text)> Texts() =>
        fixture.Sectors.SelectMany(static s =>
            s.Members.Take(10)
                .SelectMany(m => WrittenSector.Files(Path.Combine(s.Folder, m.Truth.Folder)))
                .Append(Path.Combine(s.Folder, "truth.json"))
                .Append(Path.Combine(s.Folder, "intel", "knowledge.json"))
                .Append(Path.Combine(s.Folder, "intel", "warninglist.json"))
                .Select(static f => (f, WrittenSector.ReadText(f)))
        );

    // Not after a slash or letter: versions in User-Agents look like addresses.
    [GeneratedRegex(@"(?<![\w/.:\-])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.])")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])")]
    private static partial Regex AddressV6();

    [GeneratedRegex(@"[\w.+\-]+@([a-z0-9\-]+(?:\.[a-z0-9\-]+)+)", RegexOptions.IgnoreCase)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"https?://([a-z0-9.\-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(
        @"(?<![\w\\.])(?:[a-z0-9\-]+\.)+(?:com|net|org|int|edu|gov|info|biz|online|xyz|site|eu|de|fr|uk|us|ca|kr|ch)(?![\w\-.])"
    )]
    private static partial Regex RealDomain();

    [GeneratedRegex(@"""(?:autonomousSystemNumber|asNumber)"":(\d+)")]
    private static partial Regex Number();

    [GeneratedRegex(@"-EncodedCommand ([A-Za-z0-9+/=]+)")]
    private static partial Regex Encoded();
}
