using Cordon.Detection.Analytics.Phishing.Evidence;
using Cordon.Detection.Analytics.Phishing.Lures;

namespace Cordon.Detection.Analytics.Phishing;

/// <summary>What speaks for and against a mail.</summary>
/// <param name="Group">The mail.</param>
/// <param name="Lure">What it is about.</param>
/// <param name="Evidence">What was found.</param>
/// <param name="Score">The sum of its weights.</param>
/// <param name="Domains">Foreign domains that it comes from or leads to and that are part of the evidence.</param>
internal sealed record MailScore(
    MailGroup Group,
    LureMatch Lure,
    IReadOnlyList<MailEvidence> Evidence,
    double Score,
    IReadOnlyList<string> Domains
)
{
    /// <summary>Whether evidence of that name was found.</summary>
    public bool Has(string name) => Evidence.Any(e => e.Name == name);
}
