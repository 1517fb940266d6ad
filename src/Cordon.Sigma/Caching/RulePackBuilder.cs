using System.Buffers;
using System.Buffers.Binary;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>Puts a <see cref="RulePack"/> together. Texts and predicates that several documents have stand in it once.</summary>
internal sealed class RulePackBuilder
{
    private readonly PackTableBuilder _texts = new();
    private readonly PackTableBuilder _predicates = new();
    private readonly PackTableBuilder _detections = new();
    private readonly PackTableBuilder _files = new();
    private readonly Dictionary<string, int> _textNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<SigmaPredicate, int> _predicateNumbers = [];
    private readonly HashSet<ContentHash> _known = [];

    /// <summary>How large the pack has become.</summary>
    public long Size =>
        RulePack.HeadSize + _texts.Size + _predicates.Size + _detections.Size + _files.Size + ContentHash.Size;

    /// <summary>Adds what a file gave. Of what a pack has no form for, it only gets to know that there is such a file.</summary>
    /// <param name="file">The hash of the file's bytes.</param>
    /// <param name="content">What it gave.</param>
    public void Add(ContentHash file, FileContent content)
    {
        if (!_known.Add(file))
        {
            return;
        }

        var writer = new PackWriter(this);
        WriteHash(writer, file);
        try
        {
            ContentPacking.Write(writer, content);
        }
        catch (PackFaultException)
        {
            writer.Clear();
            WriteHash(writer, file);
        }

        _files.Add(writer.Written);
    }

    /// <summary>The number of a text in the pack's table.</summary>
    public int NumberOf(string text)
    {
        if (!_textNumbers.TryGetValue(text, out int number))
        {
            number = _texts.Add(PackText.Encode(text));
            _textNumbers.Add(text, number);
        }

        return number;
    }

    /// <summary>The number of a predicate in the pack's table.</summary>
    /// <exception cref="PackFaultException">A pack has no form for it.</exception>
    public int NumberOf(SigmaPredicate predicate)
    {
        if (!_predicateNumbers.TryGetValue(predicate, out int number))
        {
            var writer = new PackWriter(this);
            ExpressionPacking.WritePredicate(writer, predicate);
            number = _predicates.Add(writer.Written);
            _predicateNumbers.Add(predicate, number);
        }

        return number;
    }

    /// <summary>The number of a detection in the pack's table.</summary>
    /// <exception cref="PackFaultException">A pack has no form for it.</exception>
    public int NumberOf(IReadOnlyList<SearchIdentifier> searches, SigmaExpression condition)
    {
        var writer = new PackWriter(this);
        ExpressionPacking.Write(writer, searches, condition);
        return _detections.Add(writer.Written);
    }

    /// <summary>The pack.</summary>
    /// <param name="key">What it is for.</param>
    public ReadOnlyMemory<byte> Finish(ContentHash key)
    {
        var pack = new ArrayBufferWriter<byte>((int)Size);
        pack.Write(RulePack.Mark);
        BinaryPrimitives.WriteUInt32LittleEndian(pack.GetSpan(sizeof(uint)), RulePack.Format);
        pack.Advance(sizeof(uint));
        WriteHash(pack, key);
        _texts.WriteTo(pack);
        _predicates.WriteTo(pack);
        _detections.WriteTo(pack);
        _files.WriteTo(pack);
        WriteHash(pack, ContentHash.Of(pack.WrittenSpan));
        return pack.WrittenMemory;
    }

    private static void WriteHash(PackWriter writer, ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.WriteTo(bytes);
        writer.Bytes(bytes);
    }

    private static void WriteHash(ArrayBufferWriter<byte> output, ContentHash hash)
    {
        hash.WriteTo(output.GetSpan(ContentHash.Size));
        output.Advance(ContentHash.Size);
    }
}
