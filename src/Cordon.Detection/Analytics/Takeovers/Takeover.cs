using Cordon.Detection.Analytics.Phishing;
using Cordon.Detection.Analytics.SignIns;
using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.Takeovers;

/// <summary>A sign-in that may be an attacker's, with what speaks for it.</summary>
internal sealed class Takeover(Attempt attempt)
{
    public Attempt Attempt { get; } = attempt;

    public SignIn SignIn => Attempt.Source;

    /// <summary>The lure before it.</summary>
    public MailScore? Mail { get; set; }

    /// <summary>What was done from there, and what was done about it.</summary>
    public List<AccountAction> Actions { get; } = [];

    /// <summary>For people.</summary>
    public List<string> Reasons { get; init; } = [];

    /// <summary>Natural logarithm of the odds that it is an attacker's.</summary>
    public double LogOdds { get; set; }
}
