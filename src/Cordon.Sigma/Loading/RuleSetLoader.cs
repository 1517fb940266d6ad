using System.Buffers;
using Cordon.Events;
using Cordon.Sigma.Caching;

namespace Cordon.Sigma.Loading;

/// <summary>Reads files, several at a time, and puts together what they gave in their order.</summary>
internal static class RuleSetLoader
{
    private const int UsualSize = 16 * 1_024;

    public static RuleSet Load(IEnumerable<string> paths, SigmaOptions options)
    {
        List<SigmaProblem> problems = [];
        FieldTable fields = options.Fields ?? new FieldTable();
        string[] named = [.. paths];
        // Opening what is kept takes a core for some milliseconds, as long as finding the files.
        Task<RuleCache>? opening = options.CacheFolder is { Length: > 0 } folder
            ? Task.Run(() => RuleCache.Open(folder, named, options, fields))
            : null;
        List<string> files = RuleFiles.Find(named, options, problems);
        RuleCache? cache = opening?.GetAwaiter().GetResult();
        FileContent[] contents = ReadFiles(files, options, fields, cache);
        if (cache is { IsFaulty: true })
        {
            // What is broken in one place is not believed in any other: now it gives nothing.
            contents = ReadFiles(files, options, fields, cache);
        }

        cache?.Keep(contents);
        return Assemble(contents, problems, fields);
    }

    public static RuleSet Parse(string text, string name, SigmaOptions options) =>
        Parse([new KeyValuePair<string, string>(name, text)], options);

    public static RuleSet Parse(IEnumerable<KeyValuePair<string, string>> texts, SigmaOptions options)
    {
        FieldTable fields = options.Fields ?? new FieldTable();
        return Assemble(
            [.. texts.Select(text => FileContent.Read(text.Value.TrimStart('\uFEFF'), text.Key, options, fields))],
            [],
            fields
        );
    }

    public static RuleSet Load(Stream stream, string name, SigmaOptions options)
    {
        FieldTable fields = options.Fields ?? new FieldTable();
        return Assemble([ReadStream(stream, name, options, fields, cache: null)], [], fields);
    }

    private static FileContent[] ReadFiles(
        List<string> files,
        SigmaOptions options,
        FieldTable fields,
        RuleCache? cache
    )
    {
        var contents = new FileContent[files.Count];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount,
        };
        Parallel.For(0, files.Count, parallel, i => contents[i] = ReadFile(files[i], options, fields, cache));
        return contents;
    }

    private static FileContent ReadFile(string path, SigmaOptions options, FieldTable fields, RuleCache? cache)
    {
        try
        {
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                0
            );
            return ReadStream(stream, path, options, fields, cache);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return FileContent.OfProblem(
                RuleFiles.Problem(ProblemCodes.FileUnreadable, path, $"The file cannot be read: {e.Message}")
            );
        }
    }

    private static FileContent ReadStream(
        Stream stream,
        string path,
        SigmaOptions options,
        FieldTable fields,
        RuleCache? cache
    )
    {
        // Most files are only held against what is known of them: their bytes are not kept.
        byte[] buffer = ArrayPool<byte>.Shared.Rent(UsualSize);
        try
        {
            int length = ReadBytes(stream, options.MaxFileSize, ref buffer);
            return length >= 0
                ? ReadContent(buffer.AsSpan(0, length), path, options, fields, cache)
                : FileContent.OfProblem(
                    RuleFiles.Problem(
                        ProblemCodes.FileLimit,
                        path,
                        $"The file is larger than {options.MaxFileSize} bytes (MaxFileSize) and is not read."
                    )
                );
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileContent ReadContent(
        ReadOnlySpan<byte> bytes,
        string path,
        SigmaOptions options,
        FieldTable fields,
        RuleCache? cache
    )
    {
        ContentHash? hash = cache is null ? null : ContentHash.Of(bytes);
        if (hash is { } known && cache!.Find(known, path) is { } kept)
        {
            kept.Hash = hash;
            return kept;
        }

        List<SigmaProblem> problems = [];
        string? text = RuleText.Decode(bytes, path, problems);
        FileContent content = text is null ? new FileContent() : FileContent.Read(text, path, options, fields);
        content.Problems.InsertRange(0, problems);
        content.Hash = hash;
        return content;
    }

    // What a stream says of its length may be wrong (/proc, pipes), so it is read until it ends or passes the limit; then -1.
    private static int ReadBytes(Stream stream, long limit, ref byte[] buffer)
    {
        int filled = 0;
        while (true)
        {
            int read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            if (filled > limit)
            {
                return -1;
            }

            if (read == 0)
            {
                return filled;
            }

            if (filled == buffer.Length)
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
                buffer.AsSpan().CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
    }

    private static RuleSet Assemble(FileContent[] contents, List<SigmaProblem> problems, FieldTable fields)
    {
        List<SigmaRule> rules = [];
        List<SigmaCorrelation> correlations = [];
        List<SigmaFilter> filters = [];
        var checks = new CrossChecks();
        int documents = 0;
        foreach (FileContent content in contents)
        {
            documents += content.Count;
            problems.AddRange(content.Problems);
            foreach (SigmaDocument document in content.Documents)
            {
                checks.Add(document);
                switch (document)
                {
                    case SigmaRule rule:
                        rules.Add(rule);
                        break;
                    case SigmaCorrelation correlation:
                        correlations.Add(correlation);
                        break;
                    case SigmaFilter filter:
                        filters.Add(filter);
                        break;
                    default:
                        break;
                }
            }
        }

        problems.AddRange(checks.Finish());
        return new RuleSet(fields)
        {
            Rules = rules,
            Correlations = correlations,
            Filters = filters,
            Problems = problems,
            FileCount = contents.Length,
            DocumentCount = documents,
        };
    }
}
