namespace Cordon.Detection.Analytics.Phishing.Lures;

/// <summary>What a mail is about, where that is what lures are about.</summary>
internal enum LureClass
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>A job: recruiters that nobody asked.</summary>
    Recruiter,

    /// <summary>Vaccines, outbreaks, health agencies.</summary>
    Health,

    /// <summary>A request for a quotation, a tender; of cold-chain equipment above all.</summary>
    Quotation,

    /// <summary>A password, a mailbox, a second factor, a document to sign in for.</summary>
    Credential,

    /// <summary>An invoice, a payment, a parcel.</summary>
    Invoice,

    /// <summary>A code to be entered on a sign-in page for devices.</summary>
    DeviceCode,
}
