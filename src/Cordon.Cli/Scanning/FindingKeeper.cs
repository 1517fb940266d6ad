using System.Runtime.InteropServices;
using Cordon.Events;
using Cordon.Events.Organisations;

namespace Cordon.Cli.Scanning;

/// <summary>
/// Keeps what incidents are made of: the findings of each organisation, of one rule on one computer at most so many, the first of them. What is beyond is counted.
/// </summary>
internal sealed class FindingKeeper(Func<string, Organisation> organisationOf)
{
    /// <summary>Of how many findings of one rule on one computer incidents are made.</summary>
    public const int MaxAlike = 2_000;

    private const int MaxKept = 400_000;

    private readonly Dictionary<Organisation, List<Finding>> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Organisation, long> _losses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(FindingRule Rule, string Computer), int> _alike = [];

    /// <summary>Takes a finding.</summary>
    public void Add(Finding finding)
    {
        Organisation organisation = organisationOf(finding.Event.Source);
        if (!_kept.TryGetValue(organisation, out List<Finding>? kept))
        {
            _kept[organisation] = kept = [];
        }

        if (
            finding.Rule.Kind is FindingKind.Sigma or FindingKind.Indicator
            && (kept.Count >= MaxKept || !IsAmongFirst(finding))
        )
        {
            _losses[organisation] = _losses.GetValueOrDefault(organisation) + 1;
            return;
        }

        kept.Add(finding);
    }

    /// <summary>The findings of an organisation in the order in which they came.</summary>
    public IReadOnlyList<Finding> Of(Organisation organisation) => _kept.GetValueOrDefault(organisation) ?? [];

    /// <summary>How many of an organisation's findings were counted only.</summary>
    public long LossesOf(Organisation organisation) => _losses.GetValueOrDefault(organisation);

    // Names of computers come from logs: no more of them are noted than findings are kept.
    private bool IsAmongFirst(Finding finding)
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _alike,
            (finding.Rule, finding.Event.Computer),
            out _
        );
        if (count == MaxAlike)
        {
            return false;
        }

        count++;
        return true;
    }
}
