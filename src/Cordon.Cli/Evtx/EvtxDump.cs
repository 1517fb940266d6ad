using System.Buffers;
using Cordon.Cli.Terminal;
using Cordon.Evtx;

namespace Cordon.Cli.Evtx;

/// <summary>Writes the records of event logs to standard output.</summary>
internal static class EvtxDump
{
    /// <summary>Writes the files one after the other; what is wrong with them goes to standard error.</summary>
    /// <returns><see cref="ExitCode.Failed"/> where a file could not be opened; the others are written all the same.</returns>
    public static int Run(IReadOnlyList<string> files, string format, bool recover, CancellationToken cancel)
    {
        try
        {
            using Stream output = StandardOutput.Open();
            int code = Write(files, format, EvtxOptions.Default with { RecoverDeleted = recover }, output, cancel);
            output.Flush();
            return code;
        }
        catch (IOException fault) when (StandardOutput.IsGone(fault))
        {
            return ExitCode.Done;
        }
    }

    /// <summary>As <see cref="Run"/>, to any stream.</summary>
    public static int Write(
        IReadOnlyList<string> files,
        string format,
        EvtxOptions options,
        Stream output,
        CancellationToken cancel
    )
    {
        var writer = new RecordWriter(format, output);
        var reader = new EvtxReader(options);
        int code = ExitCode.Done;
        writer.Begin();
        foreach (string path in files)
        {
            var lines = new DamageLines(path);
            reader.Damaged = damage => lines.Add(damage, damage.RecordId is not null && reader.Current.IsRecovered);
            try
            {
                using EvtxFile file = EvtxFile.Open(path, options);
                foreach (EvtxDamage damage in file.Damage)
                {
                    lines.Add(damage, isInRecovered: false);
                }

                foreach (long chunk in EvtxChunkOrder.ByFirstRecord(file))
                {
                    cancel.ThrowIfCancellationRequested();
                    if (!reader.Open(file, chunk))
                    {
                        continue;
                    }

                    while (reader.Read())
                    {
                        writer.Write(reader.Current);
                    }
                }
            }
            catch (EvtxException fault)
            {
                ErrorText.Write(fault.Message);
                code = ExitCode.Failed;
            }

            lines.End();
        }

        writer.End();
        return code;
    }

    /// <summary>What stands before, between and after records in each format.</summary>
    private sealed class RecordWriter(string format, Stream output)
    {
        private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
        private bool _any;

        public void Begin() =>
            output.Write(
                format switch
                {
                    "json" => "["u8,
                    "xml" => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Events>\n"u8,
                    _ => default,
                }
            );

        public void Write(EvtxRecord record)
        {
            _buffer.ResetWrittenCount();
            if (format == "xml")
            {
                if (record.IsRecovered)
                {
                    output.Write("<!-- recovered from slack space -->\n"u8);
                }

                record.WriteXml(_buffer);
                output.Write(_buffer.WrittenSpan);
                output.WriteByte((byte)'\n');
                return;
            }

            record.WriteJson(_buffer);
            if (format == "json")
            {
                output.Write(_any ? ",\n"u8 : "\n"u8);
                _any = true;
            }

            if (record.IsRecovered)
            {
                output.Write(_buffer.WrittenSpan[..^1]);
                output.Write(",\"recovered\":true}"u8);
            }
            else
            {
                output.Write(_buffer.WrittenSpan);
            }

            if (format == "jsonl")
            {
                output.WriteByte((byte)'\n');
            }
        }

        public void End() =>
            output.Write(
                format switch
                {
                    "json" => "\n]\n"u8,
                    "xml" => "</Events>\n"u8,
                    _ => default,
                }
            );
    }
}
