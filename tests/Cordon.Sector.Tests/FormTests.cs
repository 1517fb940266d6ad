using System.Text;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Reporting.Warnings;
using Cordon.Sector.Tests.Support;
using Cordon.Sector.Warnings;
using Cordon.Stix;
using MimeKit;
using static Cordon.Sector.Tests.Support.Case;

namespace Cordon.Sector.Tests;

/// <summary>The three forms of a warning.</summary>
public sealed class FormTests
{
    private const string Evil =
        "=cmd|' /C calc'!A0 \r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script>\u001b[31m\u202Ereversed http://www.evil.example/";

    private static Warning Hostile(string supplier = "Example Cold Chain")
    {
        Case story = new Case().Reached("amal.berg@lab.example", At(10, 9));
        story.Organisation = story.Organisation with
        {
            Name = "Example\r\nBcc: x@evil.example",
            Suppliers =
            [
                new Supplier(supplier, ["coldchain.example"], ["mail"]) { Contact = "security@coldchain.example" },
            ],
        };
        story.Found("T1534", story.Mail(At(10, 11), "amal.berg@lab.example", "ops@coldchain.example", Evil));
        story.Found(
            "T1566.002",
            story.Mail(
                At(10, 8),
                "o'brien@lure.example",
                "amal.berg@lab.example",
                "It's \\ here",
                "https://lure.example/o'ffer"
            )
        );
        story.Sources.Add(new Observable(ObservableKind.UserAgent, "tool/1 'x'\\\u001b]0;title\u0007"));
        return Assert.Single(story.Warnings());
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static byte[] Stix(Warning warning) => Bytes(s => WarningStix.Write(s, warning));

    private static byte[] Eml(Warning warning) => Bytes(s => WarningMail.Write(s, warning));

    [Fact]
    public void The_text_is_marked_first_and_last_defanged_and_free_of_controls()
    {
        string text = WarningText.Of(Hostile());
        string[] lines = text.TrimEnd('\n').Split('\n');
        Assert.StartsWith("TLP:AMBER", lines[0], StringComparison.Ordinal);
        Assert.Equal(lines[0], lines[^1]);
        Assert.DoesNotContain(text, c => c != '\n' && char.IsControl(c));
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain("http://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
        Assert.Contains("198[.]51[.]100[.]61", text, StringComparison.Ordinal);
        Assert.Contains("lure[.]example", text, StringComparison.Ordinal);
        Assert.All(lines, l => Assert.False(l.Length > 0 && l[0] is '=' or '+' or '-' or '@' or '\t'));
    }

    [Fact]
    public void The_draft_has_the_headers_that_it_should_and_no_other()
    {
        Warning warning = Hostile("Cold\r\nBcc: y@evil.example");
        byte[] bytes = Eml(warning);
        using MimeMessage mail = MimeMessage.Load(new MemoryStream(bytes), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"],
            mail.Headers.Select(h => h.Field)
                .Concat(mail.Body!.Headers.Select(h => h.Field))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal("security@coldchain.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Empty(mail.Bcc);
        Assert.Empty(mail.From);
        Assert.Null(mail.HtmlBody);
        Assert.Equal(WarningText.Of(warning), mail.TextBody!.ReplaceLineEndings("\n"));
        var file = Assert.IsType<MimePart>(Assert.Single(mail.Attachments));
        Assert.Equal(Stix(warning), Bytes(s => file.Content!.DecodeTo(s)));
    }

    [Fact]
    public void The_bundle_is_valid_marked_throughout_and_free_of_markup()
    {
        Warning warning = Hostile();
        byte[] bytes = Stix(warning);
        StixObject[] objects =
        [
            .. new StixReader(new MemoryStream(bytes), onProblem: p => Assert.Fail(p.Reason)).Objects(),
        ];
        Assert.Contains(objects, o => o.Type == "report");
        Assert.Equal(warning.LookFor.Count + warning.Subjects.Count, objects.Count(o => o.Type == "indicator"));
        foreach (StixObject one in objects)
        {
            Assert.Empty(StixValidator.Validate(one));
            Assert.True(one.Type == "marking-definition" || one.Json.TryGetProperty("object_marking_refs", out _));
        }

        Assert.DoesNotContain("<script", Encoding.UTF8.GetString(bytes), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_same_warning_gives_the_same_bytes()
    {
        Assert.Equal(Stix(Hostile()), Stix(Hostile()));
        Assert.Equal(Eml(Hostile()), Eml(Hostile()));
        Assert.Equal(WarningText.Of(Hostile()), WarningText.Of(Hostile()));
    }

    [Fact]
    public void Who_gets_the_bundle_can_look_for_what_is_in_it()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("cordon-warning-").FullName, "w.stix.json");
        File.WriteAllBytes(path, Stix(Hostile()));
        try
        {
            var set = IndicatorSet.Load(path, ImportLimits.Default);
            // Address, domain, sender and link; subjects and programs are not looked for by value.
            Assert.Equal(4, set.Count);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("CON")]
    [InlineData("Ünïcode & Söhne")]
    [InlineData("///")]
    public void Names_of_files_are_plain_whatever_a_supplier_is_called(string supplier) =>
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{8}$", WarningWords.FileNameOf(Hostile(supplier)));
}
