namespace Cordon.Telemetry.Rows;

/// <summary>The beginning of a file, by which a format is recognised.</summary>
/// <param name="Name">The file's name, without folders; of one within an archive its name there. A hint, never proof.</param>
/// <param name="Bytes">Its first bytes, at most 64 KiB, as they are.</param>
/// <param name="IsWhole">Whether that is all of the file.</param>
internal sealed record LogSample(string Name, ReadOnlyMemory<byte> Bytes, bool IsWhole)
{
    private string? _text;

    /// <summary>The same, decoded as its byte order mark says, else as UTF-8 (bytes that are none become U+FFFD); it may end within a line.</summary>
    /// <remarks>Decoded when it is first asked for: what is recognised by its bytes, as event logs are, has no use for it.</remarks>
    public string Text => _text ??= Cordon.Telemetry.Text.TextEncoding.Decode(Bytes.Span);
}
