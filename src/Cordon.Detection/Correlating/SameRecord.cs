using Cordon.Events;

namespace Cordon.Detection.Correlating;

/// <summary>
/// Tells whether two events of one instant are copies of one record, as a log and its forwarded or exported copy hold them: the same
/// number in the same channel of the same computer, and nothing that correlations ask for differs.
/// </summary>
internal sealed class SameRecord : IEqualityComparer<BaseEvent>
{
    public static SameRecord Instance { get; } = new();

    public bool Equals(BaseEvent? x, BaseEvent? y) =>
        ReferenceEquals(x, y)
        || (
            x is { Origin: { RecordId: { } number } first }
            && y is { Origin: { RecordId: { } other } second }
            && number == other
            && first.Code == second.Code
            && Same(first.Channel, second.Channel)
            && Same(first.Computer, second.Computer)
            && Same(x.Uses, y.Uses)
        );

    public int GetHashCode(BaseEvent obj) =>
        HashCode.Combine(obj.Origin.RecordId, StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Origin.Computer));

    private static bool Same(IReadOnlyList<BaseEvent.Use> left, IReadOnlyList<BaseEvent.Use> right) =>
        left.Count == right.Count
        && left.Zip(right)
            .All(static p =>
                p.First.Correlation == p.Second.Correlation
                && p.First.Position == p.Second.Position
                && p.First.Fields.AsSpan().SequenceEqual(p.Second.Fields)
            );

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
