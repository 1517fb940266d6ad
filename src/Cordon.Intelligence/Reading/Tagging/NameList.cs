using System.Buffers.Binary;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>
/// Which names are known as actors, malware and tools, as hashes: enough to ask for a name that a text holds. Made by <c>tools/Cordon.Reading</c> from the
/// names that public lists state.
/// </summary>
internal sealed class NameList
{
    /// <summary>The most tokens a name has.</summary>
    public const int MostTokens = 6;

    private const int EntryBytes = 9;
    private readonly Dictionary<ulong, NameKinds> _names;

    private NameList(Dictionary<ulong, NameKinds> names) => _names = names;

    /// <summary>A list that knows nothing.</summary>
    public static NameList Empty { get; } = new([]);

    /// <summary>Makes a list.</summary>
    public static NameList Of(IEnumerable<KeyValuePair<string, NameKinds>> names)
    {
        var all = new Dictionary<ulong, NameKinds>();
        foreach ((string name, NameKinds kinds) in names)
        {
            ulong key = Hashing.OfName(0, name);
            all[key] = all.GetValueOrDefault(key) | kinds;
        }

        return new NameList(all);
    }

    /// <summary>Reads what <see cref="Write" /> wrote.</summary>
    public static NameList Read(ReadOnlySpan<byte> bytes)
    {
        var all = new Dictionary<ulong, NameKinds>(bytes.Length / EntryBytes);
        for (; bytes.Length >= EntryBytes; bytes = bytes[EntryBytes..])
        {
            all[BinaryPrimitives.ReadUInt64LittleEndian(bytes)] = (NameKinds)bytes[8];
        }

        return new NameList(all);
    }

    /// <summary>Writes it, in the order of hashes.</summary>
    public void Write(Stream stream)
    {
        Span<byte> entry = stackalloc byte[EntryBytes];
        foreach ((ulong key, NameKinds kinds) in _names.OrderBy(static n => n.Key))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(entry, key);
            entry[8] = (byte)kinds;
            stream.Write(entry);
        }
    }

    /// <summary>The list without what some names are known as; they stay as ordinary words, which whatever else is loaded is held against.</summary>
    public NameList Without(IReadOnlyDictionary<ulong, NameKinds> kinds) =>
        new(
            _names
                .Select(n =>
                    kinds.TryGetValue(n.Key, out NameKinds wrong)
                        ? KeyValuePair.Create(n.Key, (n.Value & ~wrong) | NameKinds.Ordinary)
                        : n
                )
                .ToDictionary()
        );

    /// <summary>The list and another one.</summary>
    public NameList With(NameList other)
    {
        var all = new Dictionary<ulong, NameKinds>(_names);
        foreach ((ulong name, NameKinds kinds) in other._names)
        {
            all[name] = all.GetValueOrDefault(name) | kinds;
        }

        return new NameList(all);
    }

    /// <summary>What a name is known as, by <see cref="Hashing.OfName" />.</summary>
    public NameKinds this[ulong hash] => _names.GetValueOrDefault(hash);
}
