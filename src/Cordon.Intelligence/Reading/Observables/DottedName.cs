using System.Buffers;

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>Tells what a dotted name is: a host, an address without its scheme, a file, or nothing of these.</summary>
internal static class DottedName
{
    private static readonly SearchValues<char> NoHost = SearchValues.Create("~%$@+");

    /// <summary>The type and how many characters from the start belong to it; null where it is none.</summary>
    /// <param name="name">The name, with port and path where they follow it.</param>
    /// <param name="isHost">Whether something else says that it is a host: it was made harmless.</param>
    public static (string Type, int Length)? Classify(ReadOnlySpan<char> name, bool isHost)
    {
        int host = name.IndexOfAny(':', '/');
        host = host < 0 ? name.Length : host;
        ReadOnlySpan<char> path = name[host..];
        int slash = path.IndexOf('/');
        bool hasPath = slash >= 0 && path.Length > slash + 1;
        ReadOnlySpan<char> labels = name[..host];
        ReadOnlySpan<char> last = labels[(labels.LastIndexOf('.') + 1)..];
        if (IsHost(labels, last, isHost || labels.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
        {
            return hasPath ? (EntityType.Url, name.Length) : (EntityType.Domain, host);
        }

        if (hasPath && IsIpv4(labels))
        {
            // A number alone behind it is the length of a network's prefix.
            return IsPrefixLength(name[(host + slash + 1)..]) ? null : (EntityType.Url, name.Length);
        }

        return NameEndings.IsExtension(last) && labels.Length > last.Length + 1 && IsFileName(labels, last)
            ? (EntityType.File, host)
            : null;
    }

    private static bool IsHost(ReadOnlySpan<char> labels, ReadOnlySpan<char> last, bool isSure)
    {
        if (!NameEndings.IsTopLevel(last) || labels[0] == '_' || labels.ContainsAny(NoHost))
        {
            return false;
        }

        bool shouts = last.IndexOfAnyInRange('A', 'Z') >= 0;
        if (shouts && labels.IndexOfAnyInRange('a', 'z') >= 0)
        {
            return false;
        }

        if (
            labels.StartsWith("asp.", StringComparison.OrdinalIgnoreCase)
            || labels.Equals("ADO.NET", StringComparison.Ordinal)
            || labels is "VB.NET"
        )
        {
            return false;
        }

        int dots = labels.Count('.');
        return IsWellFormed(labels)
            && (isSure || !NameEndings.IsMostlyExtension(last) || (dots > 1 && IsPlainHost(labels)));
    }

    // Names of hosts are written in one case, and their labels are seldom numbers; "09.06.2017.zip" is a file.
    private static bool IsPlainHost(ReadOnlySpan<char> labels)
    {
        foreach (Range part in labels.Split('.'))
        {
            if (labels[part].IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return false;
            }
        }

        return labels.IndexOfAnyInRange('A', 'Z') < 0;
    }

    private static bool IsPrefixLength(ReadOnlySpan<char> path)
    {
        path = path.TrimEnd(".,;:!?)]");
        return path.Length is 1 or 2
            && path.IndexOfAnyExceptInRange('0', '9') < 0
            && int.Parse(path, System.Globalization.CultureInfo.InvariantCulture) <= 32;
    }

    private static bool IsWellFormed(ReadOnlySpan<char> labels)
    {
        foreach (Range part in labels.Split('.'))
        {
            ReadOnlySpan<char> label = labels[part];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }
        }

        return labels.IndexOf('.') > 0;
    }

    // "and.c" is no file: an ending of one letter needs a name that looks like one.
    private static bool IsFileName(ReadOnlySpan<char> labels, ReadOnlySpan<char> last) =>
        last.Length > 1
        && last is not ("Do" or "Go" or "One" or "Key" or "Old" or "Com" or "Class" or "Rules" or "App" or "Java");

    private static bool IsIpv4(ReadOnlySpan<char> labels) =>
        labels.Count('.') == 3
        && labels.IndexOfAnyExceptInRange('.', '9') < 0
        && System.Net.IPAddress.TryParse(labels, out _);
}
