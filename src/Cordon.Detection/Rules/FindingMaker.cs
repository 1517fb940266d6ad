using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cordon.Events;

namespace Cordon.Detection.Rules;

/// <summary>Makes findings of an event for which rules held: copies what must outlive the event, once for all rules.</summary>
internal static class FindingMaker
{
    /// <summary>Adds a finding for each rule.</summary>
    public static void Add(LogEvent logEvent, List<int> rules, RuleEngine engine, List<Finding> findings)
    {
        EventOrigin origin = EventOrigin.Of(logEvent);
        List<SnapshotField> fields = [];
        logEvent.VisitPayload(
            (name, value) =>
            {
                fields.Add(SnapshotField.Of(name, value));
                return true;
            }
        );
        foreach (int rule in rules)
        {
            FindingRule described = engine.FindingRuleAt(rule);
            findings.Add(
                new Finding
                {
                    Id = IdOf(described, engine.RuleAt(rule).Path, origin),
                    Rule = described,
                    Event = origin,
                    Fields = fields,
                }
            );
        }
    }

    // Two rules may carry the same id by mistake; their files tell them apart.
    private static string IdOf(FindingRule rule, string rulePath, EventOrigin origin)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, rule.Id);
        Append(hash, Path.GetFileName(rulePath));
        Append(hash, origin.Source);
        Span<byte> numbers = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(numbers, origin.Position);
        BinaryPrimitives.WriteUInt64LittleEndian(numbers[8..], origin.RecordId ?? ulong.MaxValue);
        hash.AppendData(numbers);
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..16]);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
