using System.Text.RegularExpressions;

namespace Cordon.Detection.Analytics.Phishing.Lures;

/// <summary>
/// Words of the lures that vaccine research was sent, by class: written from what was published about them, not from mails. A class counts
/// where two of its phrases are met, or one in the subject.
/// </summary>
internal sealed partial class LureLexicon
{
    private const int MaxTextChars = 8_192;
    private const int MaxPhrases = 5;

    private static readonly (LureClass Class, string[] Phrases)[] Classes =
    [
        (
            LureClass.Recruiter,
            [
                "job offer",
                "job opportunity",
                "job description",
                "career opportunity",
                "employment opportunity",
                "open position",
                "vacancy",
                "vacancies",
                "recruiter",
                "recruitment",
                "recruiting",
                "talent acquisition",
                "talent partner",
                "headhunter",
                "your profile",
                "your cv",
                "your resume",
                "your background",
                "competitive salary",
                "salary range",
                "annual salary",
                "compensation package",
                "interview",
                "hiring manager",
                "we are hiring",
                "relocation package",
                "senior scientist role",
                "confidential role",
                "offre d'emploi",
                "oferta de empleo",
                "stellenangebot",
            ]
        ),
        (
            LureClass.Health,
            [
                "covid-19",
                "covid19",
                "covid 19",
                "coronavirus",
                "sars-cov-2",
                "vaccine",
                "vaccination",
                "immunization",
                "immunisation",
                "pandemic",
                "outbreak",
                "safety measures",
                "health advisory",
                "health alert",
                "emergency use",
                "clinical trial",
                "dose allocation",
                "cold chain readiness",
                "solidarity response fund",
                "vacuna",
                "impfstoff",
                "vaccin",
            ]
        ),
        (
            LureClass.Quotation,
            [
                "request for quotation",
                "request for quote",
                "request for proposal",
                "rfq",
                "quotation",
                "price list",
                "best price",
                "purchase order",
                "new order",
                "tender",
                "invitation to bid",
                "expression of interest",
                "cold chain",
                "cold-chain",
                "cceop",
                "vaccine refrigerator",
                "vaccine carrier",
                "solar refrigerator",
                "ultra-low temperature",
                "ultra low temperature",
                "temperature controlled",
                "dry ice",
                "proforma",
                "pro forma",
                "cotización",
                "angebotsanfrage",
            ]
        ),
        (
            LureClass.Credential,
            [
                "verify your account",
                "verify your identity",
                "verify your email",
                "confirm your account",
                "confirm your identity",
                "confirm your password",
                "validate your",
                "password expires",
                "password will expire",
                "password has expired",
                "password expiry",
                "keep same password",
                "keep the same password",
                "keep current password",
                "reset your password",
                "mailbox is full",
                "mailbox storage",
                "mailbox quota",
                "storage limit",
                "unusual sign-in",
                "unusual sign in",
                "sign-in activity",
                "sign-in attempt",
                "session expired",
                "session has expired",
                "account will be suspended",
                "account has been suspended",
                "account will be deactivated",
                "account will be closed",
                "account has been limited",
                "multi-factor",
                "two-factor",
                "mfa",
                "authenticator",
                "re-authenticate",
                "security update",
                "log in to view",
                "login to view",
                "sign in to view",
                "with your work account",
                "with your corporate account",
                "with your email account",
                "sign in to read",
                "sign in to open",
                "sign in to see",
                "sign in to keep",
                "log in to read",
                "log in to open",
                "log in to keep",
                "shared with you",
                "link is valid",
                "link expires",
                "session ends",
                "session expires",
                "shared a document",
                "shared a file",
                "review document",
                "undelivered messages",
                "pending messages",
                "messages on hold",
                "quarantined messages",
                "update your payment",
                "single sign-on",
                "vpn access",
                "mettre à jour votre compte",
                "verifique su cuenta",
                "ihr konto bestätigen",
            ]
        ),
        (
            LureClass.Invoice,
            [
                "invoice",
                "overdue",
                "outstanding payment",
                "payment advice",
                "payment confirmation",
                "remittance",
                "wire transfer",
                "bank details",
                "bank account details",
                "swift copy",
                "parcel",
                "your package",
                "delivery failed",
                "delivery attempt",
                "shipment",
                "shipping documents",
                "tracking number",
                "customs fee",
                "bill of lading",
                "factura",
                "rechnung",
                "facture",
            ]
        ),
    ];

    private static readonly string[] Urgent =
    [
        "action needed",
        "ends today",
        "expires today",
        "valid for one day",
        "valid until today",
        "before the end of today",
        "urgent",
        "immediately",
        "as soon as possible",
        "within 24 hours",
        "within 48 hours",
        "final notice",
        "last warning",
        "action required",
        "immediate action",
        "failure to",
        "before it is too late",
        "will be terminated",
        "by close of business",
    ];

    // The phrases of all classes one after the other, then what presses.
    private static readonly PhraseFinder Finder = new([.. Classes.SelectMany(static c => c.Phrases), .. Urgent]);
    private static readonly int FirstUrgent = Classes.Sum(static c => c.Phrases.Length);

    /// <summary>What a mail is about.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">Its text.</param>
    /// <param name="links">Where its links lead.</param>
    public static LureMatch Match(string subject, string text, IEnumerable<string> links)
    {
        string plainSubject = Names.Skeleton.Plain(subject, 500);
        string plainText = Names.Skeleton.Plain(text, MaxTextChars);
        bool[] inSubject = Finder.Find(plainSubject);
        bool[] inText = Finder.Find(plainText);
        bool isUrgent = inSubject.AsSpan(FirstUrgent).Contains(true) || inText.AsSpan(FirstUrgent).Contains(true);
        if (IsDeviceCode(plainText, text, links))
        {
            return new LureMatch(LureClass.DeviceCode, ["device code"], isUrgent);
        }

        LureClass best = LureClass.None;
        double score = 0;
        List<string> phrases = [];
        int first = 0;
        foreach ((LureClass kind, string[] words) in Classes)
        {
            List<string> ofSubject = [];
            List<string> ofText = [];
            for (int i = 0; i < words.Length; i++)
            {
                if (inSubject[first + i])
                {
                    ofSubject.Add(words[i]);
                }
                else if (inText[first + i])
                {
                    ofText.Add(words[i]);
                }
            }

            first += words.Length;
            double sum = (ofSubject.Count * 2) + ofText.Count;
            if (sum >= 2 && sum > score)
            {
                (best, score) = (kind, sum);
                phrases = [.. ofSubject.Concat(ofText).Take(MaxPhrases)];
            }
        }

        return new LureMatch(best, phrases, isUrgent);
    }

    /// <summary>Whether a text gives a password for what is attached.</summary>
    public static bool GivesPassword(string text) => Password().IsMatch(Names.Skeleton.Plain(text, MaxTextChars));

    // A page where devices are signed in, and a code for it: eight or nine letters and digits, as Microsoft and Google write them.
    private static bool IsDeviceCode(string plain, string text, IEnumerable<string> links)
    {
        bool hasPage =
            plain.Contains("devicelogin", StringComparison.Ordinal)
            || plain.Contains("google.com/device", StringComparison.Ordinal)
            || links.Any(l =>
                l.Contains("/devicelogin", StringComparison.OrdinalIgnoreCase)
                || l.Contains("/deviceauth", StringComparison.OrdinalIgnoreCase)
                || l.Contains("/common/oauth2/deviceauth", StringComparison.OrdinalIgnoreCase)
                || l.Contains("google.com/device", StringComparison.OrdinalIgnoreCase)
            );
        return hasPage && DeviceCode().IsMatch(text.Length > MaxTextChars ? text[..MaxTextChars] : text);
    }

    [GeneratedRegex(@"\b(?=[A-Z0-9]*[A-Z])[A-Z0-9]{9}\b|\b[A-Z]{4}-[A-Z]{4}\b", RegexOptions.ExplicitCapture)]
    private static partial Regex DeviceCode();

    [GeneratedRegex(
        @"\b(password|passcode|pass code|kennwort|mot de passe|contraseña)( (for|to)( \w{1,20}){1,4})?\s?(is|:|=)\s?[^\s]{3,40}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Password();
}
