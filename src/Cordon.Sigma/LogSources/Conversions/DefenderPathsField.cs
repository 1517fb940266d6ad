using System.Buffers;
using Cordon.Events;

namespace Cordon.Sigma.LogSources.Conversions;

/// <summary>
/// The files in Microsoft Defender's <c>Path</c>: a list of <c>kind:_what</c> joined by <c>"; "</c>, of which the kinds that
/// end in <c>file</c> are paths; what follows a <c>|</c> is where a download came from.
/// </summary>
internal sealed class DefenderPathsField(string name, FieldId[] sources) : MappedField(name)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private readonly List<Range> _paths = [];
    private bool _isKnown;

    internal override bool IsNewText => false;

    internal override int Count(LogEvent inner)
    {
        Find(inner.Value(sources[0]).Text);
        return _paths.Count;
    }

    internal override FieldValue Value(LogEvent inner, int index)
    {
        ReadOnlySpan<char> text = inner.Value(sources[0]).Text;
        Find(text);
        return (uint)index < (uint)_paths.Count ? FieldValue.FromText(text[_paths[index]]) : FieldValue.Missing;
    }

    internal override void Forget() => _isKnown = false;

    private void Find(ReadOnlySpan<char> text)
    {
        if (_isKnown)
        {
            return;
        }

        _isKnown = true;
        _paths.Clear();
        int start = 0;
        while (start < text.Length)
        {
            int end = start + EndOfItem(text[start..]);
            ReadOnlySpan<char> item = text[start..end];
            int prefix = PrefixLength(item);
            if (prefix == 0 || item[..(prefix - 2)].EndsWith("file"))
            {
                ReadOnlySpan<char> path = item[prefix..];
                int download = path.IndexOf('|');
                int length = download < 0 ? path.Length : download;
                if (path[..length] is not ("" or "-"))
                {
                    _paths.Add(new Range(start + prefix, start + prefix + length));
                }
            }

            start = end + 2;
        }
    }

    /// <summary>Where the next item begins, less the separator: a path may itself hold <c>"; "</c>, but no kind after it.</summary>
    private static int EndOfItem(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (text[from..].IndexOf("; ") is var found and >= 0)
        {
            from += found;
            if (PrefixLength(text[(from + 2)..]) > 0)
            {
                return from;
            }

            from += 2;
        }

        return text.Length;
    }

    private static int PrefixLength(ReadOnlySpan<char> text)
    {
        int letters = text.IndexOfAnyExcept(Letters);
        return letters > 0 && text[letters..].StartsWith(":_") ? letters + 2 : 0;
    }
}
