using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Containers;

/// <summary>What is packed as one stream in something else: unpacked as it is read.</summary>
internal sealed class PackedContent(LogContent packed, ContainerKind kind, UnpackBudget budget) : LogContent
{
    /// <inheritdoc/>
    public override string Name { get; } = InnerName(packed.Name);

    /// <inheritdoc/>
    public override DateTime? Modified => packed.Modified;

    /// <inheritdoc/>
    public override Stream Open() => Decoders.Open(kind, packed.Open(), budget);

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        packed.Dispose();
        base.Dispose(isDisposing);
    }

    private static string InnerName(string name)
    {
        string extension = Path.GetExtension(name);
        return extension.Equals(".tgz", StringComparison.OrdinalIgnoreCase)
            ? Path.ChangeExtension(name, ".tar")
            : Path.GetFileNameWithoutExtension(name);
    }
}
