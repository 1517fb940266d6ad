namespace Cordon.Cli.Rules.Updating;

/// <summary>How much of a release is taken at most. A release of SigmaHQ's has some 4,000 rules, 3 MB packed and 15 MB unpacked.</summary>
internal sealed record UpdateLimits
{
    /// <summary>The limits that the command uses.</summary>
    public static UpdateLimits Default { get; } = new();

    /// <summary>The most bytes that are downloaded, or read of an archive.</summary>
    public long MaxDownload { get; init; } = 256L << 20;

    /// <summary>The most entries of an archive, those that are not kept among them.</summary>
    public int MaxEntries { get; init; } = 100_000;

    /// <summary>The most bytes that one kept file may unpack to.</summary>
    public long MaxFile { get; init; } = 4L << 20;

    /// <summary>The most bytes that all entries together may unpack to.</summary>
    public long MaxTotal { get; init; } = 512L << 20;

    /// <summary>How many times its own size an archive may unpack to, beyond the first MiB. YAML packs to a tenth or so.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>How long a server may take to answer, and to send the next bytes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a whole download may take.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a server may send the request elsewhere.</summary>
    public int MaxRedirects { get; init; } = 5;
}
