using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;

namespace Cordon.Telemetry.Rows;

/// <summary>The beginning of a file, by which a format is recognised.</summary>
/// <param name="Name">The file's name, without folders; of one within an archive its name there. A hint, never proof.</param>
/// <param name="Bytes">Its first bytes, at most 64 KiB, as they are.</param>
/// <param name="IsWhole">Whether that is all of the file.</param>
internal sealed record LogSample(string Name, ReadOnlyMemory<byte> Bytes, bool IsWhole)
{
    private const int MostObjects = 8;

    private string? _text;
    private IReadOnlyList<IndexedObject>? _objects;
    private CsvHeader? _header;
    private bool _hasLookedForHeader;

    /// <summary>The same, decoded as its byte order mark says, else as UTF-8 (bytes that are none become U+FFFD); it may end within a line.</summary>
    /// <remarks>Decoded when it is first asked for: what is recognised by its bytes, as event logs are, has no use for it.</remarks>
    public string Text => _text ??= Cordon.Telemetry.Text.TextEncoding.Decode(Bytes.Span);

    /// <summary>The JSON objects that are whole in it, the first eight at most; none where it does not begin with one or with a list.</summary>
    public IReadOnlyList<IndexedObject> Objects => _objects ??= ReadObjects();

    /// <summary>The header of a table; null where it is none, or is cut.</summary>
    public CsvHeader? Header
    {
        get
        {
            if (!_hasLookedForHeader)
            {
                (_header, _hasLookedForHeader) = (CsvHeader.Of(Text, IsWhole), true);
            }

            return _header;
        }
    }

    /// <summary>Whether it begins as JSON objects do.</summary>
    public bool IsJson => Text.AsSpan().TrimStart() is ['{' or '[', ..];

    private List<IndexedObject> ReadObjects()
    {
        List<IndexedObject> objects = [];
        if (IsJson)
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text));
            new JsonObjects(new RowProblems()).Read(
                stream,
                (record, _, _) =>
                {
                    objects.Add(new IndexedObject(record.Clone()));
                    return objects.Count < MostObjects;
                }
            );
        }

        return objects;
    }
}
