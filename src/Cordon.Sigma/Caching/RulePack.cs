using System.Buffers.Binary;
using Cordon.Events;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>A pack that was opened: what files gave, by the hash of their bytes. Safe for concurrent use.</summary>
/// <remarks>
/// Mark, format, the key of what the pack is for; then texts, predicates, detections and files, a <see cref="PackTable"/> each; at the end the
/// hash of all that. An entry of the files is the hash of a file's bytes and then what the file gave, or nothing where a pack has no
/// form for that. Nothing of a pack is taken before the hash at its end was found right, and every place that it names is
/// checked all the same.
/// </remarks>
internal sealed class RulePack
{
    /// <summary>Changes with the layout. Changes of the program are in the key.</summary>
    public const uint Format = 3;

    private readonly PackTable _texts;
    private readonly PackTable _predicates;
    private readonly PackTable _detections;
    private readonly PackTable _files;
    private readonly Dictionary<ContentHash, int> _byHash;
    private readonly string?[] _knownTexts;
    private readonly SigmaPredicate?[] _knownPredicates;

    private RulePack(byte[] bytes, int end, SigmaOptions options, FieldTable fields)
    {
        Options = options;
        Fields = fields;
        int at = HeadSize;
        _texts = new PackTable(bytes, ref at, end);
        _predicates = new PackTable(bytes, ref at, end);
        _detections = new PackTable(bytes, ref at, end);
        _files = new PackTable(bytes, ref at, end);
        if (at != end)
        {
            throw new PackFaultException("the pack holds more than its sections");
        }

        _knownTexts = new string?[_texts.Count];
        _knownPredicates = new SigmaPredicate?[_predicates.Count];
        _byHash = new Dictionary<ContentHash, int>(_files.Count);
        for (int i = 0; i < _files.Count; i++)
        {
            ReadOnlySpan<byte> entry = _files[i];
            if (entry.Length < ContentHash.Size)
            {
                throw new PackFaultException("a file has no hash");
            }

            _byHash.TryAdd(ContentHash.Read(entry), i);
        }
    }

    /// <summary>What a pack begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "cordonrp"u8;

    /// <summary>Mark, format and key.</summary>
    public static int HeadSize => Mark.Length + sizeof(uint) + ContentHash.Size;

    /// <summary>How files are read for which the pack is used.</summary>
    public SigmaOptions Options { get; }

    /// <summary>The table that field names go into.</summary>
    public FieldTable Fields { get; }

    /// <summary>How many files it knows.</summary>
    public int Count => _byHash.Count;

    /// <summary>How many detections it holds.</summary>
    public int DetectionCount => _detections.Count;

    /// <summary>Opens a pack.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="key">What it must be for.</param>
    /// <param name="options">How files are read.</param>
    /// <param name="fields">The table that field names go into.</param>
    /// <exception cref="PackFaultException">It is no pack, not whole, or for something else.</exception>
    public static RulePack Open(byte[] bytes, ContentHash key, SigmaOptions options, FieldTable fields)
    {
        int end = bytes.Length - ContentHash.Size;
        if (end < HeadSize || !bytes.AsSpan().StartsWith(Mark))
        {
            throw new PackFaultException("this is no pack");
        }

        ReadOnlySpan<byte> head = bytes.AsSpan(Mark.Length);
        if (
            BinaryPrimitives.ReadUInt32LittleEndian(head) != Format
            || ContentHash.Read(head[sizeof(uint)..]) != key
            || ContentHash.Of(bytes.AsSpan(0, end)) != ContentHash.Read(bytes.AsSpan(end))
        )
        {
            throw new PackFaultException("the pack is damaged, or for something else");
        }

        return new RulePack(bytes, end, options, fields);
    }

    /// <summary>Whether the pack knows a file by its bytes, though perhaps not what it gave.</summary>
    public bool Knows(ContentHash file) => _byHash.ContainsKey(file);

    /// <summary>What a file with these bytes gave; null where the pack does not hold it.</summary>
    /// <exception cref="PackFaultException">What it holds cannot be.</exception>
    public FileContent? Find(ContentHash file, string path) =>
        _byHash.TryGetValue(file, out int index) ? FindAt(index, path) : null;

    internal FileContent? FindAt(int index, string path)
    {
        ReadOnlySpan<byte> entry = _files[index][ContentHash.Size..];
        if (entry.IsEmpty)
        {
            return null;
        }

        var reader = new PackReader(this, entry);
        return ContentPacking.Read(ref reader, path);
    }

    /// <exception cref="PackFaultException">There is no such text.</exception>
    public string TextAt(int index)
    {
        ReadOnlySpan<byte> entry = _texts[index];
        // Two threads may both make it; whichever stays says the same.
        return _knownTexts[index] ??= PackText.Decode(entry);
    }

    /// <summary>Lays a detection out anew.</summary>
    /// <exception cref="PackFaultException">There is no such detection, or it cannot be.</exception>
    public Detection DetectionAt(int index)
    {
        var reader = new PackReader(this, _detections[index]);
        Detection made = ExpressionPacking.Read(ref reader);
        return reader.IsAtEnd ? made : throw new PackFaultException("a detection is longer than what it holds");
    }

    /// <summary>Reads all that it holds.</summary>
    /// <exception cref="PackFaultException">Something of it cannot be.</exception>
    public void Check()
    {
        for (int file = 0; file < _files.Count; file++)
        {
            FindAt(file, "");
        }

        for (int detection = 0; detection < DetectionCount; detection++)
        {
            DetectionAt(detection);
        }
    }

    /// <exception cref="PackFaultException">There is no such predicate.</exception>
    public SigmaPredicate PredicateAt(int index)
    {
        ReadOnlySpan<byte> entry = _predicates[index];
        if (_knownPredicates[index] is { } known)
        {
            return known;
        }

        var reader = new PackReader(this, entry);
        SigmaPredicate made = ExpressionPacking.ReadPredicate(ref reader);
        if (!reader.IsAtEnd)
        {
            throw new PackFaultException("a predicate is longer than its kind");
        }

        return Interlocked.CompareExchange(ref _knownPredicates[index], made, null) ?? made;
    }
}
