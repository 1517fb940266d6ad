using System.Buffers;

namespace Cordon.Telemetry.Rows;

/// <summary>Where the bytes of a log are: a file, something unpacked, or something that is unpacked as it is read.</summary>
internal abstract class LogContent : IDisposable
{
    /// <summary>The largest piece from a beginning that formats are recognised by.</summary>
    public const int SampleSize = 64 * 1024;

    /// <summary>The name without folders.</summary>
    public abstract string Name { get; }

    /// <summary>When it was last written, UTC; null where not known.</summary>
    public virtual DateTime? Modified => null;

    /// <summary>The file it is by itself; null where it is none.</summary>
    public virtual string? File => null;

    /// <summary>Opens it at its beginning. Can be done several times.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public abstract Stream Open();

    /// <summary>Reads its beginning.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public LogSample Sample()
    {
        byte[] head = ArrayPool<byte>.Shared.Rent(SampleSize);
        try
        {
            return Sample(head.AsSpan(0, SampleSize));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(head);
        }
    }

    private LogSample Sample(Span<byte> head)
    {
        using Stream stream = Open();
        int length = 0;
        string? broken = null;
        while (length < head.Length && broken is null)
        {
            try
            {
                int read = stream.Read(head[length..]);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }
            catch (IOException fault) when (length > 0)
            {
                // What was read before may be enough; the fault is told when all of it is read.
                broken = fault.Message;
            }
        }

        return SampleOf(Name, head[..length].ToArray(), length < head.Length);
    }

    /// <summary>A sample of bytes.</summary>
    public static LogSample SampleOf(string name, ReadOnlyMemory<byte> head, bool isWhole) => new(name, head, isWhole);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what holds the bytes.</summary>
    protected virtual void Dispose(bool isDisposing) { }
}
