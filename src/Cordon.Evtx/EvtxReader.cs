#pragma warning disable CA1822 // the surface stands before what is behind it
using System.Buffers;

namespace Cordon.Evtx;

/// <summary>
/// Reads the records of one chunk after the other. One reader per thread; it owns its buffers and allocates nothing per record
/// once it has seen the templates of a log.
/// </summary>
/// <example>
/// <code>
/// using EvtxFile file = EvtxFile.Open(path);
/// var reader = new EvtxReader(file.Options) { Damaged = damage => Console.Error.WriteLine(damage) };
/// for (long chunk = 0; chunk &lt; file.ChunkCount; chunk++)
/// {
///     if (reader.Open(file, chunk))
///     {
///         while (reader.Read())
///         {
///             EvtxRecord record = reader.Current;
///         }
///     }
/// }
/// </code>
/// </example>
public sealed class EvtxReader
{
    /// <summary>Makes a reader.</summary>
    /// <param name="options">How to read; the defaults where null.</param>
    /// <param name="templates">The compiled templates to share; <see cref="EvtxTemplateCache.Shared"/> where null.</param>
    public EvtxReader(EvtxOptions? options = null, EvtxTemplateCache? templates = null)
    {
        _ = options;
        _ = templates;
    }

    /// <summary>Is told of everything that is wrong, where it is met. Damage inside a record is met when the record is looked into.</summary>
    public Action<EvtxDamage>? Damaged { get; set; }

    /// <summary>The chunk that is open.</summary>
    public EvtxChunkInfo Chunk { get; private set; }

    /// <summary>The record that the reader stands on; valid after <see cref="Read"/> answered true.</summary>
    public EvtxRecord Current => new(this);

    /// <summary>Opens a chunk. False where it holds nothing to read: an empty slot, foreign bytes, or the end of the file.</summary>
    /// <param name="file">The log.</param>
    /// <param name="chunk">Index from 0 to <see cref="EvtxFile.ChunkCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such chunk.</exception>
    public bool Open(EvtxFile file, long chunk) => throw new NotSupportedException();

    /// <summary>Goes to the next record of the chunk; false at its end.</summary>
    public bool Read() => throw new NotSupportedException();

    internal ulong RecordId => 0;

    internal DateTime? HeaderTime => null;

    internal long RecordOffset => 0;

    internal long ChunkIndex => 0;

    internal int RecordLength => 0;

    internal bool RecordIsRecovered => false;

    internal long? EventId => null;

    internal ReadOnlySpan<char> Channel => default;

    internal ReadOnlySpan<char> Provider => default;

    internal ReadOnlySpan<char> Computer => default;

    internal DateTime? Time => null;

    internal int CountValues(EvtxFieldSet fields, int index) => 0;

    internal EvtxValue GetValue(EvtxFieldSet fields, int index, int nth) => default;

    internal void VisitFields(EvtxFieldVisitor visitor) { }

    internal void WriteXml(IBufferWriter<byte> output) { }

    internal void WriteJson(IBufferWriter<byte> output) { }
}
