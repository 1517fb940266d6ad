using Cordon.Incidents;

namespace Cordon.Sector.Warnings;

/// <summary>Says what was tried at an organisation, and how far it went, without naming anybody.</summary>
internal static class WhatWords
{
    public static string Of(Incident incident)
    {
        bool Has(string technique) => incident.Techniques.Any(t => t.StartsWith(technique, StringComparison.Ordinal));
        string attempt =
            Has("T1566") || Has("T1598") ? "lure mails"
            : Has("T1110.003") || Has("T1110.004") ? "passwords tried against many accounts"
            : Has("T1110") ? "passwords guessed"
            : Has("T1621") ? "requests for the second factor, over and over"
            : Has("T1199") || Has("T1133") ? "access from outside by an account with rights"
            : Has("T1078") || Has("T1550") || Has("T1539") ? "accounts taken over"
            : "an intrusion";
        return $"We were attacked: {attempt}. {Reach(incident.Outcome)}";
    }

    private static string Reach(Outcome outcome) =>
        outcome switch
        {
            Outcome.FollowOn => "The attacker got in and used it.",
            Outcome.AccessGained => "The attacker got in.",
            Outcome.CredentialExposed => "The attacker had a right password and was stopped.",
            Outcome.Blocked => "A control stopped it.",
            Outcome.Failed => "It failed, as far as our logs show.",
            _ => "What came of it can't be told from our logs.",
        };
}
