using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>A field whose one value is written anew, when first asked for, into a buffer of its own.</summary>
internal abstract class WrittenField(string name) : MappedField(name)
{
    private char[] _buffer = new char[64];
    private int _length;
    private bool _isKnown;
    private bool _hasValue;

    protected ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    internal override int Count(LogEvent inner) => Find(inner) ? 1 : 0;

    internal override FieldValue Value(LogEvent inner, int index) =>
        index == 0 && Find(inner) ? Wrap() : FieldValue.Missing;

    internal override void Forget() => _isKnown = false;

    /// <summary>Writes the value with <see cref="Append"/>; false where the event does not say it.</summary>
    protected abstract bool TryWrite(LogEvent inner);

    protected virtual FieldValue Wrap() => FieldValue.FromText(Written);

    protected void Append(ReadOnlySpan<char> text)
    {
        int needed = checked(_length + text.Length);
        if (needed > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Math.Max(needed, _buffer.Length * 2L), Array.MaxLength));
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length = needed;
    }

    private bool Find(LogEvent inner)
    {
        if (!_isKnown)
        {
            _length = 0;
            _hasValue = TryWrite(inner);
            _isKnown = true;
        }

        return _hasValue;
    }
}
