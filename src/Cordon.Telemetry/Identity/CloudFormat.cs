using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cordon.Events;
using Cordon.Telemetry.Csv;
using Cordon.Telemetry.Json;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Identity;

/// <summary>
/// A log of a cloud service, in JSON or as a table. Each record is read by the shape that is surest of it: an export may hold several logs.
/// </summary>
internal sealed class CloudFormat(CloudShape shape, IReadOnlyList<CloudShape> shapes) : ILogFormat
{
    private const int MaxKeys = 2_000_000;

    /// <inheritdoc/>
    public string Name => shape.Name;

    /// <inheritdoc/>
    public int Recognise(LogSample sample)
    {
        if (!sample.IsJson)
        {
            return sample.Header is { } header ? shape.Score(header) : 0;
        }

        int best = 0;
        foreach (IndexedObject record in sample.Objects)
        {
            best = Math.Max(best, shape.Score(record));
        }

        return best;
    }

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        var problems = new RowProblems();
        long records = 0;
        var keys = new HashSet<UInt128>();
        long repeated = 0;
        var record = new CloudRecord(
            row,
            context,
            problems,
            () =>
            {
                records++;
                onEvent(row);
                return true;
            }
        );

        using Stream text = Text.TextEncoding.AsUtf8(stream);
        var whole = Text.PrefixedStream.Peek(text, LogContent.SampleSize, out ReadOnlyMemory<byte> head);
        if (JsonSniffer.IsJson(head.Span))
        {
            new JsonObjects(problems).Read(
                whole,
                (json, position, number) =>
                {
                    (record.Json.Element, record.Position, record.Number) = (json, position, number);
                    record.Place = $"record {number}, byte {position}";
                    return One();
                }
            );
        }
        else
        {
            CloudTable.Read(whole, record, problems, One);
        }

        if (repeated > 0)
        {
            problems.Add(
                "all records",
                $"{repeated} repeat one that was read before; they were left out",
                isLoss: false
            );
        }

        return problems.Report(records);

        bool One()
        {
            CloudShape best = Best(record.Json);
            string key = best.KeyOf(record.Json);
            if (key.Length > 0 && keys.Count < MaxKeys && !keys.Add(HashOf(key)))
            {
                repeated++;
                return true;
            }

            return best.Read(record);
        }
    }

    private CloudShape Best(IndexedObject record)
    {
        CloudShape best = shape;
        int sure = Math.Max(shape.Score(record), LogFormats.Least);
        foreach (CloudShape other in shapes)
        {
            int score = other.Score(record);
            if (score > sure)
            {
                (best, sure) = (other, score);
            }
        }

        return best;
    }

    private static UInt128 HashOf(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
