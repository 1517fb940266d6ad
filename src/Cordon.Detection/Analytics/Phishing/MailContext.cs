using Cordon.Detection.Analytics.Phishing.Evidence;
using Cordon.Detection.Analytics.Phishing.Lures;
using Cordon.Detection.Analytics.Phishing.Names;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>What the checks of one mail work with.</summary>
internal sealed class MailContext
{
    private readonly List<string> _marked = [];

    /// <summary>The mail.</summary>
    public required Mail Mail { get; init; }

    /// <summary>What it is about.</summary>
    public required LureMatch Lure { get; init; }

    /// <summary>Weights and thresholds.</summary>
    public required AnalyticSettings Settings { get; init; }

    /// <summary>The organisation.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Names that lures borrow.</summary>
    public required LookalikeFinder Finder { get; init; }

    /// <summary>Registered domains.</summary>
    public required PublicSuffixes Suffixes { get; init; }

    /// <summary>Who wrote before.</summary>
    public required ContactHistory History { get; init; }

    /// <summary>Checks that can be believed.</summary>
    public required TrustedVerdict Verdict { get; init; }

    /// <summary>The domain of the From address.</summary>
    public required string SenderDomain { get; init; }

    /// <summary>Who registered it.</summary>
    public required string SenderOrganisation { get; init; }

    /// <summary>Foreign domains that are part of the evidence, each once.</summary>
    public IReadOnlyList<string> Marked => _marked;

    /// <summary>Notes a domain as part of the evidence.</summary>
    public void Mark(string domain)
    {
        if (
            domain.Length > 0
            && !_marked.Contains(domain, StringComparer.Ordinal)
            && !FreeMail.Is(Suffixes.OrganisationOf(domain))
        )
        {
            _marked.Add(domain);
        }
    }

    /// <summary>Whether a domain is the organisation's own.</summary>
    public bool IsOwn(string domain) =>
        Organisation.Domains.Any(d => domain == d || domain.EndsWith("." + d, StringComparison.Ordinal));
}
