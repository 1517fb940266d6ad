using System.IO.Compression;
using System.Text;
using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Documents;

namespace Cordon.Intelligence.Tests.Reading;

public sealed class HostileDocumentTests
{
    private static readonly ReportReader Reader = new();

    [Fact]
    public void Html_shows_its_text_and_runs_nothing()
    {
        Report report = Html(
            "<html><head><title>On a lure</title><meta property='article:published_time' content='2021-03-02T10:00:00Z'><meta property='og:site_name' content='The Ledger'>"
                + "<script>var x = 'https://run.example/';</script></head><body><p>It called <b>lure.example</b> twice.</p><div hidden>unseen.example</div></body></html>"
        );
        Assert.Equal("It called lure.example twice.", report.Text);
        Assert.Equal("On a lure", report.Title);
        Assert.Equal("The Ledger", report.Publisher);
        Assert.Equal(new DateOnly(2021, 3, 2), report.Published);
    }

    [Fact]
    public void Html_of_a_million_open_elements_is_read_in_one_pass() =>
        Assert.Equal("end", Html(string.Concat(Enumerable.Repeat("<b><p>", 200_000)) + "end").Text);

    [Fact]
    public void A_text_that_is_too_long_is_cut_and_that_is_said()
    {
        var reader = new ReportReader(limits: new ReadingLimits { MaxText = 100 });
        Report report = reader.Read(
            Encoding.UTF8.GetBytes(new string('a', 500)),
            "a.txt",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(100, report.Text.Length);
        Assert.Contains("left out", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Contains(
            "at most 10",
            Refused(new ReportReader(limits: new ReadingLimits { MaxBytes = 10 }), new byte[11], "a.txt"),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_no_text_is_refused() =>
        Assert.Contains("neither", Refused(Reader, [1, 0, 2, 0, 0, 9], "a.txt"), StringComparison.Ordinal);

    [Fact]
    public void A_broken_pdf_is_refused_with_a_reason() =>
        Assert.NotEmpty(Refused(Reader, "%PDF-1.7\n1 0 obj << /Type /Catalog"u8.ToArray(), "a.pdf"));

    [Fact]
    public void A_pdf_is_read() =>
        Assert.Contains(
            "It called lure.example twice.",
            Reader
                .Read(
                    Pdf("BT /F1 12 Tf 72 700 Td (It called lure.example twice.) Tj ET"u8.ToArray()),
                    "a.pdf",
                    TestContext.Current.CancellationToken
                )
                .Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_pdf_that_unpacks_to_gigabytes_is_refused()
    {
        byte[] block = new byte[1 << 20];
        Array.Fill(block, (byte)' ');
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int i = 0; i < 700; i++)
            {
                zlib.Write(block);
            }
        }

        Assert.Contains(
            "unpack",
            Refused(Reader, Pdf(packed.ToArray(), "/Filter /FlateDecode"), "a.pdf"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_mail_is_its_subject_and_what_it_shows()
    {
        const string Mail =
            "From: The Desk <desk@ledger.example>\r\nTo: a@b.example\r\nSubject: On a lure\r\nDate: Tue, 02 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nIt called lure.example twice.\r\n";
        Report report = Reader.Read(Encoding.ASCII.GetBytes(Mail), "a.eml", TestContext.Current.CancellationToken);
        Assert.Equal("On a lure", report.Title);
        Assert.Equal(new DateOnly(2021, 3, 2), report.Published);
        Assert.Contains("It called lure.example twice.", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_of_ten_thousand_parts_in_each_other_ends()
    {
        var mail = new StringBuilder("From: a@b.example\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 10_000; i++)
        {
            mail.Append("Content-Type: multipart/mixed; boundary=b")
                .Append(i)
                .Append("\r\n\r\n--b")
                .Append(i)
                .Append("\r\n");
        }

        Assert.NotNull(
            Reader.Read(Encoding.ASCII.GetBytes(mail.ToString()), "a.eml", TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("[.")]
    [InlineData("1.")]
    [InlineData("a@")]
    [InlineData(@"C:\a ")]
    [InlineData("http://")]
    [InlineData("“he said, ")]
    [InlineData("f:")]
    public void Time_grows_with_the_text_and_no_faster(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 60_000));
        Assert.NotNull(Reader.Read(text, TestContext.Current.CancellationToken));
    }

    private static Report Html(string html) => Reader.Read(Encoding.UTF8.GetBytes(html), "a.html");

    private static string Refused(ReportReader reader, byte[] bytes, string name) =>
        Assert.Throws<DocumentRefusedException>(() => reader.Read(bytes, name)).Message;

    private static byte[] Pdf(byte[] content, string extra = "")
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin(int number)
        {
            places.Add(file.Position);
            Write($"{number} 0 obj\n");
        }

        Write("%PDF-1.4\n");
        Begin(1);
        Write("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Begin(2);
        Write("<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        Begin(3);
        Write(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
        );
        Begin(4);
        Write($"<< /Length {content.Length} {extra} >>\nstream\n");
        file.Write(content);
        Write("\nendstream\nendobj\n");
        Begin(5);
        Write("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n");
        long table = file.Position;
        Write(
            $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(static p => $"{p:D10} 00000 n \n"))}"
        );
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }
}
