using System.Text;
using Cordon.Events;
using Cordon.Telemetry.Discovery;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Containers;

/// <summary>Unpacks a file and what is packed within it, as its parts are taken.</summary>
/// <param name="log">The file.</param>
/// <param name="limits">How far it is unpacked.</param>
/// <param name="open">
/// Opens what is packed no further: gets the path to show, the content, its sample, and what it counts for in progress. Null where no format knows it; the content is
/// then given back.
/// </param>
/// <remarks>For one thread, that of whoever takes the parts.</remarks>
internal sealed class ContainerOpener(FoundLog log, ContainerLimits limits, ContainerOpener.Opener open)
{
    private const int MaxNamed = 5;
    private readonly UnpackBudget _budget = new(limits, log.Bytes);
    private readonly RowProblems _problems = new();
    private readonly List<string> _unknown = [];
    private long _unknownCount;
    private long _known;
    private bool _isFull;
    private bool _hasMembers;

    /// <summary>Opens what is packed no further.</summary>
    public delegate IEnumerable<EventPart>? Opener(string shown, LogContent content, LogSample sample, long bytes);

    /// <summary>The parts of all that is in the file, and one that says what could not be read of it.</summary>
    public IEnumerable<EventPart> Open()
    {
        var file = new FileContent(log.Path);
        ContainerKind kind = ContainerKind.None;
        foreach (EventPart part in Unpack(log.Path, file, 0, first => kind = first))
        {
            yield return part;
        }

        if (_known > 0 && _problems.Count == 0 && _unknownCount == 0 && ContainerSniffer.IsStream(kind))
        {
            // One log packed as one stream: it stands for the file itself.
            yield break;
        }

        string? refusal = null;
        if (_unknownCount > 0)
        {
            string named = string.Join(", ", _unknown) + (_unknownCount > _unknown.Count ? ", …" : "");
            if (_known == 0 && _problems.Count == 0)
            {
                refusal = "no log that this version knows is packed in it";
            }
            else
            {
                _problems.Add("members", $"{_unknownCount} are no log that this version knows: {named}", isLoss: false);
            }
        }
        else if (_known == 0 && _problems.Count == 0)
        {
            refusal = "nothing is packed in it";
        }

        // A file that nothing could be read of is refused with the first reason, as one that can't be opened is.
        PartReport report = _problems.Report(0);
        if (_known == 0 && refusal is null)
        {
            refusal = $"{report.Problems[0].Place}: {report.Problems[0].Message}";
        }

        long bytes = _known > 0 && ContainerSniffer.IsStream(kind) && !_hasMembers ? 0 : log.Bytes;
        yield return new ContainerPart(
            new SourceReport(log.Path, ContainerSniffer.NameOf(kind), bytes) { Refusal = refusal },
            report
        );
    }

    private IEnumerable<EventPart> Unpack(string shown, LogContent content, int depth, Action<ContainerKind>? tell)
    {
        LogSample? sample = Try(shown, content.Sample);
        if (sample is null)
        {
            content.Dispose();
            return [];
        }

        ContainerKind kind = ContainerSniffer.Recognise(sample.Bytes.Span);
        tell?.Invoke(kind);
        if (kind is ContainerKind.None or ContainerKind.Foreign)
        {
            return OpenLog(shown, content, sample, kind, depth);
        }

        if (depth == limits.MaxDepth)
        {
            _problems.Add(shown, $"archives lie inside each other more than {limits.MaxDepth} deep; unpack it", true);
            content.Dispose();
            return [];
        }

        return ContainerSniffer.IsStream(kind)
            ? Unpack(shown, new PackedContent(content, kind, _budget), depth + 1, null)
            : UnpackMembers(shown, content, kind, depth);
    }

    private IEnumerable<EventPart> OpenLog(
        string shown,
        LogContent content,
        LogSample sample,
        ContainerKind kind,
        int depth
    )
    {
        IEnumerable<EventPart>? parts = null;
        if (kind == ContainerKind.None && sample.Bytes.Length > 0)
        {
            long bytes = _hasMembers || depth == 0 ? 0 : log.Bytes;
            parts = Try(shown, () => open(shown, content, sample, bytes));
        }

        if (parts is not null)
        {
            _known++;
            return parts;
        }

        content.Dispose();
        _unknownCount++;
        if (_unknown.Count < MaxNamed)
        {
            _unknown.Add(shown.Length > log.Path.Length + 2 ? shown[(log.Path.Length + 2)..] : shown);
        }

        return [];
    }

    private IEnumerable<EventPart> UnpackMembers(string shown, LogContent content, ContainerKind kind, int depth)
    {
        _hasMembers = true;
        using LogContent held = content;
        using LogContent? seekable = Seekable(shown, content, kind);
        Stream? stream = Try(shown, (seekable ?? content).Open);
        if (stream is null)
        {
            yield break;
        }

        using (stream)
        using (IEnumerator<ArchiveMember> members = ArchiveMembers.Of(kind, stream).GetEnumerator())
        {
            while (!_isFull && Next(shown, members) is { } member)
            {
                string path = $"{shown}!/{Shown(member.Name)}";
                if (!_budget.TakeMember())
                {
                    _isFull = true;
                    _problems.Add(
                        shown,
                        $"there are more than {limits.MaxMembers} members; the others were left out",
                        true
                    );
                    yield break;
                }

                if (member.Refusal is { } refusal)
                {
                    _problems.Add(path, refusal, isLoss: true);
                    continue;
                }

                SpooledContent? spooled = Try(path, () => Spool(member));
                if (spooled is null)
                {
                    continue;
                }

                foreach (EventPart part in Unpack(path, spooled, depth + 1, null))
                {
                    yield return part;
                }
            }
        }
    }

    // Only tar is read from end to end; the others have their table of contents at the end.
    private SpooledContent? Seekable(string shown, LogContent content, ContainerKind kind) =>
        kind == ContainerKind.Tar || content is FileContent or SpooledContent
            ? null
            : Try(
                shown,
                () =>
                {
                    using Stream stream = content.Open();
                    return SpooledContent.Of(content.Name, content.Modified, stream, limits);
                }
            );

    private SpooledContent Spool(ArchiveMember member)
    {
        using Stream packed = member.Open();
        using var counted = new UnpackedStream(packed, _budget);
        string name = member.Name[(member.Name.LastIndexOfAny(['/', '\\']) + 1)..];
        return SpooledContent.Of(name, member.Modified, counted, limits);
    }

    private ArchiveMember? Next(string shown, IEnumerator<ArchiveMember> members) =>
        Try(shown, () => members.MoveNext() ? members.Current : null);

    // Decoders throw whatever their authors thought of; a member costs itself.
    private T? Try<T>(string place, Func<T?> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (ContainerLimitException fault)
        {
            _problems.Add(place, fault.Message, isLoss: true);
            _isFull |= _budget.IsSpent;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _problems.Add(place, Reason(fault), isLoss: true);
        }

        return null;
    }

    private static string Reason(Exception fault) =>
        fault is SharpCompress.Common.CryptographicException
            ? "it is encrypted; unpack the archive with its password and name the folder it was unpacked to"
        : fault is IOException or UnauthorizedAccessException ? fault.Message
        : $"what is packed in it is damaged: {fault.Message}";

    private string Shown(string name)
    {
        var text = new StringBuilder(Math.Min(name.Length, limits.MaxNameLength));
        foreach (char one in name.AsSpan(0, Math.Min(name.Length, limits.MaxNameLength)))
        {
            text.Append(
                one == '\\' ? '/'
                : char.IsControl(one) ? '\uFFFD'
                : one
            );
        }

        return (name.Length > limits.MaxNameLength ? text.Append('…') : text).ToString();
    }
}
