using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Containers;

/// <summary>A member of an archive, unpacked: in memory, or in a temporary file that goes when it was read.</summary>
internal sealed class SpooledContent : LogContent
{
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly FileStream? _file;

    private SpooledContent(string name, DateTime? modified, ReadOnlyMemory<byte> memory, FileStream? file)
    {
        (Name, Modified, _memory, _file) = (name, modified, memory, file);
        Length = file?.Length ?? memory.Length;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override DateTime? Modified { get; }

    /// <inheritdoc/>
    public override string? File => _file?.Name;

    /// <summary>Its bytes, where they are in memory.</summary>
    public ReadOnlyMemory<byte> Memory => _memory;

    /// <summary>How many bytes there are.</summary>
    public long Length { get; }

    /// <summary>Unpacks a stream.</summary>
    /// <exception cref="IOException">It can't be read, or there is no room for it.</exception>
    public static SpooledContent Of(string name, DateTime? modified, Stream stream, ContainerLimits limits)
    {
        byte[] piece = new byte[1 << 16];
        using var memory = new MemoryStream();
        FileStream? file = null;
        try
        {
            for (int read = Fill(stream, piece); read > 0; read = Fill(stream, piece))
            {
                if (file is null && memory.Length + read > limits.MaxMemoryBytes)
                {
                    file = Temporary();
                    memory.WriteTo(file);
                }

                (file ?? (Stream)memory).Write(piece, 0, read);
            }

            file?.Flush();
            var made = new SpooledContent(name, modified, file is null ? memory.ToArray() : default, file);
            file = null;
            return made;
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <inheritdoc/>
    public override Stream Open() =>
        _file is null
            ? new MemoryStream(_memory.ToArray(), writable: false)
            : new FileStream(
                _file.Name,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                1 << 16
            );

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        _file?.Dispose();
        base.Dispose(isDisposing);
    }

    private static int Fill(Stream stream, byte[] piece) => stream.Read(piece, 0, piece.Length);

    private static FileStream Temporary() =>
        new(
            Path.Combine(Path.GetTempPath(), "cordon-" + Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete,
            1 << 16,
            FileOptions.DeleteOnClose
        );
}
