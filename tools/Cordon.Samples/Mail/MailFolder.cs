using System.Globalization;
using System.Text;
using Cordon.Samples.Cloud;
using Cordon.Samples.Logs;

namespace Cordon.Samples.Mail;

/// <summary>
/// Mails of the laboratory: two lures, each as the file that its recipient handed in, and a folder of ordinary ones. Their links lead nowhere: all names end in
/// <c>.example</c>.
/// </summary>
internal static class MailFolder
{
    private const string Ours = "mail01.meridale.example";

    /// <summary>A health agency that is none asks for stock figures on a page that asks for a password first.</summary>
    public static byte[] AgencyLure() =>
        Bytes(
            Mail(
                new DateTime(2021, 2, 1, 13, 57, 12, DateTimeKind.Utc),
                "\"WHO Vaccine Supply Division\" <allocation@who-vaccine-supply.example>",
                ["assay.lead@meridale.example", "reg.affairs@meridale.example", "coldchain.ops@meridale.example"],
                "COVID-19 vaccine allocation: confirm your storage capacity before 3 February",
                "198.51.100.43",
                "who-vaccine-supply.example",
                ("pass", "none", "none"),
                """
                <html><body><p>Dear partner,</p>
                <p>the World Health Organization prepares the first allocation of COVID-19 vaccine. Your laboratory is asked to confirm its capacity for
                storage at -70 C within 48 hours, or doses are given to others.</p>
                <p><a href="https://www.who-vaccine-supply.example/allocation/confirm?c=meridale">https://www.who.example/allocation/confirm</a></p>
                <p>You will be asked to sign in with your work account.</p></body></html>
                """,
                replyTo: null
            )
        );

    /// <summary>A recruiter who does not exist offers a post; the letter is a disk image to be fetched.</summary>
    public static byte[] RecruiterLure() =>
        Bytes(
            Mail(
                new DateTime(2021, 2, 2, 9, 34, 50, DateTimeKind.Utc),
                "\"Elena Marsh, Careers in Biologics\" <elena.marsh@careers-biologics.example>",
                ["assay.lead@meridale.example"],
                "Confidential: Principal Scientist, vaccine analytics",
                "203.0.113.70",
                "careers-biologics.example",
                ("pass", "pass", "pass"),
                $"""
                <html><body><p>Dear colleague,</p>
                <p>your work on assay development has come to the attention of our client, who seeks a principal scientist for vaccine analytics. The salary
                and the job description are confidential and in the file below. Please open it on your computer, not on a phone, and answer today.</p>
                <p><a href="https://{Lure.Host}/offers/Principal_Scientist_Vaccine_Vacancy.iso">Job description and terms</a></p></body></html>
                """,
                replyTo: "elena.marsh.recruiting@freemail.example"
            )
        );

    /// <summary>Ordinary mail of these days, as a folder that was exported.</summary>
    public static byte[] Ordinary()
    {
        var mails = new StringBuilder();
        void Add(DateTime time, string mail)
        {
            mails.Append(
                CultureInfo.InvariantCulture,
                $"From MAILER-DAEMON {time.ToString("ddd MMM dd HH:mm:ss yyyy", CultureInfo.InvariantCulture)}\n"
            );
            mails.Append(mail.Replace("\r\n", "\n", StringComparison.Ordinal)).Append('\n');
        }

        var chance = new Chance(0x4D42_4F58);
        (string From, string Domain, string Subject, string Text)[] kinds =
        [
            (
                "\"Reagents Shop\" <orders@reagents-shop.example>",
                "reagents-shop.example",
                "Your order {0} has been dispatched",
                "Thank you for your order {0}. It leaves our warehouse today and will reach you on Thursday."
            ),
            (
                "\"Northline Cold Logistics\" <dispatch@northline-cold.example>",
                "northline-cold.example",
                "Transport {0}: collection confirmed",
                "We confirm the collection of transport {0} at your dock between 10:00 and 12:00. The logger's report follows on arrival."
            ),
            (
                "\"Journal of Assays\" <contents@journals.example.org>",
                "example.org",
                "Contents of issue {0}",
                "In issue {0}: potency assays for vector vaccines; stability at -70 C; a review of release testing."
            ),
            (
                "\"Quality Control\" <qc.release@meridale.example>",
                "meridale.example",
                "Release test {0}",
                "The results of release test {0} are in the usual folder. Please check the second plate."
            ),
        ];
        for (var i = 0; i < 24; i++)
        {
            var day = new DateTime(2021, 1, 25, 0, 0, 0, DateTimeKind.Utc).AddDays((i / 3) + (i / 15 * 2));
            var time = chance.Within(day.AddHours(8), TimeSpan.FromHours(9));
            var kind = kinds[i % kinds.Length];
            var number = chance.Between(10_000, 99_999).ToString(CultureInfo.InvariantCulture);
            Add(
                time,
                Mail(
                    time,
                    kind.From,
                    [chance.Pick(Laboratory.Staff).Upn()],
                    string.Format(CultureInfo.InvariantCulture, kind.Subject, number),
                    "192.0.2." + chance.Between(140, 160),
                    kind.Domain,
                    ("pass", "pass", "pass"),
                    $"<html><body><p>{string.Format(CultureInfo.InvariantCulture, kind.Text, number)}</p></body></html>",
                    replyTo: null
                )
            );
        }

        return Bytes(mails.ToString());
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static string Mail(
        DateTime time,
        string from,
        string[] to,
        string subject,
        string address,
        string domain,
        (string Spf, string Dkim, string Dmarc) checks,
        string html,
        string? replyTo
    )
    {
        var date = time.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
        var isInside = domain == Laboratory.DnsDomain;
        var id = new Chance((ulong)time.Ticks).Guid().ToString("N");
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"Return-Path: <bounce@{domain}>\r\n");
        mail.Append(
            CultureInfo.InvariantCulture,
            $"Received: from mx.{domain} (mx.{domain} [{(isInside ? "10.20.0.5" : address)}]) by {Ours} with ESMTPS; {date}\r\n"
        );
        mail.Append(
            CultureInfo.InvariantCulture,
            $"Authentication-Results: {Ours}; spf={checks.Spf} smtp.mailfrom={domain}; dkim={checks.Dkim} header.d={domain}; dmarc={checks.Dmarc} header.from={domain}\r\n"
        );
        mail.Append(CultureInfo.InvariantCulture, $"From: {from}\r\n");
        if (replyTo is not null)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Reply-To: <{replyTo}>\r\n");
        }

        mail.Append(CultureInfo.InvariantCulture, $"To: {string.Join(", ", to)}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Subject: {subject}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Date: {date}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Message-ID: <{id}@{domain}>\r\n");
        mail.Append("MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n");
        mail.Append(html.ReplaceLineEndings("\r\n")).Append("\r\n");
        return mail.ToString();
    }
}
