namespace Cordon.Telemetry.Mail.Attachments;

/// <summary>What the bytes of an attachment are.</summary>
internal sealed class AttachmentFacts
{
    /// <summary>The kind by content, such as <c>pdf</c>; empty where not known.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What else was seen, in the order it was seen, each once.</summary>
    public List<string> Traits { get; } = [];

    /// <summary>Names within an archive; the first of them.</summary>
    public List<string> Inside { get; } = [];

    /// <summary>Where links in it lead; the first of them.</summary>
    public List<string> Links { get; } = [];

    /// <summary>Adds a trait that is not there yet.</summary>
    public void Add(string trait)
    {
        if (!Traits.Contains(trait, StringComparer.Ordinal))
        {
            Traits.Add(trait);
        }
    }
}
