namespace Cordon.Detection.Analytics.Phishing.Lures;

/// <summary>The class of a lure and the phrases that say so.</summary>
/// <param name="Class">The class; <see cref="LureClass.None"/> where there is none.</param>
/// <param name="Phrases">What was found, the subject's first.</param>
/// <param name="IsUrgent">Whether it presses.</param>
internal sealed record LureMatch(LureClass Class, IReadOnlyList<string> Phrases, bool IsUrgent)
{
    /// <summary>What reasons and fields call the class.</summary>
    public string Name =>
        Class switch
        {
            LureClass.Recruiter => "recruiter",
            LureClass.Health => "health-agency",
            LureClass.Quotation => "quotation",
            LureClass.Credential => "credential",
            LureClass.Invoice => "invoice",
            LureClass.DeviceCode => "device-code",
            _ => "none",
        };
}
