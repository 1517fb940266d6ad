namespace Cordon.Detection.Analytics.Phishing.Evidence;

/// <summary>Collects evidence on one mail, each name once with its strongest words.</summary>
internal sealed class EvidenceList(AnalyticSettings settings)
{
    private readonly List<MailEvidence> _items = [];

    /// <summary>What was collected, in the order it was found.</summary>
    public IReadOnlyList<MailEvidence> Items => _items;

    /// <summary>The sum of the weights.</summary>
    public double Score => _items.Sum(i => i.Weight);

    /// <summary>Adds evidence, unless it was added before.</summary>
    /// <param name="name">Its name in the section.</param>
    /// <param name="words">What it is.</param>
    /// <param name="factor">What its weight is multiplied by, where it is to be trusted less.</param>
    public void Add(string name, string words, double factor = 1)
    {
        if (!_items.Any(i => i.Name == name))
        {
            _items.Add(new MailEvidence(name, settings["mail." + name] * factor, words));
        }
    }

    /// <summary>Whether something was added.</summary>
    public bool Has(string name) => _items.Any(i => i.Name == name);
}
