using Cordon.Cli.Terminal;
using Cordon.Evtx;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;

namespace Cordon.Cli.Evtx;

/// <summary>Says what event logs hold and whether they are whole.</summary>
internal static class EvtxInfo
{
    private const int DamageShown = 20;

    /// <summary>Writes a paragraph for each file to standard output.</summary>
    /// <returns><see cref="ExitCode.Failed"/> where a file could not be opened; the others are told all the same.</returns>
    public static int Run(IReadOnlyList<string> files, bool recover, CancellationToken cancel)
    {
        int code = ExitCode.Done;
        foreach (string path in files)
        {
            try
            {
                Write(path, EvtxOptions.Default with { RecoverDeleted = recover }, Console.Out, cancel);
            }
            catch (EvtxException fault)
            {
                ErrorText.Write(fault.Message);
                code = ExitCode.Failed;
            }
        }

        return code;
    }

    private static void Write(string path, EvtxOptions options, TextWriter output, CancellationToken cancel)
    {
        using EvtxFile file = EvtxFile.Open(path, options);
        var facts = EvtxFacts.Collect(file, options, cancel);
        output.WriteLine(SafeText.OneLine(path));
        Line("size", $"{Wording.Count(file.Length)} bytes ({Wording.Bytes(file.Length)})");
        EvtxFileHeader header = file.Header;
        Line(
            "header",
            header.IsPresent
                ? $"version {header.MajorVersion}.{header.MinorVersion}, flags 0x{header.Flags:x}{FlagWords(header.Flags)}, checksum {(header.ChecksumHolds ? "holds" : "does not hold")}"
                : "missing; the chunks are read all the same"
        );
        Line(
            "chunks",
            $"{Wording.Count(facts.Chunks)} with records, {Wording.Count(facts.EmptyChunks)} empty, {Wording.Count(file.ChunkCount)} in all by size"
                + (header.IsPresent ? $" ({Wording.Count(header.ChunkCount)} stated in the header)" : "")
        );
        Line(
            "records",
            Wording.Count(facts.Records)
                + (options.RecoverDeleted ? $", {Wording.Count(facts.Recovered)} recovered from slack" : "")
        );
        if (facts.Records > 0)
        {
            Line(
                "ids",
                $"{facts.FirstId} to {facts.LastId}"
                    + (
                        facts.MissingIds > 0
                            ? $", {Wording.Count((long)Math.Min(facts.MissingIds, long.MaxValue))} numbers in between are missing"
                            : ""
                    )
            );
            Line("times", $"{Wording.Of(facts.FirstTime)} to {Wording.Of(facts.LastTime)}");
        }

        foreach ((string channel, long count) in facts.Channels)
        {
            Line("channel", $"{SafeText.OneLine(channel, 200)} ({Wording.Count(count)})");
        }

        foreach ((string computer, long count) in facts.Computers)
        {
            Line("computer", $"{SafeText.OneLine(computer, 200)} ({Wording.Count(count)})");
        }

        Line("damage", facts.DamageCount == 0 ? "none" : $"{Wording.Count(facts.DamageCount)} places");
        foreach (EvtxDamage damage in facts.Damage.Take(DamageShown))
        {
            Line(
                "",
                SafeText.OneLine(
                    $"chunk {damage.Chunk}, offset 0x{damage.Offset:x}{(damage.RecordId is { } id ? $", record {id}" : "")}: {damage.Message}"
                )
            );
        }

        if (facts.DamageCount > DamageShown)
        {
            Line("", $"… and {Wording.Count(facts.DamageCount - DamageShown)} more");
        }

        output.WriteLine();

        void Line(string label, string text) => output.WriteLine($"  {label, -9} {text}");
    }

    private static string FlagWords(uint flags) =>
        (flags & 3) switch
        {
            1 => " (dirty: not closed in order)",
            2 => " (full)",
            3 => " (dirty, full)",
            _ => "",
        };
}
