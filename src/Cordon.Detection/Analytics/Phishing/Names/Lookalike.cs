namespace Cordon.Detection.Analytics.Phishing.Names;

/// <summary>A domain that can be taken for one of somebody else.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Identity">Whose it seems to be.</param>
/// <param name="Imitated">The domain that it is like.</param>
/// <param name="Kind">How.</param>
internal sealed record Lookalike(string Domain, ProtectedIdentity Identity, string Imitated, LookalikeKind Kind)
{
    /// <summary>What is said of it in a reason.</summary>
    public string Words =>
        Kind switch
        {
            LookalikeKind.Confusable => $"{Domain} looks like {Imitated}",
            LookalikeKind.Subdomain => $"{Domain} begins like {Imitated} and belongs to somebody else",
            LookalikeKind.OneSlip => $"{Domain} is one letter away from {Imitated}",
            LookalikeKind.TwoSlips => $"{Domain} is two letters away from {Imitated}",
            LookalikeKind.Contains => $"{Domain} holds the name of {Imitated}",
            _ => $"{Domain} is the name of {Imitated} under another ending",
        };
}
