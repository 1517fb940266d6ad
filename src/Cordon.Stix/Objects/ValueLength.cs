using System.Buffers;

namespace Cordon.Stix;

/// <summary>Finds the end of a JSON object or list by its brackets and quotes, whether the bytes come at once or in pieces.</summary>
internal struct ValueLength
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>The length of the value that begins a span; 0 where it does not end there.</summary>
    public static int Of(ReadOnlySpan<byte> bytes, out bool isComplete)
    {
        var length = new ValueLength();
        int used = length.Feed(bytes, out isComplete);
        return isComplete ? used : 0;
    }

    /// <summary>Takes more bytes; gives how many of them belong to the value.</summary>
    public int Feed(ReadOnlySpan<byte> bytes, out bool isComplete)
    {
        int at = 0;
        isComplete = false;
        while (at < bytes.Length)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                at++;
                continue;
            }

            int next = bytes[at..].IndexOfAny(_isInText ? InText : Marks);
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next + 1;
            switch (bytes[at - 1])
            {
                case (byte)'"':
                    _isInText = !_isInText;
                    break;
                case (byte)'\\':
                    _isEscaped = true;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                default:
                    if (--_depth <= 0)
                    {
                        isComplete = true;
                        return at;
                    }

                    break;
            }
        }

        return at;
    }
}
