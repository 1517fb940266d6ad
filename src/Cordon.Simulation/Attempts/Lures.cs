using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Attempts;

/// <summary>Mails of the vaccine years, after what Microsoft (November 2020) and IBM (December 2020) described; words are our own, content is harmless.</summary>
internal static class Lures
{
    /// <summary>A lure to some people.</summary>
    public static MailEvent Make(StoryContext context, string kind, IReadOnlyList<Person> to, DateTime time)
    {
        string number = $"{context.Chance.Between(10_000, 99_999)}";
        string domain = context.Campaign.Domain;
        string link = $"https://{Host(context, kind)}/{context.Chance.Hex(10)}";
        var mail = new MailEvent(time)
        {
            Mark = context.Chance.Guid().ToString(),
            From = "",
            FromName = "",
            To = [.. to.Select(static p => p.Account)],
            Subject = "",
            Sender = context.Campaign.Server,
            Dkim = context.Chance.Hit(0.5) ? "pass" : "none",
            Dmarc = context.Chance.Hit(0.4) ? "pass" : "none",
            IsKept = context.Chance.Hit(0.85),
            Size = context.Chance.Between(9_000, 180_000),
        };
        switch (kind)
        {
            case "lure-recruiter":
                string recruiter = context.Chance.Pick(["Victoria Ashdown", "Martin Keller", "Jae-won Lim"]);
                return mail with
                {
                    From = $"{recruiter.ToLowerInvariant().Replace(' ', '.')}@{domain}",
                    FromName = recruiter,
                    ReplyTo = context.Chance.Hit(0.6)
                        ? $"{recruiter.ToLowerInvariant().Replace(' ', '.')}.hr@freemail.example"
                        : "",
                    Subject = context.Chance.Pick([
                        "Job opportunity: head of vaccine research",
                        "Your profile and a senior position",
                        "Confidential job offer, salary and description",
                    ]),
                    Text =
                        "Dear colleague,\nyour profile fits a senior position with excellent salary at a leading vaccine company. The job description is in our portal; please sign in with your work account to read it, and keep this confidential.\nTalent Acquisition",
                    Link = link,
                    LinkText = "Open the job description",
                };
            case "lure-health":
                string agency = context.Chance.Pick([
                    "World Health Organization",
                    "WHO COVID-19 Desk",
                    "Global Vaccine Agency",
                ]);
                return mail with
                {
                    From = $"{context.Chance.Pick(["donate", "covid19", "safety", "representative"])}@{domain}",
                    FromName = agency,
                    Subject = context.Chance.Pick([
                        "COVID-19: urgent safety measures",
                        "Vaccine distribution: registration of your institution",
                        "WHO: confirm your contact person",
                    ]),
                    Text =
                        $"Dear Sir or Madam,\nthe {agency} asks all institutions to read the new safety measures for COVID-19 vaccines today. Sign in with your work account to confirm.\n{agency}",
                    Link = link,
                    LinkText = "https://www.global-vaccine-agency.example/covid-19/measures",
                };
            case "lure-quotation":
                string page =
                    "<html><body><h1>Request for quotation</h1><p>Sign in with your mail account to read the protected request.</p>"
                    + $"<form method=\"post\" action=\"https://{domain}/submit\"><input name=\"mail\"><input name=\"password\" type=\"password\"></form></body></html>";
                return mail with
                {
                    From = $"tenders@{domain}",
                    FromName = "Polar Biomedical Cold Chain Division",
                    ReplyTo = context.Chance.Hit(0.3) ? "polar.biomedical.tenders@freemail.example" : "",
                    Subject = $"Request for quotation {number}: cold chain equipment platform",
                    Text =
                        "Dear partner,\nwithin the cold chain optimisation programme we ask for your quotation for ice-lined refrigerators. Specification and quantities are in the attached protected document; open it and sign in with your mail account.\nCold Chain Division",
                    AttachmentName = $"RFQ-{number}.html",
                    Attachment = page,
                };
            case "supply-chain-mail":
                Tie tie = context.Chance.Pick(context.Member.Ties.Skip(2).ToList());
                return mail with
                {
                    From = $"{tie.Contact.ToLowerInvariant().Replace(' ', '.')}@{tie.Domain}",
                    FromName = tie.Contact,
                    Sender = tie.Address,
                    Dkim = "pass",
                    Dmarc = "pass",
                    Subject = $"Re: Quotation {number}",
                    Text =
                        $"Hello,\nthe updated quotation and our new bank details are in the shared folder. Please sign in with your work account to open it.\n{tie.Contact}\n{tie.Name}",
                    Link = link,
                    LinkText = $"https://files.{tie.Domain}/quotation-{number}",
                };
            case "device-code":
                return mail with
                {
                    From = $"meetings@{domain}",
                    FromName = "Online Meeting",
                    Subject = "Invitation: vaccine allocation, confirm your seat",
                    Text =
                        $"Dear colleague,\nto join, enter the code {context.Chance.Hex(9).ToUpperInvariant()} on the device sign-in page and sign in with your work account. The code is valid for 15 minutes.",
                    Link = $"https://{Host(context, kind)}/devicelogin",
                    LinkText = "Device sign-in page",
                };
            case "host-intrusion":
                return mail with
                {
                    From = $"recruiting@{domain}",
                    FromName = "Pharma Recruiting",
                    ReplyTo = "pharma.recruiting.desk@freemail.example",
                    Subject = "Job description and assessment, confidential",
                    Text =
                        "Dear colleague,\nas discussed, the job description with salary is attached. It opens best on your work computer.\nPharma Recruiting",
                    AttachmentName = $"Job_Description_{number}.iso",
                    Attachment = "This file stands in for a disk image. There is nothing in it.",
                };
            default:
                return mail with
                {
                    From = $"no-reply@{domain}",
                    FromName = context.Chance.Pick(["Document Service", "Mail Administrator", "Shared Files"]),
                    Subject = context.Chance.Pick([
                        "A document was shared with you",
                        "Action needed: your session ends today",
                        "Protected message",
                    ]),
                    Text =
                        "A colleague shared a document about vaccine storage with you.\nSign in to read it; the link is valid for one day.",
                    Link = link,
                    LinkText = "Open the document",
                };
        }
    }

    /// <summary>The host to which a lure leads.</summary>
    public static string Host(StoryContext context, string kind) =>
        kind switch
        {
            "lure-quotation" => context.Campaign.Domain,
            "lure-health" or "lure-recruiter" => "portal." + context.Campaign.Domain,
            _ => "login." + context.Campaign.Domain,
        };
}
