namespace Cordon.Simulation.Attempts;

/// <summary>The kinds of attempts, by their names in truth.json.</summary>
internal static class Stories
{
    /// <summary>Tells an attempt of a kind.</summary>
    public static void Tell(string kind, StoryContext context)
    {
        switch (kind)
        {
            case "spray-distributed":
                GuessingStories.SlowSpray(context);
                break;
            case "spray-loud":
                GuessingStories.LoudSpray(context);
                break;
            case "brute-force":
                GuessingStories.BruteForce(context);
                break;
            case "mfa-fatigue":
                TokenStories.Fatigue(context);
                break;
            case "token-theft":
                TokenStories.TokenTheft(context);
                break;
            case "device-code":
                TokenStories.DeviceCode(context);
                break;
            case "consent-phishing":
                TokenStories.Consent(context);
                break;
            case "supply-chain-vpn":
                PivotStories.Vpn(context);
                break;
            case "host-intrusion":
                PivotStories.Host(context);
                break;
            default:
                LureStories.Lure(context, kind);
                break;
        }
    }
}
