using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Importing;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;

namespace Cordon.Intelligence.Storing;

/// <summary>
/// What a user imported: each import in a folder that is never changed again, and one list, replaced at once, that says which are there. Whoever reads sees the store before
/// an import or after it, never between.
/// </summary>
public sealed class IntelligenceStore
{
    private const string ManifestName = "imports.json";
    private const string KnowledgeName = "knowledge.json";
    private const string IndicatorsName = "indicators.tsv";
    private const string WarningsName = "warninglists.json";
    private readonly TimeProvider _time;

    /// <summary>The store at a folder, which need not be there.</summary>
    public IntelligenceStore(string folder, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(time);
        (Folder, _time) = (Path.GetFullPath(folder), time);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>The imports, the oldest first.</summary>
    /// <exception cref="IntelligenceException">The list can't be read.</exception>
    public IReadOnlyList<ImportRecord> Imports()
    {
        List<ImportRecord> all = ImportManifest.Read(Path.Combine(Folder, ManifestName));
        return [.. all.Select((r, i) => r with { IsReplaced = all.FindLastIndex(o => o.Origin == r.Origin) != i })];
    }

    /// <summary>Imports a file, or all files of a folder as one import. The same content again changes nothing.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="origin">What the import is said to come from; null for the path.</param>
    /// <param name="limits">How much is taken.</param>
    /// <param name="cancel">Ends it; the store stays as it was.</param>
    /// <exception cref="IntelligenceException">Nothing in it can be used, or somebody else is changing the store.</exception>
    /// <exception cref="IOException">The file or the store can't be read or written; the store stays as it was.</exception>
    public ImportReport Import(string path, string? origin, ImportLimits limits, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        origin ??= Path.GetFullPath(path);
        (string File, string Name)[] files = FilesOf(path, limits);
        string id = HashOf(files, cancel);
        using IDisposable only = Lock();
        List<ImportRecord> records = ImportManifest.Read(Path.Combine(Folder, ManifestName));
        int before = records.FindIndex(r => r.Id == id);
        if (before >= 0 && records.FindLastIndex(r => r.Origin == records[before].Origin) == before)
        {
            return new ImportReport(records[before], false, [], new Dictionary<string, long>(StringComparer.Ordinal));
        }

        ImportContent content = Read(files, id, limits, cancel);
        if (content.Part.IsEmpty && content.Indicators.Count == 0 && content.WarningLists.Count == 0)
        {
            ImportProblem? first = content.Problems.Kept.Count > 0 ? content.Problems.Kept[0] : null;
            throw new IntelligenceException(
                first is null
                    ? $"{origin}: there is nothing in it that is kept"
                    : $"{origin}: nothing in it can be used; the first problem is at {first.Place}: {first.Reason}"
            );
        }

        ImportRecord record = Keep(id, origin, content, records);
        return new ImportReport(record, true, content.Problems.Kept, content.LeftOut);
    }

    /// <summary>Keeps claims of a report that a person accepted, as an import of their own; what was accepted of the same report before is replaced.</summary>
    /// <param name="report">The report.</param>
    /// <param name="chosen">Places of its claims, from 0; at least one.</param>
    /// <param name="name">What the report is called, for people.</param>
    /// <param name="names">Tells whom names mean; where that is one alone, the claim refers to it.</param>
    /// <exception cref="IntelligenceException">Somebody else is changing the store.</exception>
    /// <exception cref="IOException">The store can't be written; it stays as it was.</exception>
    public ImportRecord Accept(Report report, IReadOnlyList<int> chosen, string name, INameResolver names)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfZero(chosen.Count);
        KnowledgePart part = AcceptedClaims.PartOf(report, chosen, name, names);
        using var bytes = new MemoryStream();
        KnowledgeWriter.Write(part, bytes);
        string id = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16];
        var content = new ImportContent(id, ImportLimits.Default);
        content.Part.Add(part);
        content.CountFormat("accepted claims");
        using IDisposable only = Lock();
        return Keep(id, $"accepted from {name}", content, ImportManifest.Read(Path.Combine(Folder, ManifestName)));
    }

    private ImportRecord Keep(string id, string origin, ImportContent content, List<ImportRecord> records)
    {
        ImportRecord record = RecordOf(id, origin, content) with
        {
            Grade = records.FindLast(r => r.Origin == origin)?.Grade,
        };
        Stage(record, content);
        records.RemoveAll(r => r.Id == id);
        records.Add(record);
        WriteManifest(records);
        return record;
    }

    /// <summary>Takes an import away; what it had replaced is back.</summary>
    /// <param name="id">The import's identifier, or its first letters where they are one's only.</param>
    /// <exception cref="IntelligenceException">There is no such import, or several.</exception>
    public ImportRecord Undo(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        using IDisposable only = Lock();
        List<ImportRecord> records = ImportManifest.Read(Path.Combine(Folder, ManifestName));
        ImportRecord found = Find(records, id);
        records.Remove(found);
        WriteManifest(records);
        Discard(FolderOf(found.Id));
        return found;
    }

    /// <summary>Says how good what an import holds is, in place of what it says of itself; later imports from the same origin keep it.</summary>
    /// <param name="id">The import's identifier, or its first letters where they are one's only.</param>
    /// <param name="grade">An Admiralty grade, such as <c>B2</c>; null takes the user's word back.</param>
    /// <exception cref="IntelligenceException">There is no such import, or several.</exception>
    /// <exception cref="ArgumentException">It is no grade.</exception>
    public ImportRecord Grade(string id, string? grade)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (grade is not null && !AdmiraltyScale.IsGrade(grade))
        {
            throw new ArgumentException("The grade is no letter from A to F and digit from 1 to 6.", nameof(grade));
        }

        using IDisposable only = Lock();
        List<ImportRecord> records = ImportManifest.Read(Path.Combine(Folder, ManifestName));
        ImportRecord found = Find(records, id);
        ImportRecord graded = found with { Grade = grade };
        records[records.IndexOf(found)] = graded;
        WriteManifest(records);
        return graded;
    }

    private static ImportRecord Find(List<ImportRecord> records, string id)
    {
        ImportRecord[] found = [.. records.Where(r => r.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase))];
        if (found.Length != 1)
        {
            throw new IntelligenceException(
                found.Length == 0
                    ? $"there is no import {id}; 'cordon intel list' shows them"
                    : $"{found.Length} imports begin with {id}; write more of it"
            );
        }

        return found[0];
    }

    /// <summary>The indicators of all imports that no later one replaced, read one after the other.</summary>
    /// <exception cref="IOException">An import can't be read.</exception>
    public IEnumerable<Indicator> Indicators()
    {
        foreach (ImportRecord record in Imports())
        {
            string path = Path.Combine(FolderOf(record.Id), IndicatorsName);
            if (record.IsReplaced || !File.Exists(path))
            {
                continue;
            }

            using FileStream stream = File.OpenRead(path);
            foreach (Indicator one in IndicatorFile.Read(stream, record.Id, path, new ProblemList(), record.Grade))
            {
                yield return one;
            }
        }
    }

    /// <summary>Whether a folder is a store.</summary>
    internal static bool IsOne(string path) => File.Exists(Path.Combine(path, ManifestName));

    /// <summary>Reads a file, or the files of a folder, without keeping anything.</summary>
    internal static ImportContent ReadFiles(string path, ImportLimits limits) =>
        Read(FilesOf(path, limits), "", limits, CancellationToken.None);

    internal IReadOnlyList<WarningList> WarningLists()
    {
        var content = new ImportContent("", ImportLimits.Default);
        foreach (ImportRecord record in Imports().Where(static r => !r.IsReplaced && r.WarningLists > 0))
        {
            WarningListFile.Read(Path.Combine(FolderOf(record.Id), WarningsName), content);
        }

        return content.WarningLists;
    }

    internal IReadOnlyList<KnowledgePart> Parts()
    {
        List<KnowledgePart> parts = [];
        foreach (ImportRecord record in Imports().Where(static r => !r.IsReplaced))
        {
            string path = Path.Combine(FolderOf(record.Id), KnowledgeName);
            try
            {
                using FileStream stream = File.OpenRead(path);
                using JsonDocument document = JsonDocument.Parse(stream);
                parts.Add(KnowledgeReader.Read(document.RootElement, record.Id, path, new ProblemList(), record.Grade));
            }
            catch (Exception fault) when (fault is JsonException or FileNotFoundException or DirectoryNotFoundException)
            {
                throw new IntelligenceException(
                    $"the import {record.Id} is not whole: {fault.Message}; undo it and import {record.Origin} again",
                    fault
                );
            }
        }

        return parts;
    }

    private static ImportContent Read(
        (string File, string Name)[] files,
        string id,
        ImportLimits limits,
        CancellationToken cancel
    )
    {
        var content = new ImportContent(id, limits);
        foreach ((string file, string name) in files)
        {
            cancel.ThrowIfCancellationRequested();
            using FileStream stream = File.OpenRead(file);
            FileImport.Read(stream, name, content);
        }

        return content;
    }

    private ImportRecord RecordOf(string id, string origin, ImportContent content) =>
        new(id, origin, _time.GetUtcNow().UtcDateTime)
        {
            Formats = string.Join(", ", content.Formats.Select(static f => $"{f.Key} {f.Value}")),
            Actors = content.Part.Actors.Count,
            Software = content.Part.Software.Count,
            Claims = content.Part.Claims.Count,
            Indicators = content.Indicators.Count,
            WarningLists = content.WarningLists.Count,
            Problems = content.Problems.Count,
        };

    private void Stage(ImportRecord record, ImportContent content)
    {
        string staging = Path.Combine(Folder, "staging");
        Discard(staging);
        Directory.CreateDirectory(staging);
        WriteFile(Path.Combine(staging, KnowledgeName), s => KnowledgeWriter.Write(content.Part, s));
        if (content.Indicators.Count > 0)
        {
            WriteFile(
                Path.Combine(staging, IndicatorsName),
                s => IndicatorFile.Write(content.Indicators, content.Part.Sources, s)
            );
        }

        if (content.WarningLists.Count > 0)
        {
            WriteFile(Path.Combine(staging, WarningsName), s => WarningListFile.Write(content.WarningLists, s));
        }

        string folder = FolderOf(record.Id);
        Discard(folder);
        Directory.Move(staging, folder);
    }

    private void WriteManifest(IReadOnlyList<ImportRecord> records)
    {
        string path = Path.Combine(Folder, ManifestName);
        byte[] bytes = ImportManifest.Write(records);
        WriteFile(path + ".new", s => s.Write(bytes));
        File.Move(path + ".new", path, overwrite: true);
    }

    private string FolderOf(string id) => Path.Combine(Folder, id);

    private FileStream Lock()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            return new FileStream(
                Path.Combine(Folder, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException fault)
        {
            throw new IntelligenceException($"{Folder} is being changed by another call; wait for it", fault);
        }
    }

    private static (string File, string Name)[] FilesOf(string path, ImportLimits limits)
    {
        if (!Directory.Exists(path))
        {
            return [(path, Path.GetFileName(path))];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
            MaxRecursionDepth = 32,
        };
        string[] files =
        [
            .. Directory
                .EnumerateFiles(path, "*", options)
                .Where(static f => Path.GetExtension(f).ToLowerInvariant() is ".json" or ".txt" or ".csv" or ".list")
                .Take(limits.MaxFiles + 1)
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > limits.MaxFiles
            ? throw new IntelligenceException($"{path} has more than {limits.MaxFiles} files")
            : [.. files.Select(f => (f, Path.GetRelativePath(path, f).Replace('\\', '/')))];
    }

    private static string HashOf((string File, string Name)[] files, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string file, string name) in files)
        {
            cancel.ThrowIfCancellationRequested();
            using FileStream stream = File.OpenRead(file);
            // A file by itself is the same whatever it is called.
            hash.AppendData(Encoding.UTF8.GetBytes(files.Length == 1 ? "" : name + "\0"));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void WriteFile(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
