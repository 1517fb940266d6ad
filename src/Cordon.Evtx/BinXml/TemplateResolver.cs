using System.Buffers.Binary;

namespace Cordon.Evtx.BinXml;

/// <summary>The templates of the open chunk by the offset of their definition, each compiled once per chunk and shared by content.</summary>
internal sealed class TemplateResolver(EvtxOptions options, EvtxTemplateCache cache)
{
    /// <summary>Offset of the next definition in the same bucket, GUID, size of the data.</summary>
    public const int DefinitionHeaderSize = 24;

    // The definitions of a chunk fill it once at most; those that overlap beyond that are made to cost time and memory.
    private const int MaxBytesPerChunk = 2 * EvtxFile.ChunkSize;

    private readonly Dictionary<uint, Template> _templates = [];
    private readonly ProgramBuffer _scratch = new();
    private readonly KnownTemplates _known = new();
    private int _bytesLeft = MaxBytesPerChunk;

    public FragmentCompiler Compiler { get; } = new(cache.Names, options);

    /// <summary>Another chunk: offsets mean something else now.</summary>
    public void Clear()
    {
        _templates.Clear();
        _bytesLeft = MaxBytesPerChunk;
    }

    /// <summary>The template whose definition lies at an offset, or null and a fault where it is not there or is another one.</summary>
    public BinXmlProgram? At(byte[] chunk, int length, uint definition, uint id, out string? fault)
    {
        if (!_templates.TryGetValue(definition, out Template template))
        {
            template = Compile(chunk, length, definition);
            _templates.Add(definition, template);
        }

        fault = template.Fault;
        if (template.Program is not null && template.Id != id)
        {
            fault = "the template was overwritten by another one; the values are shown without their names.";
            return null;
        }

        return template.Program;
    }

    private Template Compile(byte[] chunk, int length, uint definition)
    {
        if (definition < 512 || definition > length - DefinitionHeaderSize)
        {
            return new Template(
                null,
                0,
                "the template lies outside the chunk; the values are shown without their names."
            );
        }

        int at = (int)definition;
        uint id = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(at + 4));
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(at + 20));
        at += DefinitionHeaderSize;
        if (size > (uint)(length - at) || size > options.MaxTemplateBytes)
        {
            return new Template(
                null,
                id,
                "the template states more bytes than there are; the values are shown without their names."
            );
        }

        _bytesLeft -= (int)size;
        if (_bytesLeft < 0)
        {
            return new Template(
                null,
                id,
                "the templates of this chunk overlap; the values are shown without their names."
            );
        }

        var guid = new Guid(chunk.AsSpan((int)definition + 4, 16));
        if (_known.Find(chunk, length, guid, at, (int)size) is { } known)
        {
            return new Template(known, id, null);
        }

        CompileResult result = Compiler.Compile(chunk, length, at, at + (int)size, _scratch);
        if (_scratch.Count == 0)
        {
            return new Template(
                null,
                id,
                "the template is empty or destroyed; the values are shown without their names."
            );
        }

        // The values matter more than the names of some of them.
        if (result.Fault is not null)
        {
            return new Template(
                null,
                id,
                $"the template is broken: {result.Fault}; the values are shown without their names."
            );
        }

        BinXmlProgram program = cache.Share(_scratch, chunk);
        if (Compiler.IsUsual)
        {
            _known.Add(guid, chunk.AsSpan(at, (int)size), Compiler.References, program);
        }

        return new Template(program, id, null);
    }

    private readonly record struct Template(BinXmlProgram? Program, uint Id, string? Fault);
}
