namespace Cordon.Telemetry.Rows;

/// <summary>A file as it lies.</summary>
internal sealed class FileContent(string path) : LogContent
{
    private const int SmallestBuffer = 1 << 12;
    private const int LargestBuffer = 1 << 16;

    /// <inheritdoc/>
    public override string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public override string File => path;

    /// <inheritdoc/>
    public override DateTime? Modified
    {
        get
        {
            var info = new FileInfo(path);
            return info.Exists ? info.LastWriteTimeUtc : null;
        }
    }

    /// <inheritdoc/>
    public override Stream Open() =>
        new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            (int)Math.Clamp(new FileInfo(path).Length, SmallestBuffer, LargestBuffer)
        );
}
