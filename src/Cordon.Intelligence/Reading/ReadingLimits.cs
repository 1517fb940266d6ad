namespace Cordon.Intelligence.Reading;

/// <summary>How much of a document is read. Documents are written by strangers; each limit is a number here, and what goes past one is refused or left out, and said.</summary>
public sealed record ReadingLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public long MaxBytes { get; init; } = 64 << 20;

    /// <summary>The longest text, in UTF-16 units; what comes after it is left out.</summary>
    public int MaxText { get; init; } = 4_000_000;

    /// <summary>The most pages of a PDF.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>How deep parts of a mail lie in each other.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>The longest time that taking the text out of one document may need.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);
}
