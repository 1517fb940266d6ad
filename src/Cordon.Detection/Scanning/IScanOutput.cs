using Cordon.Events;

namespace Cordon.Detection.Scanning;

/// <summary>Takes what a scan yields. Called for one part at a time, in the order of the parts, from changing threads.</summary>
public interface IScanOutput
{
    /// <summary>One part was read to its end.</summary>
    /// <param name="part">The part.</param>
    /// <param name="report">What was read of it and what could not be.</param>
    /// <param name="findings">Its findings in the order of its records, then of the rules.</param>
    void OnPart(EventPart part, PartReport report, IReadOnlyList<Finding> findings);

    /// <summary>Correlations matched. Called after all parts, as often as need be.</summary>
    /// <param name="findings">Findings of correlations, in the order in which what they found ended.</param>
    void OnCorrelations(IReadOnlyList<Finding> findings);
}
