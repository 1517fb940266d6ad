using System.IO.Compression;

namespace Cordon.Intelligence.Reading.Models;

/// <summary>The files that models are kept in: packed, and marked with what they are.</summary>
internal static class ModelFile
{
    /// <summary>Unpacks one and reads its mark.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="mark">What it has to begin with.</param>
    /// <param name="what">What it is a model of, for the message.</param>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static BinaryReader Open(Stream stream, uint mark, string what)
    {
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        var buffer = new MemoryStream();
        packed.CopyTo(buffer);
        buffer.Position = 0;
        var reader = new BinaryReader(buffer);
        if (reader.ReadUInt32() == mark)
        {
            return reader;
        }

        reader.Dispose();
        throw new InvalidDataException($"This is no model of {what}.");
    }
}
