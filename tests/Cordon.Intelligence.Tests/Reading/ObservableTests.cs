using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Tests.Reading;

public sealed class ObservableTests
{
    private static readonly ReportReader Reader = new();

    [Theory]
    [InlineData("ipv4-addr", "198.51.100.7", "It called 198.51.100.7 twice.")]
    [InlineData("ipv4-addr", "198[.]51[.]100[.]7", "It called 198[.]51[.]100[.]7, then slept.")]
    [InlineData("ipv4-addr", "198.51.100.7", "It called 198.51.100.7 and later slept.")]
    [InlineData("ipv6-addr", "2001:db8::7", "It called 2001:db8::7 twice.")]
    [InlineData("domain-name", "lure.example", "Mails came from lure.example.")]
    [InlineData("domain-name", "lure[.]example", "Mails came from lure[.]example (new).")]
    [InlineData("domain-name", "lure(dot)example", "Mails came from lure(dot)example today.")]
    [InlineData("url", "hxxps://lure[.]example/a?b=1", "Open hxxps://lure[.]example/a?b=1, they wrote.")]
    [InlineData("url", "http://lure.example/x_(y)", "See (http://lure.example/x_(y)).")]
    [InlineData("url", "lure.example/path", "It asks lure.example/path for more.")]
    [InlineData("email-addr", "post@lure.example", "Sent by post@lure.example.")]
    [InlineData("email-addr", "post[at]lure[.]example", "Sent by post[at]lure[.]example to all.")]
    [InlineData("email-addr", "post (at) lure (dot) example", "Sent by post (at) lure (dot) example to all.")]
    [InlineData("ipv4-addr", "198.51.100.0/24", "It scanned the network 198.51.100.0/24 first.")]
    [InlineData("ipv4-addr", "198.51.100.0/24", "It scanned the network (198.51.100.0/24).")]
    [InlineData("url", "198.51.100.7/24/a", "It asked 198.51.100.7/24/a for more.")]
    [InlineData("domain-name", "lure[DOT]example", "Mails came from lure[DOT]example today.")]
    [InlineData("domain-name", "lure<.>example", "Mails came from lure<.>example today.")]
    [InlineData("email-addr", "post[AT]lure[DOT]example", "Sent by post[AT]lure[DOT]example to all.")]
    [InlineData("email-addr", "post (AT) lure (DOT) example", "Sent by post (AT) lure (DOT) example to all.")]
    [InlineData("url", "hxtp://lure[.]example/a", "Open hxtp://lure[.]example/a, they wrote.")]
    [InlineData("url", "meow://lure[.]example/a", "Open meow://lure[.]example/a, they wrote.")]
    [InlineData("url", "HXXP://lure[.]example/a", "Open HXXP://lure[.]example/a, they wrote.")]
    [InlineData("file", "09.06.2017.zip", "The mail holds 09.06.2017.zip as it came.")]
    [InlineData("file", "U.S-Talks.zip", "The mail holds U.S-Talks.zip as it came.")]
    [InlineData("domain-name", "cdn.lure.zip", "It asks cdn.lure.zip for more.")]
    [InlineData("file", "d41d8cd98f00b204e9800998ecf8427e", "MD5: d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("file", "invoice.docm", "The file invoice.docm is opened.")]
    [InlineData("file", @"C:\Users\Public\a.dll", @"It writes C:\Users\Public\a.dll and ends.")]
    [InlineData("windows-registry-key", @"HKCU\Software\Lure\Run", @"It sets HKCU\Software\Lure\Run at start.")]
    [InlineData("vulnerability", "CVE-2021-99999", "They used CVE-2021-99999 on it.")]
    [InlineData("attack-pattern", "T1566.001", "This is T1566.001 in ATT&CK.")]
    public void Something_exact_is_found_where_it_stands(string type, string written, string text)
    {
        ReportEntity entity = Assert.Single(Reader.Read(text).Entities, e => e.Type == type && e.Text == written);
        Assert.Equal(written, text[entity.Start..entity.End]);
    }

    [Theory]
    [InlineData("It needs version 10.0.19.41 of the product.")]
    [InlineData("It is written for ASP.NET and VB.NET alone.")]
    [InlineData("It came at 12:30:45 on that day.")]
    [InlineData("It is found in Flash Player 31.0.0.153 alone.")]
    [InlineData("Releases 10.4.0.31 and earlier are affected.")]
    [InlineData("They left (at) once.")]
    [InlineData("They left (AT) once <.> and for all.")]
    [InlineData("A cat says meow: nothing else.")]
    public void What_only_looks_alike_is_none(string text) =>
        Assert.DoesNotContain(Reader.Read(text).Entities, static e => e.Value is not null);

    [Fact]
    public void A_value_is_without_what_made_it_harmless() =>
        Assert.Equal(
            "http://lure.example/a",
            Assert
                .Single(Reader.Read("It opens hxxp://lure[.]example/a now.").Entities, static e => e.Type == "url")
                .Value
        );

    [Fact]
    public void A_number_that_attack_does_not_have_refers_to_nothing() =>
        Assert.Empty(
            Assert
                .Single(Reader.Read("They call it T1999.042 there.").Entities, static e => e.Type == "attack-pattern")
                .RefersTo
        );
}
