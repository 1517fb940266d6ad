namespace Cordon.Cli.Rules.Updating;

/// <summary>A release of rules that was put in place.</summary>
/// <param name="Name">Its folder's name, made of its content.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Release">What its maker calls it, such as <c>r2026-07-01</c>, or the name of its file.</param>
/// <param name="Source">Where it was taken from.</param>
/// <param name="Fetched">When, UTC, to the second.</param>
/// <param name="Files">How many rule files it has.</param>
internal sealed record InstalledRelease(
    string Name,
    string Folder,
    string Release,
    string Source,
    DateTime Fetched,
    int Files
)
{
    /// <summary>For people: release and date.</summary>
    public override string ToString() => $"{Release}, fetched {Fetched:yyyy-MM-dd}";
}
