using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>The filters of a PDF's streams, with a bound on what they give together: a small stream may unpack to gigabytes.</summary>
/// <param name="most">The most bytes that all streams of a document may unpack to.</param>
internal sealed class BoundedFilters(long most) : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _left = most;

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Wrap(_inner.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Wrap(_inner.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Wrap(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Wrap(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(f => new Bounded(f, this))];

    private sealed class Bounded(IFilter inner, BoundedFilters owner) : IFilter
    {
        // A code of LZW stands for at most 4,096 bytes and has at least 9 bits; one byte pair of a run stands for 128.
        private const int MostByLzw = 3_700;
        private const int MostByRun = 128;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(
            Memory<byte> input,
            DictionaryToken streamDictionary,
            IFilterProvider filterProvider,
            int filterIndex
        )
        {
            long most = inner switch
            {
                FlateFilter => Unpacked(input, owner._left),
                LzwFilter => (long)input.Length * MostByLzw,
                RunLengthFilter => (long)input.Length * MostByRun,
                Ascii85Filter or AsciiHexDecodeFilter => (long)input.Length * 4,
                _ => throw new NotSupportedException("Pictures are not unpacked."),
            };
            if (most > owner._left)
            {
                throw new DocumentRefusedException("its streams unpack to more bytes than are read");
            }

            Memory<byte> result = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            owner._left -= result.Length;
            return result;
        }

        private static long Unpacked(Memory<byte> input, long most)
        {
            byte[] bytes = input.ToArray();
            byte[] piece = new byte[64 * 1024];
            long total = 0;
            try
            {
                using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
                for (int read = stream.Read(piece); read > 0 && total <= most; read = stream.Read(piece))
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                // The filter itself says what it makes of a broken stream; what it can take out of it was counted.
            }

            return total;
        }
    }
}
