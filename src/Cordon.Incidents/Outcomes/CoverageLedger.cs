using Cordon.Events.Coverage;
using Cordon.Incidents.Entities;

namespace Cordon.Incidents.Outcomes;

/// <summary>Says whether logs were there that would show a success, and which were not (section 6.3 of the outcome model).</summary>
internal sealed class CoverageLedger(IReadOnlyList<LogStream> streams)
{
    /// <summary>A stream of which more than one row in a hundred could not be read proves no negative.</summary>
    private const double MaxRejected = 0.01;

    /// <summary>Why a log does not serve for a time; null where it does.</summary>
    /// <param name="kind">What it has to show.</param>
    /// <param name="product">What its name begins with; empty for any.</param>
    /// <param name="writer">The host that has to have written it; empty for any.</param>
    /// <param name="from">Start.</param>
    /// <param name="until">End, the time of grace included.</param>
    public MissingLog? Missing(LogKind kind, string product, string writer, DateTime from, DateTime until)
    {
        LogStream? best = null;
        TimeSpan bestOverlap = TimeSpan.MinValue;
        foreach (LogStream stream in streams)
        {
            if (!Fits(stream, kind, product, writer))
            {
                continue;
            }

            if (stream.Covers(from, until) && !HasManyRejects(stream))
            {
                return null;
            }

            TimeSpan overlap = Overlap(stream, from, until);
            if (overlap > bestOverlap)
            {
                (best, bestOverlap) = (stream, overlap);
            }
        }

        return new MissingLog(kind, from, until, Reason(best, from, until), Remedies.Of(kind, product, writer));
    }

    /// <summary>Whether there is such a log at all, for whatever time.</summary>
    public bool Has(LogKind kind, string product = "") => streams.Any(s => Fits(s, kind, product, ""));

    /// <summary>
    /// Whether a log of this kind is so thin that its silence says nothing: with less than a record a day nobody can tell a gap of days from quiet.
    /// </summary>
    public bool IsThin(LogKind kind, string product) =>
        !streams.Any(s =>
            Fits(s, kind, product, "")
            && s is { First: { } first, Last: { } last }
            && s.Records >= (last - first).TotalDays
        );

    /// <summary>How many kinds of log there are.</summary>
    public int Kinds => streams.Where(s => s.Records > 0).Select(s => s.Kind).Distinct().Count();

    private static bool Fits(LogStream stream, LogKind kind, string product, string writer) =>
        stream.Kind == kind
        && stream.Records > 0
        && (product.Length == 0 || stream.Name.StartsWith(product + "/", StringComparison.OrdinalIgnoreCase))
        && (writer.Length == 0 || EntityExtractor.HostName(stream.Writer) == writer)
        // Sign-ins of services show nobody's password at work.
        && !(
            kind == LogKind.CloudSignInNonInteractive
            && (
                stream.Name.Contains("serviceprincipal", StringComparison.OrdinalIgnoreCase)
                || stream.Name.Contains("managedidentity", StringComparison.OrdinalIgnoreCase)
            )
        );

    private static bool HasManyRejects(LogStream stream) =>
        stream.Rejected > Math.Max(1, (stream.Records + stream.Rejected) * MaxRejected);

    private static TimeSpan Overlap(LogStream stream, DateTime from, DateTime until)
    {
        DateTime first = stream.First ?? DateTime.MaxValue;
        DateTime last = stream.Last ?? DateTime.MinValue;
        return first > last ? TimeSpan.MinValue : (last < until ? last : until) - (first > from ? first : from);
    }

    private static string Reason(LogStream? stream, DateTime from, DateTime until) =>
        stream switch
        {
            null => "not there",
            { First: not { } } => "not there",
            { First: { } first } when first > until => "not there",
            { Last: { } last } when last < from => "not there",
            { First: { } first } when first > from => "begins too late",
            { Last: { } last } when last < until => "ends too early",
            _ when !stream.Covers(from, until) => "has a gap",
            _ => "has rows that could not be read",
        };
}
