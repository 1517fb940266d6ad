using System.Text.Json;

namespace Cordon.Stix;

/// <summary>
/// Reads the objects of a stream one after the other, in memory bounded by the largest of them: of a bundle (STIX 2.0 and 2.1), a TAXII envelope, a list of
/// objects or bundles, a single object, or several of these one behind the other.
/// </summary>
/// <remarks>For one thread. The stream is not closed.</remarks>
public sealed class StixReader
{
    private const int Step = 256 * 1024;
    private readonly Stream _stream;
    private readonly StixLimits _limits;
    private readonly Action<StixReadProblem>? _onProblem;
    private byte[] _buffer = new byte[2 * Step];
    private int _start;
    private int _end;
    private long _offset;
    private bool _isAtEnd;
    private int _depth;

    /// <summary>Makes a reader.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="limits">How large objects may be.</param>
    /// <param name="onProblem">Is told of each object that can't be read.</param>
    public StixReader(Stream stream, StixLimits? limits = null, Action<StixReadProblem>? onProblem = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (_stream, _limits, _onProblem) = (stream, limits ?? StixLimits.Default, onProblem);
    }

    /// <summary>The objects in the order of the stream. A bundle is not one of them, what it holds is (STIX 2.1, section 8).</summary>
    /// <exception cref="FormatException">From here on the stream is not JSON; what was read before stays valid.</exception>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public IEnumerable<StixObject> Objects()
    {
        long count = 0;
        while (Find())
        {
            long offset = _offset + _start;
            if (Take(out int length) is not { } reason)
            {
                StixObject? one = Parse(length, offset, out string? fault);
                _start += length;
                if (one is null)
                {
                    _onProblem?.Invoke(new StixReadProblem(offset, fault!));
                }
                else if (++count > _limits.MaxObjects)
                {
                    throw new FormatException($"there are more than {_limits.MaxObjects} objects");
                }
                else
                {
                    yield return one;
                }
            }
            else
            {
                _onProblem?.Invoke(new StixReadProblem(offset, reason));
                // Told as this object's end, and not again as that of what it stands in.
                _depth = _isAtEnd && _start == _end ? 0 : _depth;
            }
        }

        if (_depth > 0)
        {
            _onProblem?.Invoke(
                new StixReadProblem(_offset + _start, "the stream ends before its brackets do: objects may be missing")
            );
        }
    }

    // Everything around objects is passed over: brackets, commas, and the properties of bundles and envelopes that are not the list of objects.
    private bool Find()
    {
        while (Fill(1))
        {
            byte next = _buffer[_start];
            if (next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',')
            {
                _start++;
            }
            else if (next is (byte)'[' or (byte)']' or (byte)'}')
            {
                _depth += next == (byte)'[' ? 1 : -1;
                _start++;
            }
            else if (next == (byte)'{')
            {
                if (!Enter())
                {
                    return true;
                }
            }
            else if (next == 0xEF && Fill(3) && _offset + _start == 0)
            {
                _start += 3;
            }
            else if (next == (byte)'"')
            {
                SkipMember();
            }
            else
            {
                throw new FormatException($"byte {_offset + _start}: this is not JSON, or not of STIX objects");
            }
        }

        return false;
    }

    // A bundle or envelope is entered; an object is not. Which it is, its first bytes may not say: properties have no order.
    private bool Enter()
    {
        int looked = 1;
        while (true)
        {
            Fill(looked);
            switch (ContainerSniffer.Look(_buffer.AsSpan(_start, _end - _start), _isAtEnd, out int inside))
            {
                case ContainerSniffer.Verdict.Container:
                    _start += inside;
                    // The container and its list.
                    _depth += 2;
                    return true;
                case ContainerSniffer.Verdict.Object:
                    return false;
                case ContainerSniffer.Verdict.NeedsMore when !_isAtEnd && _end - _start < _limits.MaxObjectBytes:
                    looked = _end - _start + 1;
                    break;
                default:
                    return false;
            }
        }
    }

    // Behind the list of objects a bundle may go on with other properties.
    private void SkipMember()
    {
        int needed = 1;
        while (true)
        {
            Fill(needed);
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            int length = ContainerSniffer.MemberLength(rest, _isAtEnd, out _);
            if (length > 0)
            {
                _start += length;
                return;
            }

            if (_isAtEnd || rest.Length >= _limits.MaxObjectBytes)
            {
                throw new FormatException($"byte {_offset + _start}: a property can't be read");
            }

            needed = rest.Length + 1;
        }
    }

    private string? Take(out int length)
    {
        int needed = 1;
        while (true)
        {
            Fill(needed);
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
            length = ValueLength.Of(rest, out bool isComplete);
            if (isComplete)
            {
                return null;
            }

            if (_isAtEnd)
            {
                _start = _end;
                return "the stream ends within the object";
            }

            if (rest.Length >= _limits.MaxObjectBytes)
            {
                SkipLong();
                return $"the object is longer than {_limits.MaxObjectBytes} bytes";
            }

            needed = rest.Length + 1;
        }
    }

    private void SkipLong()
    {
        var length = new ValueLength();
        while (Fill(1))
        {
            int used = length.Feed(_buffer.AsSpan(_start, _end - _start), out bool isComplete);
            _start += used;
            if (isComplete)
            {
                return;
            }
        }
    }

    private StixObject? Parse(int length, long offset, out string? fault)
    {
        try
        {
            // The document owns a copy: the buffer is used again.
            using var document = JsonDocument.Parse(
                _buffer.AsMemory(_start, length),
                new JsonDocumentOptions { MaxDepth = _limits.MaxDepth, AllowDuplicateProperties = false }
            );
            fault = null;
            return new StixObject(document.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            fault = e.Message;
            return null;
        }
    }

    /// <summary>Sees to it that so many bytes are there, if the stream has them.</summary>
    private bool Fill(int needed)
    {
        while (_end - _start < needed && !_isAtEnd)
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _offset += _start;
                _end -= _start;
                _start = 0;
            }

            if (_buffer.Length - _end < Step)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            int read = _stream.Read(_buffer, _end, Math.Min(_buffer.Length - _end, Math.Max(Step, _end)));
            _isAtEnd = read == 0;
            _end += read;
        }

        return _end - _start >= needed;
    }
}
