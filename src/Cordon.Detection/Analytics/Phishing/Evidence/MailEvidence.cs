namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>Something about a mail that speaks for or against it.</summary>
/// <param name="Name">Its name in the <c>mail</c> section of the settings.</param>
/// <param name="Weight">Its weight: a log-likelihood ratio, negative where it speaks for the mail.</param>
/// <param name="Words">What it is, with its figures.</param>
internal readonly record struct MailEvidence(string Name, double Weight, string Words);
