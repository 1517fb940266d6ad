using Cordon.Detection.Analytics.Phishing.Evidence;
using Cordon.Detection.Analytics.Phishing.Lures;
using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>Weighs the mails of a timeline: the sum of log-likelihood ratios of what is found. For one thread.</summary>
internal sealed class MailScorer
{
    private readonly ActivityTimeline _timeline;
    private readonly AnalyticSettings _settings;
    private readonly PublicSuffixes _suffixes;
    private readonly ContactHistory _history;
    private readonly LookalikeFinder _finder;

    /// <summary>Makes a scorer for a timeline.</summary>
    public MailScorer(ActivityTimeline timeline, AnalyticSettings settings, PublicSuffixes suffixes)
    {
        (_timeline, _settings, _suffixes) = (timeline, settings, suffixes);
        _history = new ContactHistory(timeline.Mails, timeline.Organisation, suffixes);
        _finder = new LookalikeFinder(ProtectedIdentities.Of(timeline.Organisation), suffixes);
    }

    /// <summary>Weighs one.</summary>
    public MailScore Score(MailGroup group)
    {
        Mail mail = group.Mail;
        string domain = DomainName.OfAddress(mail.From);
        var context = new MailContext
        {
            Mail = mail,
            Lure = LureLexicon.Match(mail.Subject, mail.Text, mail.Links.Select(l => l.Target)),
            Settings = _settings,
            Organisation = _timeline.Organisation,
            Finder = _finder,
            Suffixes = _suffixes,
            History = _history,
            Verdict = TrustedVerdict.Of(mail, _timeline.Organisation, _suffixes),
            SenderDomain = domain,
            SenderOrganisation = _suffixes.OrganisationOf(domain),
        };
        var evidence = new EvidenceList(_settings);
        SenderChecks.Run(context, evidence);
        LinkChecks.Run(context, evidence);
        AttachmentChecks.Run(context, evidence);
        AddLure(context, evidence);
        return new MailScore(group, context.Lure, evidence.Items, evidence.Score, context.Marked);
    }

    private static bool IsBorrowed(string evidence) =>
        evidence.StartsWith("name-of-", StringComparison.Ordinal)
        || evidence.StartsWith("sender-", StringComparison.Ordinal)
        || evidence is "name-protected" or "forged-domain" or "link-lookalike" or "link-shows-protected";

    private static void AddLure(MailContext context, EvidenceList evidence)
    {
        if (context.Lure.Class is not LureClass.None)
        {
            string phrases = string.Join(", ", context.Lure.Phrases.Take(3).Select(p => $"'{p}'"));
            evidence.Add("lure-" + context.Lure.Name, $"it reads like a {context.Lure.Name} lure ({phrases})");
            if (evidence.Items.Any(static e => IsBorrowed(e.Name)))
            {
                evidence.Add("borrowed-lure", "what it says fits the name that it borrows");
            }

            if (context.Lure.IsUrgent)
            {
                evidence.Add("urgency", "it presses");
            }
        }

        if (context.Mail.Traits.Contains("hidden-text", StringComparer.Ordinal))
        {
            evidence.Add("hidden-text", "it holds text that a reader does not see");
        }

        if (Skeleton.HasTricks(context.Mail.Subject))
        {
            evidence.Add("tricked-subject", "the subject has letters that a reader does not see");
        }
    }
}
