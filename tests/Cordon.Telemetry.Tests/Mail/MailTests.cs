using System.Globalization;
using System.Text;
using Cordon.Telemetry.Mail;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Tests.Lines;

namespace Cordon.Telemetry.Tests.Mail;

/// <summary>Mails as files, many in one file, and what was done to them; message traces.</summary>
public class MailTests
{
    private const string Head =
        "Received: from mx.evil.example (mx.evil.example [198.51.100.7]) by mx.lab.example; Fri, 2 Jan 2026 10:00:05 +0000\n"
        + "Message-ID: <1@evil.example>\nFrom: Director <director@evil.example>\nTo: alice@lab.example\n"
        + "Subject: Trial results\nDate: Fri, 2 Jan 2026 11:00:00 +0100\nMIME-Version: 1.0\n";

    private const string Plain = Head + "Content-Type: text/plain\n\nPlease see http://evil.example/login now.\n";

    [Fact]
    public void A_mail_is_an_event_with_its_links()
    {
        TextLog.Outcome read = TextLog.Read(Plain, "a.eml");

        Assert.Equal("eml", read.Format);
        TextLog.Seen mail = Assert.Single(read.Events);
        Assert.Equal("mail/message", mail.Stream);
        Assert.Equal("Trial results", mail["Subject"]);
        Assert.Contains("Please see", mail["Text"], StringComparison.Ordinal);
        Assert.Contains(mail.Fields.SelectMany(static f => f), static t => t == "http://evil.example/login");
        Assert.Equal(2026, mail.Origin.Time!.Value.Year);
    }

    [Fact]
    public void A_file_of_mails_is_cut_at_its_separators_and_not_within_a_body()
    {
        string mbox =
            "From a@b Fri Jan  2 10:00:00 2026\n"
            + Plain
            + ">From here on a quoted line\nFrom nobody without a time\n\n"
            + "From a@b Fri Jan  2 10:01:00 2026\n"
            + Plain.Replace("Trial", "Second", StringComparison.Ordinal)
            + "\nFrom a@b Fri Jan  2 10:02:00 2026\nno mail at all\n";
        TextLog.Outcome read = TextLog.Read(mbox, "a.mbox");

        Assert.Equal("mbox", read.Format);
        Assert.Equal(["Trial results", "Second results"], read.Events.Take(2).Select(static e => e["Subject"]));
        Assert.Contains("From here on", read.Events[0]["Text"], StringComparison.Ordinal);
        Assert.DoesNotContain(">From here on", read.Events[0]["Text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Mails_that_were_saved_anew_with_a_mark_of_their_encoding_are_read(string encoding)
    {
        Encoding written = Encoding.GetEncoding(encoding);
        byte[] Save(string text) => [.. written.GetPreamble(), .. written.GetBytes(text)];

        TextLog.Outcome one = TextLog.Read(Save(Plain), "a.eml");
        TextLog.Outcome several = TextLog.Read(Save("From a@b Fri Jan  2 10:00:00 2026\n" + Plain), "a.mbox");

        Assert.Equal(["eml", "mbox"], [one.Format, several.Format]);
        Assert.Equal("Trial results", Assert.Single(one.Events)["Subject"]);
        Assert.Equal("Trial results", Assert.Single(several.Events)["Subject"]);
    }

    [Fact]
    public void A_file_of_mails_may_be_cut_anywhere()
    {
        string mbox = string.Concat(
            Enumerable.Range(0, 3).Select(i => $"From a@b Fri Jan  2 10:0{i}:00 2026\n{Plain}\n")
        );
        for (int length = 400; length < mbox.Length; length += 97)
        {
            int count = TextLog.Read(mbox[..length], "a.mbox").Events.Count;
            Assert.InRange(count, 1, 3);
        }
    }

    [Fact]
    public void Boundaries_that_lie_cost_no_more_than_their_part()
    {
        string[] bodies =
        [
            "Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/plain\n\nhttp://evil.example/a\n--x\nno end",
            "Content-Type: multipart/mixed; boundary=\"\"\n\n--\nhttp://evil.example/a\n",
            "Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nhttp://evil.example/a\n--x--\n",
            "Content-Type: multipart/mixed; boundary=\"x\"\n\n--y\nContent-Type: text/plain\n\nhttp://evil.example/a\n--y--\n",
            "Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\n\nhttp://evil.example/a\n--x--\n--x--\n",
        ];
        foreach (string body in bodies)
        {
            TextLog.Seen mail = Assert.Single(TextLog.Read(Head + body, "a.eml").Events);
            Assert.Equal("Trial results", mail["Subject"]);
        }

        Assert.Contains(
            TextLog.Read(Head + bodies[0], "a.eml").Events[0].Fields.SelectMany(static f => f),
            static t => t == "http://evil.example/a"
        );
        Assert.Contains(
            TextLog.Read(Head + bodies[4], "a.eml").Events[0].Fields.SelectMany(static f => f),
            static t => t == "http://evil.example/a"
        );
    }

    [Theory]
    [InlineData(40)]
    [InlineData(3_000)]
    public void Deep_nesting_ends_at_a_limit_and_is_told(int depth)
    {
        var body = new StringBuilder();
        for (int i = 0; i < depth; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n");
        }

        body.Append("Content-Type: text/plain\n\ndeep\n");
        TextLog.Outcome read = TextLog.Read(Head + body, "a.eml");

        Assert.Single(read.Events);
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void A_header_that_is_huge_is_read_as_far_as_its_limit()
    {
        string many = string.Concat(Enumerable.Range(0, 3_000).Select(static i => $"X-{i}: y\n"));
        string wide = $"X-Wide: {new string('z', 700_000)}\n";
        foreach (string extra in (string[])[many, wide])
        {
            TextLog.Outcome read = TextLog.Read(Head + extra + "\nhello http://evil.example/\n", "a.eml");
            Assert.Equal("Trial results", Assert.Single(read.Events)["Subject"]);
            Assert.Contains(read.Problems, static p => p.Message.Contains("header", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Attachments_whose_coding_is_cut_or_wrong_are_looked_at_as_far_as_they_go()
    {
        const string Attachment =
            "Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"a.exe\"\nContent-Transfer-Encoding: base64\n\n";
        foreach (
            string coded in (string[])["TVqQAAMAAAAEAAAA//8", "TVqQ!!!<script>AAMA", "====", "", "TVqQ\u00ff\u00fe"]
        )
        {
            TextLog.Seen mail = Assert.Single(TextLog.Read(Head + Attachment + coded, "a.eml").Events);
            Assert.Contains(mail.Fields.SelectMany(static f => f), static t => t == "a.exe");
        }
    }

    [Fact]
    public void A_mail_that_is_larger_than_is_read_says_so()
    {
        var limits = MailLimits.Default with { MaxMessageBytes = 2_000 };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Plain + new string('x', 5_000)));
        int events = 0;
        var report = new EmlFormat(limits).Read(
            stream,
            new RowEvent(new Cordon.Events.FieldTable()),
            new RowContext("a.eml", TimeZoneInfo.Utc, null),
            _ => events++
        );

        Assert.Equal(1, events);
        Assert.Contains(
            report.Problems,
            static p => p.Message.Contains("longer than 2000 bytes", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_damage_stops_a_reading()
    {
        byte[] whole = Encoding.UTF8.GetBytes(
            Head
                + "Content-Type: multipart/alternative; boundary=\"x\"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n<a href=\"http://evil.example/\">bank</a>\n--x--\n"
        );
        var random = new Random(20260102);
        for (int i = 0; i < 60; i++)
        {
            byte[] bytes = [.. whole];
            for (int k = random.Next(1, 20); k > 0; k--)
            {
                bytes[random.Next(300, bytes.Length)] = (byte)random.Next(256);
            }

            Assert.Single(TextLog.Read(bytes, "a.eml").Events);
        }
    }

    [Fact]
    public void Text_in_a_header_is_kept_as_it_is_written_and_on_one_line()
    {
        string mail = Plain.Replace(
            "Subject: Trial results",
            "Subject: =?utf-8?B?PHNjcmlwdD4NCkJjYzogeA==?= =cmd|'/c calc'!A0",
            StringComparison.Ordinal
        );
        TextLog.Seen seen = Assert.Single(TextLog.Read(mail, "a.eml").Events);

        Assert.Contains("<script>", seen["Subject"], StringComparison.Ordinal);
        Assert.Empty(seen.Fields["Bcc"]);
    }

    [Theory]
    [InlineData("MessageTraceId,Received,SenderAddress,RecipientAddress,Subject,Status,FromIP,MessageId\n")]
    [InlineData(
        "message_id,origin_timestamp_utc,sender_address,recipient_status,message_subject,original_client_ip,directionality,x\n"
    )]
    public void Message_traces_say_who_sent_what_to_whom(string header)
    {
        string rows =
            "1,2026-01-02T10:00:00Z,director@evil.example,alice@lab.example,\"Trial, results\",Delivered,198.51.100.7,<1@x>\n"
            + "2,2026-01-02T10:00:01Z,,,x,Failed,,\n"
            + "3,soon,carol@lab.example,bob@lab.example,x,Delivered,,\n";
        TextLog.Outcome read = TextLog.Read(header + rows, "trace.csv");

        Assert.Equal("message-trace", read.Format);
        Assert.All(read.Events, static e => Assert.Equal("mail/trace", e.Stream));
        Assert.Equal(2, read.Events.Count);
        Assert.Equal(new DateTime(2026, 1, 2, 10, 0, 0, DateTimeKind.Utc), read.Events[0].Origin.Time);
        Assert.Null(read.Events[1].Origin.Time);
        Assert.Equal([true, false], read.Problems.Select(static p => p.IsLoss));
        Assert.Equal(["row 2, line 3", "row 3, line 4"], read.Problems.Select(static p => p.Place));
    }
}
